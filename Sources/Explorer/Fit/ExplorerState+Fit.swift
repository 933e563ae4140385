import ConvolutionEngine

/// A wanted output, and the kernel that comes nearest to it.
extension ExplorerState {
  /// The most cells of a target.
  package static let targetLimit = 1 << 16

  /// The change that sets, changes or removes the target.
  func targetDelta(_ change: TargetChange) throws(ExplorerError) -> Delta {
    switch change {
    case .copyOutput:
      let shape = outputShape
      guard shape.count <= Self.targetLimit,
        shape.count <= FitReport.productLimit / max(1, experiment.plan.termsPerCell),
        let output = experiment.output()
      else { throw .targetTooLarge(shape, limit: Self.targetLimit) }
      return .target(output)
    case .load(let tensor):
      guard tensor.shape == outputShape else { throw .notComparable(.targetShape(tensor.shape, output: outputShape)) }
      guard tensor.shape.count <= Self.targetLimit else {
        throw .targetTooLarge(tensor.shape, limit: Self.targetLimit)
      }
      return .target(tensor)
    case .cell(let place, let value):
      guard let target = document.target else { throw .cannotFit(.noTarget) }
      guard target.shape.contains(place) else {
        throw .noSuchCell(row: place.row, column: place.column, size: target.shape)
      }
      return .targetCell(place, value)
    case .remove: return .target(nil)
    }
  }

  /// The change that puts the best kernel in, and the biases where there are some.
  func fitDelta() throws(ExplorerError) -> Delta {
    guard let target = document.target else { throw .cannotFit(.noTarget) }
    let fit: KernelFit
    do {
      fit = try KernelFit(of: experiment, to: target)
    } catch {
      throw .cannotFit(error)
    }
    var operands: [OperandName: Tensor?] = [.weights: fit.weights]
    if let bias = fit.bias { operands[.bias] = bias }
    return .group([
      .operands(operands, parameters: [:]), .origin(.weights, GridOrigin(name: GridOrigin.fitted)),
    ])
  }

  /// How near the present output is to the target, and after a fit what no kernel could do; nil without a target, or where its
  /// shape is another one.
  package var fitReport: FitReport? {
    guard let target = document.target else { return nil }
    return FitReport(of: experiment, to: target, output: currentOutput)
  }

  /// The same, with the two cells that no kernel can tell apart, and what the input leaves open.
  package var fullFitReport: FitReport? {
    guard let target = document.target, var report = fitReport else { return nil }
    report.findConflict(in: experiment, target)
    report.freedom = (try? KernelFit(of: experiment, to: target))?.freedom ?? 0
    return report
  }

  /// Whether numbers that are typed on the output are meant for the target.
  package var showsTarget: Bool { comparison.other == .target && comparison.shift == nil && outputView == .other }

  /// Lets the comparison follow the target: a new one is looked at, and one that is gone no longer.
  mutating func followTarget() {
    guard document.target != nil else {
      guard comparison.other == .target else { return }
      comparison.other = nil
      comparisonDidChange()
      return
    }
    if comparison.other != .target || comparison.shift != nil {
      comparison.other = .target
      comparison.shift = nil
      comparison.view = .other
    }
    comparisonDidChange()
  }

  /// Compares with the target again.
  mutating func compareWithTarget() throws(ExplorerError) {
    guard let target = document.target else { throw .cannotFit(.noTarget) }
    guard target.shape == outputShape else { throw .notComparable(.targetShape(target.shape, output: outputShape)) }
    comparison.other = .target
    comparison.shift = nil
    comparison.view = .other
    comparisonDidChange()
  }
}

extension GridOrigin {
  /// What a kernel is called that was fitted.
  package static let fitted = "fit"
}

/// What becomes of the target.
package enum TargetChange: Equatable, Sendable {
  /// The present output is the target.
  case copyOutput
  case load(Tensor)
  /// One cell of it is wanted otherwise.
  case cell(Coordinate, Float)
  case remove
}

/// ```
/// target   target off   target NxCxHxW VALUE …
/// target edit ROW COLUMN VALUE   target edit FILTER ROW COLUMN VALUE
/// fit
/// ```
extension TargetChange {
  init(reading words: inout ActionWords) throws(ActionTextError) {
    if words.isAtEnd {
      self = .copyOutput
    } else if words.take("off") {
      self = .remove
    } else if words.take("edit") {
      let filter = words.remaining == 4 ? try words.integer(.filter) : 0
      let row = try words.integer(.row)
      let place = Coordinate(channel: filter, row: row, column: try words.integer(.column))
      self = .cell(place, try words.float(.number))
    } else {
      let shape = try words.shape()
      self = .load(try words.tensor(shape))
    }
  }

  /// The words after `target`, each after a blank.
  var words: String {
    switch self {
    case .copyOutput: ""
    case .remove: " off"
    case .cell(let place, let value):
      " edit " + (place.channel == 0 ? "" : "\(place.channel) ") + "\(place.row) \(place.column) "
        + NumberText.shortest(value)
    case .load(let tensor): " " + ActionWords.word(for: tensor.shape) + ActionWords.words(for: tensor)
    }
  }
}
