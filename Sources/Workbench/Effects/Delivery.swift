import ConvolutionEngine
import Explorer
import LessonKit

/// What comes back from an effect, or from a file that changed.
package enum Delivery: Sendable {
  case output(OutputCache)
  case opened(OperandName, Tensor, name: String)
  /// A picture of three channels for the input.
  case openedColor(Tensor, name: String)
  case saved(path: String, mark: HistoryMark)
  case lessons(LessonLibrary)
  /// A sentence that says what went wrong.
  case problem(String)
}
