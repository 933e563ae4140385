import ConvolutionEngine
import Explorer
import LessonKit

/// What comes back from an effect, or from a file that changed.
package enum Delivery: Sendable {
  case output(OutputCache)
  case compared(ComparisonResult)
  /// Numbers to compare with; `expected` is the file as a session names it.
  case comparisonOpened(Tensor, GridFile, expected: GridFile?)
  /// Why a file that a session compares with cannot be read any more.
  case comparisonLost(String)
  /// `file` is nil for a grid that a session writes down in full.
  case opened(OperandName, Tensor, name: String, file: GridFile?)
  /// A picture of three channels for the input.
  case openedColor(Tensor, name: String, file: GridFile?)
  case saved(path: String, mark: HistoryMark)
  case exported(path: String)
  case sessionSaved(path: String, mark: HistoryMark)
  case sessionOpened(path: String, ReplayedSession)
  /// A session that cannot be opened, and the sentence that says why.
  case sessionRefused(path: String, sentence: String)
  case recovered(ReplayedSession)
  /// Where the copy is that was not wanted; nil when it is gone.
  case recoveryDeclined(path: String?)
  case progressExported(path: String)
  /// Progress that was read from a file of the user's.
  case progressImported(LessonProgress, path: String)
  case lessons(LessonLibrary)
  /// Paths that begin as the file in a line of the prompt does.
  case files([String], line: String)
  /// A sentence that says what went wrong.
  case problem(String)
}
