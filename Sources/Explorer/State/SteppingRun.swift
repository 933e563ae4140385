import ConvolutionEngine

/// The window on its way over the output: the explorer at one output cell after the other, in reading order, with what lies
/// ahead unknown.
package struct SteppingRun: Sequence, Sendable {
  private let beginning: ExplorerState
  /// The steps there are.
  package let count: Int
  /// The output cells from the first step on, of which there may be more.
  package let total: Int

  /// - Parameters:
  ///   - start: the first output cell of the plane that is shown; it has to lie inside.
  ///   - most: the most steps, at least 1.
  package init(
    _ explorer: ExplorerState, from start: (row: Int, column: Int) = (0, 0), most: Int
  ) throws(ExplorerError) {
    // Anew, so that nothing is known from having been there before.
    var state = ExplorerState(document: explorer.document)
    _ = try state.apply(.reveal(.stepping))
    if explorer.outputShape.channels > 1 { _ = try state.apply(.filter(explorer.cell.channel)) }
    if explorer.experiment.inputShape.channels > 1 { _ = try state.apply(.channel(explorer.inputCursor.channel)) }
    _ = try state.apply(.jump(row: start.row, column: start.column))
    beginning = state.forgettingWhatWasReached
    total = state.outputShape.count - state.cellOffset
    count = Swift.max(1, Swift.min(most, total))
  }

  package func makeIterator() -> Iterator { Iterator(state: beginning, left: count) }

  package struct Iterator: IteratorProtocol {
    fileprivate var state: ExplorerState
    fileprivate var left: Int

    package mutating func next() -> ExplorerState? {
      guard left > 0 else { return nil }
      left -= 1
      defer { _ = try? state.apply(.step(.forward)) }
      return state
    }
  }
}

extension ExplorerState {
  /// The same place with nothing but its own cell known.
  fileprivate var forgettingWhatWasReached: ExplorerState {
    var state = self
    state.reached = RangeSet()
    state.reachCurrentCell()
    return state
  }
}
