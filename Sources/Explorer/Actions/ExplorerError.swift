import ConvolutionEngine

/// Why an action was refused; the state is as it was before.
package enum ExplorerError: Error, Equatable, Sendable {
  case experiment(ExperimentError)
  /// There is no such output cell.
  case noSuchCell(row: Int, column: Int, size: Shape)
  case noSuchChannel(Int, count: Int)
  case unknownPreset(String, operand: OperandName)
  /// A speed outside `Playback.speeds`.
  case speed(Int)
  /// A side below 1, or more elements than `limit`.
  case size(PerAxis<Int>, limit: Int)
  case nothingToUndo
  case nothingToRedo
  /// There is no edit of this number; there are 0 to `count`.
  case noSuchEdit(Int, count: Int)
}

/// Work that `apply` leaves to others.
package enum ExplorerEffect: Equatable, Sendable {
  /// Compute the whole output of the present experiment and hand it to `accept` with this revision.
  case recompute(revision: Int)
}
