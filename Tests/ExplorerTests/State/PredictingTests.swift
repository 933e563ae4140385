import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("The predict mode")
struct PredictingTests {
  /// The plus under Sobel-x at a cell, asked for it.
  private func predicting(row: Int = 2, column: Int = 1, _ more: [String] = []) throws -> ExplorerState {
    var state = try Examples.plusUnderSobel()
    for text in ["jump \(row) \(column)", "reveal predict"] + more { try state.apply(ExplorerAction(text: text)) }
    return state
  }

  @Test("the current cell is asked for, what comes before it is known, everything after it hidden")
  func begins() throws {
    let state = try predicting()
    #expect(state.askedCell == Coordinate(row: 2, column: 1))
    #expect(state.isRevealed(Coordinate(row: 2, column: 0)))
    #expect(!state.isRevealed(Coordinate(row: 2, column: 1)))
    #expect(!state.isRevealed(Coordinate(row: 2, column: 2)))
    #expect(try Examples.plusUnderSobel().askedCell == nil, "nothing is asked in live mode")
  }

  @Test("after stepping, the cell that was just seen is not asked for but the next one")
  func afterStepping() throws {
    var state = try Examples.plusUnderSobel(reveal: .stepping)
    for text in ["jump 2 1", "reveal predict"] { try state.apply(ExplorerAction(text: text)) }
    #expect(state.askedCell == Coordinate(row: 2, column: 2))
    #expect(state.isRevealed(Coordinate(row: 2, column: 1)))
  }

  @Test("a right answer reveals the cell and asks for the next one")
  func right() throws {
    let state = try predicting(["answer 1"])
    #expect(state.isRevealed(Coordinate(row: 2, column: 1)))
    #expect(state.askedCell == Coordinate(row: 2, column: 2))
    #expect(state.predictionRun.outcome == .right(Coordinate(row: 2, column: 1), value: 1))
    #expect(state.predictionRun.score == PredictionRun.Score(atOnce: 1, tries: 1))
  }

  @Test("a wrong answer says what it is, and the cell stays asked for; right then counts as later")
  func wrong() throws {
    var state = try predicting(["answer -1"])
    #expect(state.askedCell == Coordinate(row: 2, column: 1))
    #expect(
      state.predictionRun.outcome
        == .wrong(.init(asked: Coordinate(row: 2, column: 1), given: -1, mistake: .flippedSign)))
    // To go away and to come back makes it no first answer.
    for text in ["step forward", "step back", "answer 1"] { try state.apply(ExplorerAction(text: text)) }
    #expect(state.predictionRun.score == PredictionRun.Score(later: 1, tries: 2))
  }

  @Test("a shown cell stays under the window and is no answer")
  func skip() throws {
    let state = try predicting(["skip"])
    #expect(state.cell == Coordinate(row: 2, column: 1))
    #expect(state.askedCell == nil)
    #expect(state.isRevealed(state.cell))
    #expect(state.predictionRun.score == PredictionRun.Score(skipped: 1))
    #expect(state.predictionRun.outcome == .skipped(state.cell, value: 1))
  }

  @Test("going there does not reveal a cell, and any hidden one can be chosen")
  func moving() throws {
    var state = try predicting(["step forward", "jump 4 4"])
    #expect(!state.isRevealed(Coordinate(row: 2, column: 2)))
    #expect(state.askedCell == Coordinate(row: 4, column: 4))
    try state.apply(ExplorerAction(text: "answer -3"))
    #expect(state.isRevealed(Coordinate(row: 4, column: 4)))
    #expect(state.askedCell == Coordinate(row: 4, column: 5))
  }

  @Test("after the last cell comes what was jumped over, and then it is over")
  func over() throws {
    var state = try predicting(row: 6, column: 4, ["step forward", "answer 0", "answer 0"])
    #expect(state.askedCell == Coordinate(row: 6, column: 4))
    #expect(!state.isPredictionOver)
    try state.apply(ExplorerAction(text: "answer 0"))
    #expect(state.askedCell == nil)
    #expect(state.isPredictionOver)
    #expect(state.predictionRun.score == PredictionRun.Score(atOnce: 3, tries: 3))
  }

  @Test("nothing is answered where nothing is asked, and the state stays as it was")
  func refused() throws {
    var live = try Examples.plusUnderSobel()
    let before = live
    for text in ["answer 0", "skip"] {
      #expect(throws: ExplorerError.notPredicting) { try live.apply(ExplorerAction(text: text)) }
    }
    #expect(live == before)
    var known = try predicting(["step back"])
    for text in ["answer 0", "skip"] {
      #expect(throws: ExplorerError.nothingAsked(row: 2, column: 0)) { try known.apply(ExplorerAction(text: text)) }
    }
    #expect(throws: ExplorerError.playWhilePredicting) { try known.apply(.play) }
  }

  @Test("playback and product by product end when it begins")
  func calm() throws {
    var state = try Examples.plusUnderSobel()
    for text in ["substep forward", "play", "reveal predict"] { try state.apply(ExplorerAction(text: text)) }
    #expect(!state.playback.isPlaying)
    #expect(state.subStep == nil)
  }

  @Test("leaving shows everything and ends the run; a new one begins from nothing")
  func runs() throws {
    var state = try predicting(["answer 1", "answer 17", "reveal live"])
    #expect(state.predictionRun == PredictionRun())
    #expect(state.isRevealed(Coordinate(row: 6, column: 6)))
    try state.apply(.reveal(.predict))
    #expect(state.predictionRun == PredictionRun())
    #expect(!state.isRevealed(state.cell))
    try state.apply(.undo)
    #expect(state.document.reveal == .live, "choosing the mode can be undone")
  }

  @Test("an edit makes other questions of the hidden cells; another output hides all of it")
  func edits() throws {
    var state = try predicting(["answer 7", "edit kernel 2 2 5", "answer 5"])
    #expect(state.predictionRun.score == PredictionRun.Score(atOnce: 1, tries: 2))
    try state.apply(ExplorerAction(text: "set padding 0"))
    #expect(!state.isRevealed(Coordinate(row: 0, column: 0)))
    #expect(state.askedCell == state.cell)
  }

  @Test("the scene of an asked cell has its terms and no number made of them")
  func nothingGivenAway() throws {
    let state = try predicting(row: 2, column: 2)
    for text in ["substep all", "substep forward", "substep back", "substep back"] {
      var state = state
      try state.apply(ExplorerAction(text: text))
      let scene = state.scene(through: Examples.wide)
      #expect(scene.arithmetic.isAsked)
      #expect(scene.arithmetic.trace?.terms.count == 9)
      #expect(scene.arithmetic.result == nil)
      #expect(scene.arithmetic.runningValues.isEmpty)
      #expect(scene.output[row: 2, column: 2]?.value == nil)
      #expect(scene.output[row: 2, column: 3]?.value == nil)
      #expect(scene.output[row: 2, column: 1]?.value == 1)
    }
    var shown = state
    try shown.apply(.skip)
    let arithmetic = shown.scene(through: Examples.wide).arithmetic
    #expect(!arithmetic.isAsked)
    #expect(arithmetic.result == 3)
  }

  @Test("the actions in their text form lead to the same state again")
  func replay() throws {
    let lines = [
      "jump 2 0", "reveal predict", "answer 5", "answer 1", "answer 0", "answer 3.00", "skip", "step forward",
      "edit input 3 3 2", "answer -5", "undo", "answer -1",
    ]
    var first = try Examples.plusUnderSobel()
    var written: [String] = []
    for line in lines {
      let action = try ExplorerAction(text: line)
      written.append(action.description)
      try first.apply(action)
    }
    var second = try Examples.plusUnderSobel()
    for line in written { try second.apply(try ExplorerAction(text: line)) }
    #expect(second == first)
    #expect(first.predictionRun.score.tries == 6)
  }
}
