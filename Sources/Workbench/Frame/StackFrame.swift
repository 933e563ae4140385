import ConvolutionEngine
import Explorer

/// A stack with its numbers, kept from frame to frame: both follow from the study.
struct StackPicture: Equatable, Sendable {
  let model: StackModel
  /// Nil beyond the budget.
  let run: StackRun?

  init?(_ study: StackStudy) {
    guard let model = try? StackModel(study) else { return nil }
    self.model = model
    run = StackRun(model)
  }

  static func == (left: StackPicture, right: StackPicture) -> Bool { left.model == right.model }
}

/// What a frame shows of a stack.
package struct StackFrame: Equatable, Sendable {
  let picture: StackPicture
  let view: StackView
  let trace: StackTrace

  var model: StackModel { picture.model }

  /// The name of a level: that of its layer, `input` for the first.
  func name(of level: Int) -> String {
    level == 0 ? NodeSource.inputName : model.network.nodes[level - 1].name
  }

  /// The value of the chosen cell in channel 0; nil when nothing is computed.
  var value: Float? { picture.run?.value(level: view.level, row: view.row, column: view.column) }

  /// The levels that feed the chosen cell, the cell's own included.
  var feeding: [Int] { trace.footprints.indices.filter { trace.footprints[$0] != nil } }
}

extension WorkbenchState {
  /// The stack on the stage with what is looked at in it.
  mutating func stackFrame() -> StackFrame? {
    guard let picture = stackPicture() else { return nil }
    let view = (stackView ?? StackView(picture.model)).bounded(by: picture.model)
    return StackFrame(picture: picture, view: view, trace: stackTrace(picture.model, view))
  }

  /// The chosen cell traced back, done anew only when it is another one.
  mutating func stackTrace(_ model: StackModel, _ view: StackView) -> StackTrace {
    if let known = memory.stackTrace, known.level == view.level, known.row == view.row, known.column == view.column {
      return known
    }
    let trace = StackTrace(model, level: view.level, row: view.row, column: view.column)
    memory.stackTrace = trace
    return trace
  }

  /// The stack on the stage, made anew only when it has changed.
  mutating func stackPicture() -> StackPicture? {
    guard case .stack(let study)? = explorer.document.study else { return nil }
    if let known = memory.stack, known.model.study == study { return known }
    memory.stack = StackPicture(study)
    memory.stackTrace = nil
    return memory.stack
  }
}
