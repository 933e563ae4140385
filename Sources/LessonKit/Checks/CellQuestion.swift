import ConvolutionEngine
import Explorer

/// The question "what is the value of this output cell?" of a lesson's task; the cell must be hidden still.
struct CellQuestion {
  let state: ExplorerState
  /// A cell of the current plane; nil for the one after the current cell in reading order, at the time of the answer.
  let place: (row: Int, column: Int)?

  /// The cell that is asked for; nil where there is none.
  var asked: Coordinate? {
    guard let place else {
      let offset = state.cellOffset + 1
      return offset < state.outputShape.count ? state.outputShape.coordinate(at: offset) : nil
    }
    let cell = Coordinate(batch: state.cell.batch, channel: state.cell.channel, row: place.row, column: place.column)
    return state.outputShape.contains(cell) ? cell : nil
  }

  func judge(_ text: String) -> Verdict {
    guard let asked else { return .wrong(place.map { .noSuchCell(row: $0.row, column: $0.column) } ?? .noNextCell) }
    guard let answer = AnswerText(text) else { return .wrong(.notANumber) }
    guard !state.isRevealed(asked) else { return .wrong(.alreadyShown(asked)) }
    let prediction = Prediction(experiment: state.experiment, asked: asked, window: state.cell)
    return prediction.judge(answer).map { .wrong(.wrongValue($0)) } ?? .passed
  }
}
