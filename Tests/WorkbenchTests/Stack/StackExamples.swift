import Explorer
import TerminalKit
import TestSupport

@testable import Workbench

/// Workbenches with a stack on the stage.
enum StackExamples {
  /// A stack by its text, `study stack` before it; nothing for the one to begin with.
  static func workbench(
    _ text: String = "", size: Size = ScreenExamples.ordinary, depth: ColorDepth = .palette256, unicode: Bool = true,
    hasLesson: Bool = false
  ) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(
      size, depth: depth, unicode: unicode, lesson: hasLesson ? ScreenExamples.lesson() : nil)
    _ = state.run(line: "study stack \(text)")
    if let message = state.message, message.kind == .problem { throw TestFailure(message.text) }
    return state
  }
}

extension WorkbenchState {
  /// The layers on the stage as words; empty for an architecture or none.
  var stackWords: [String] {
    guard case .stack(let study)? = explorer.document.study else { return [] }
    return study.layers?.map(\.word) ?? []
  }
}
