import ConvolutionEngine
import Explorer
import LessonKit

/// What comes back from an effect, or from a file that changed.
package enum Delivery: Sendable {
  case output(OutputCache)
  /// `file` is nil for a grid that a session writes down in full.
  case opened(OperandName, Tensor, name: String, file: GridFile?)
  /// A picture of three channels for the input.
  case openedColor(Tensor, name: String, file: GridFile?)
  case saved(path: String, mark: HistoryMark)
  case exported(path: String)
  case sessionSaved(path: String, mark: HistoryMark)
  case sessionOpened(path: String, ReplayedSession)
  case recovered(ReplayedSession)
  /// Where the copy is that was not wanted; nil when it is gone.
  case recoveryDeclined(path: String?)
  case lessons(LessonLibrary)
  /// A sentence that says what went wrong.
  case problem(String)
}
