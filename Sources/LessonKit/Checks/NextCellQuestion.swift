import ConvolutionEngine
import Explorer

/// The question "what is the value of the next output cell?" of a lesson's task.
///
/// The next cell is the one after the current cell in reading order, at the time of the answer; it must be hidden still.
struct NextCellQuestion {
  let state: ExplorerState

  /// The cell that is asked for; nil at the last one.
  var asked: Coordinate? {
    let offset = state.cellOffset + 1
    return offset < state.outputShape.count ? state.outputShape.coordinate(at: offset) : nil
  }

  func judge(_ text: String) -> Verdict {
    guard let asked else { return .wrong(.noNextCell) }
    guard let answer = AnswerText(text) else { return .wrong(.notANumber) }
    guard !state.isRevealed(asked) else { return .wrong(.alreadyShown(asked)) }
    let prediction = Prediction(experiment: state.experiment, asked: asked, window: state.cell)
    return prediction.judge(answer).map { .wrong(.wrongValue($0)) } ?? .passed
  }
}
