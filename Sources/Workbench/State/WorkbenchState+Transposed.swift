import ConvolutionEngine
import Explorer

/// The views of a transposed convolution: what an output cell gathers, where an input cell goes, how many products meet.
extension WorkbenchState {
  /// The view that is on; other operators are looked at from their output.
  package var transposedView: TransposedView {
    explorer.experiment.operation.isTransposed ? chosenTransposedView : .gather
  }

  /// In the scatter view the output cells that the selected input cell is added to.
  var spreadInView: Footprint? { transposedView == .scatter ? explorer.spread : nil }

  /// Changes the view. The keys go to the grid whose cells one goes through: the input when its cells are scattered.
  mutating func look(_ view: TransposedView) {
    guard explorer.experiment.operation.isTransposed else {
      refuse(.noTransposedView, explorer.experiment.operation.rawValue)
      return
    }
    explorer.pausePlayback()
    chosenTransposedView = view
    if focus == .input || focus == .output || view == .scatter { focus = view == .scatter ? .input : .output }
    // A study, or the feature maps, may stand in the place of the grids.
    keepFocus()
    let name: TextKey =
      switch view {
      case .gather: .viewIsGather
      case .scatter: .viewIsScatter
      case .overlap: .viewIsOverlap
      }
    say(name)
  }

  /// What an action means in the view that is on: in the scatter view a step leads to the next input cell.
  func seenFromView(_ action: ExplorerAction) -> ExplorerAction {
    guard spreadInView != nil, case .step(let step) = action else { return action }
    let shape = explorer.experiment.inputShape
    var target = explorer.inputCursor
    let offset = target.row * shape.width + target.column
    let count = shape.height * shape.width
    func place(_ offset: Int) -> (Int, Int) { offset.quotientAndRemainder(dividingBy: max(1, shape.width)) }
    switch step {
    case .forward: (target.row, target.column) = place(min(offset + 1, count - 1))
    case .back: (target.row, target.column) = place(max(offset - 1, 0))
    case .up: target.row = max(target.row - 1, 0)
    case .down: target.row = min(target.row + 1, shape.height - 1)
    case .rowStart: target.column = 0
    case .rowEnd: target.column = shape.width - 1
    case .first: (target.row, target.column) = (0, 0)
    case .last: (target.row, target.column) = place(count - 1)
    }
    return .select(.input, row: target.row, column: target.column)
  }

  /// Whether an action goes through the products of an output cell, or through the output, which the scatter view hides.
  func isHiddenByView(_ action: ExplorerAction) -> Bool {
    guard spreadInView != nil else { return false }
    switch action {
    case .play, .subStep(.forward), .subStep(.back), .jump, .scrub: return true
    default: return false
    }
  }
}
