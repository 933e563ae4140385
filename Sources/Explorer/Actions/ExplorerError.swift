import ConvolutionEngine

/// Why an action was refused; the state is as it was before.
package enum ExplorerError: Error, Equatable, Sendable {
  case experiment(ExperimentError)
  /// There is no such output cell.
  case noSuchCell(row: Int, column: Int, size: Shape)
  case noSuchChannel(Int, count: Int)
  /// The operator does not make one grid of another.
  case notSteppable(OperatorName)
  case unknownPreset(String, operand: OperandName)
  /// A speed outside `Playback.speeds`.
  case speed(Int)
  /// A side below 1, or more elements than `limit`.
  case size(PerAxis<Int>, limit: Int)
  case nothingToUndo
  case nothingToRedo
}

/// Work that `apply` leaves to others.
package enum ExplorerEffect: Equatable, Sendable {
  /// Compute the whole output of the present experiment and hand it to `accept` with this revision.
  case recompute(revision: Int)
}
