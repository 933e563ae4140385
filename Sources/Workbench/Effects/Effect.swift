import ConvolutionEngine
import Explorer

/// Work that `apply` leaves to others, because it takes time or touches the world outside.
package enum Effect: Equatable, Sendable {
  /// Compute the whole output of this experiment; the newest revision wins.
  case recompute(Experiment, revision: Int)
  /// Compute the output and write it to a file; `mark` is the state that is saved then.
  case save(Experiment, path: String, mark: HistoryMark)
  /// Read a picture or table for an operand.
  case open(OperandName, path: String)
  /// Read a picture for the input, with its three colours.
  case openColor(path: String)
  case storeProgress(LessonProgress)
  case suspend
  case redraw
}
