import ConvolutionEngine

/// Why an action was refused; the state is as it was before.
package enum ExplorerError: Error, Equatable, Sendable {
  case experiment(ExperimentError)
  /// There is no such output cell.
  case noSuchCell(row: Int, column: Int, size: Shape)
  case noSuchChannel(Int, count: Int)
  /// The operator does not make one grid of another.
  case notSteppable(OperatorName)
  case noSuchFilter(Int, count: Int)
  /// Not 1 to `limit` filters, or not as many in each of the groups.
  case filterCount(Int, groups: Int, limit: Int)
  /// Not 1 to `limit` channels, or not as many in each of the groups.
  case channelCount(Int, groups: Int, limit: Int)
  /// So many filters of so many kernels would have more than `limit` weights.
  case tooManyWeights(filters: Int, channels: Int, kernel: PerAxis<Int>, limit: Int)
  /// The operator has no filters, one for each output channel, that could be added, drawn or set.
  case noFilters(OperatorName)
  /// A kernel for one filter that is not of the size of all filters.
  case kernelSize(String, PerAxis<Int>, filters: PerAxis<Int>)
  case unknownPreset(String, operand: OperandName)
  /// A speed outside `Playback.speeds`.
  case speed(Int)
  /// A side below 1, or more elements than `limit`.
  case size(PerAxis<Int>, limit: Int)
  /// An answer where no value is asked for, because the predict mode is off.
  case notPredicting
  /// An answer while the window stands on a cell that is known already.
  case nothingAsked(row: Int, column: Int)
  /// Playback in the predict mode, which waits for answers.
  case playWhilePredicting
  /// A stack whose layers do not fit.
  case stack(StackError)
  /// A shift by more than the input has rows or columns.
  case shift(PerAxis<Int>, size: Shape)
  /// There is nothing to compare the output with.
  case nothingCompared
  case notComparable(ComparisonProblem)
  /// The other output is still being computed.
  case comparisonPending
  /// No cell is beyond the tolerance.
  case noDifference
  /// The output is too large to be a target: more cells than `limit`, or too many products to compute it here.
  case targetTooLarge(Shape, limit: Int)
  case cannotFit(FitProblem)
  case nothingToUndo
  case nothingToRedo
  /// There is no edit of this number; there are 0 to `count`.
  case noSuchEdit(Int, count: Int)
}

/// Work that `apply` leaves to others.
package enum ExplorerEffect: Equatable, Sendable {
  /// Compute the whole output of the present experiment and hand it to `accept` with this revision.
  case recompute(revision: Int)
  /// Make the present comparison, if there is one, and hand it to `accept`; the newest number wins.
  case compare(number: Int)
}
