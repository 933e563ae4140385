import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("The question for an output cell")
struct CellQuestionTests {
  private func verdict(_ text: String, after actions: [String]) throws -> Verdict {
    CellQuestion(state: try CheckTests.explorer(actions + ["reveal live", "reveal stepping"]), place: nil).judge(text)
  }

  /// Sobel-x on the plus with padding 1: the current cell (3, 3) is 0, the next one −4.
  @Test("a number is judged against the next cell, and the current one is known by its value")
  func nextCell() throws {
    #expect(try verdict(" −4.0 ", after: ["jump 3 3"]) == .passed)
    for (text, mistake) in [("0", .currentCell), ("4", .flippedSign), ("17", .unknown)]
      as [(String, Prediction.Mistake)]
    {
      let diagnosis = Prediction.Diagnosis(
        asked: Coordinate(row: 3, column: 4), given: try #require(AnswerText(text)).value, mistake: mistake)
      #expect(try verdict(text, after: ["jump 3 3"]) == .wrong(.wrongValue(diagnosis)))
    }
  }

  @Test("what is no number is told as such", arguments: ["", "four", "-4,0", "1/0"])
  func noNumber(text: String) throws {
    #expect(try verdict(text, after: ["jump 3 3"]) == .wrong(.notANumber))
  }

  @Test("at the last cell there is no next one, and a cell that was shown is no prediction")
  func noPrediction() throws {
    #expect(try verdict("0", after: ["step last"]) == .wrong(.noNextCell))
    let next = Coordinate(row: 0, column: 1)
    let back = try CheckTests.explorer(["reveal stepping", "step forward", "step back"])
    #expect(CellQuestion(state: back, place: nil).judge("0") == .wrong(.alreadyShown(next)))
    #expect(CellQuestion(state: try CheckTests.explorer(), place: nil).judge("0") == .wrong(.alreadyShown(next)))
  }

  @Test("the next cell begins the next row after the end of one")
  func nextRow() throws {
    #expect(
      CellQuestion(state: try CheckTests.explorer(["jump 2 6"]), place: nil).asked == Coordinate(row: 3, column: 0))
  }
}
