import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("Predicting by keys")
struct PredictKeysTests {
  /// The plus under Sobel-x at row 2, column 1, whose value 1 is asked for.
  private func predicting() throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    _ = state.apply(.explorer(.jump(row: 2, column: 1)))
    state.type("A")
    return state
  }

  private func prompt(_ state: WorkbenchState) -> Prompt? {
    if case .prompt(let prompt) = state.mode { prompt } else { nil }
  }

  @Test("A asks for the current cell and says how to answer; A again tells the score and shows all")
  func toggle() throws {
    var state = try predicting()
    #expect(state.explorer.askedCell == Coordinate(row: 2, column: 1))
    #expect(state.message?.text.contains("! shows it") == true)
    state.type("1")
    state.press(.enter)
    state.type("A")
    #expect(state.explorer.document.reveal == .live)
    #expect(state.message?.text == "1 of 1 right at once, 0 later, 0 shown; answers given: 1.")
  }

  @Test("a digit on the output is the answer; a right one goes on to the next cell")
  func right() throws {
    var state = try predicting()
    state.type("1")
    #expect(prompt(state) == Prompt(kind: .answer, text: "1"))
    state.press(.enter)
    #expect(state.mode == .normal)
    #expect(state.message == StatusMessage(text: "Right: out[2,1] = 1.", kind: .success))
    #expect(state.explorer.askedCell == Coordinate(row: 2, column: 2))
  }

  @Test("a wrong answer asks again with the reason, and what is no number stays to be corrected")
  func wrong() throws {
    var state = try predicting()
    state.type("-1")
    state.press(.enter)
    #expect(
      prompt(state)
        == Prompt(
          kind: .answer,
          problem: "-1 has the right size and the wrong sign: look at the signs of the weights."))
    #expect(state.message == nil)
    state.type("one")
    state.press(.enter)
    #expect(prompt(state)?.text == "one")
    #expect(state.explorer.predictionRun.score.tries == 1, "no number is no answer")
    state.press(.escape)
    #expect(state.explorer.askedCell == Coordinate(row: 2, column: 1))
  }

  @Test("! shows the value and stays, so that the sum can be looked at")
  func show() throws {
    var state = try predicting()
    state.type("!")
    #expect(state.explorer.cell == Coordinate(row: 2, column: 1))
    #expect(state.message?.text.hasPrefix("out[2,1] = 1") == true)
    state.type("5")
    #expect(state.mode == .normal)
    #expect(state.message?.text == "Cell 2,1 is known already. Step on to one that is still ?.")
  }

  @Test("a opens the answer too, and the command line knows predict, answer and skip")
  func otherWays() throws {
    var state = try predicting()
    state.type("a")
    #expect(prompt(state) == Prompt(kind: .answer))
    state.press(.enter)
    #expect(state.mode == .normal, "nothing typed is no answer")
    state.type(":answer 2")
    state.press(.enter)
    #expect(prompt(state)?.problem == "2 is the cell below 2,1. Move the window one step up.")
    state.press(.escape)
    state.type(":answer 1")
    state.press(.enter)
    #expect(state.message?.kind == .success)
    state.type(":skip")
    state.press(.enter)
    #expect(state.message?.text.hasPrefix("out[2,2] = 3") == true)
    state.type(":predict")
    state.press(.enter)
    #expect(state.explorer.document.reveal == .live)
  }

  @Test("the last answer comes with the score")
  func last() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.apply(.explorer(.step(.last)))
    state.type("A0")
    state.press(.enter)
    #expect(
      state.message?.text == "Right: out[6,6] = 0. 1 of 1 right at once, 0 later, 0 shown; answers given: 1.")
  }

  @Test("while predicting, answering comes first among the hints, and playing is refused with the reason")
  func hints() throws {
    var state = try predicting()
    #expect(state.hints.prefix(3).map(\.key) == ["a", "!", "→ l"])
    #expect(!state.hints.contains { $0.text == state.texts.text(.hintPlay) })
    #expect(state.hints.contains { $0.text == state.texts.text(.hintPredictEnd) })
    state.type(" ")
    #expect(!state.explorer.playback.isPlaying)
    #expect(state.message?.kind == .problem)
    state.type("!")
    #expect(!state.hints.contains { $0.key == "!" || $0.key == "a" })
  }

  @Test("outside the mode ! says that nothing is asked")
  func outside() throws {
    var state = try Examples.plusUnderSobel()
    state.type("!")
    #expect(state.message?.kind == .problem)
  }

  @Test("a lesson's question goes before the mode's, which cannot begin meanwhile")
  func lessonFirst() throws {
    var state = WorkbenchState(
      explorer: try Examples.explorer(), library: LessonLibrary(files: [FlowLesson.file()]),
      size: Size(rows: 24, columns: 80), capabilities: TerminalCapabilities(colorDepth: .mono, unicode: true))
    _ = state.apply(.openLesson("first"))
    state.type("n")
    #expect(state.asksForAnswer)
    state.type("A")
    #expect(state.explorer.document.reveal == .stepping)
    #expect(state.message?.kind == .problem)
    state.type("0")
    state.press(.enter)
    #expect(state.lesson?.isTaskSolved == true)
    state.type("A")
    #expect(state.explorer.document.reveal == .predict)
  }
}
