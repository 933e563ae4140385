import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The keys of the dense layer")
struct DenseKeysTests {
  private func workbench(_ text: String = "4x4") throws -> WorkbenchState {
    var state = try ScreenExamples.workbench()
    _ = state.run(line: "study dense \(text)")
    try #require(state.focus == .study)
    return state
  }

  private func study(_ state: WorkbenchState) throws -> DenseStudy {
    guard case .dense(let study)? = state.explorer.document.study else {
      throw ScreenExamples.MissingPreset(name: "dense")
    }
    return study
  }

  @Test("rules, sizes, biases and other numbers are edits, each taken back by one u")
  func edits() throws {
    var state = try workbench()
    let keys = ["t", "D", "D", "d", "b", "}", "{", "r"]
    var texts = ["study dense 4x4"]
    for key in keys {
      state.type(key)
      texts.append(ExplorerAction.study(state.explorer.document.study).description)
    }
    #expect(
      texts == [
        "study dense 4x4", "study dense 4x4 tied", "study dense 4x4 tied delta 2", "study dense 4x4 tied delta 1",
        "study dense 4x4 tied delta 2", "study dense 4x4 tied delta 2 no-bias", "study dense 5x5 tied delta 2 no-bias",
        "study dense 4x4 tied delta 2 no-bias", "study dense 4x4 tied delta 2 no-bias seed 2",
      ])
    for text in texts.dropLast().reversed() {
      state.type("u")
      #expect(ExplorerAction.study(state.explorer.document.study).description == text)
    }
    state.type("u")
    #expect(state.explorer.document.study == nil)
    #expect(state.focus == .output)
  }

  @Test("looking around is no edit")
  func looking() throws {
    var state = try workbench()
    let edits = state.explorer.history.undoCount
    #expect(state.dense.cell(in: PerAxis(4)) == Coordinate(row: 2, column: 2))
    state.press(.up, .left, .left, .left, .left)
    #expect(state.dense.cell(in: PerAxis(4)) == Coordinate(row: 1, column: 0))
    state.press(.end)
    #expect(state.dense.cell(in: PerAxis(4)) == Coordinate(row: 1, column: 3))
    state.type("G")
    #expect(state.dense.cell(in: PerAxis(4)) == Coordinate(row: 3, column: 3))
    state.type("gwv")
    #expect(state.dense.cell(in: PerAxis(4)) == Coordinate(row: 0, column: 0))
    #expect(state.dense.slice == .input && state.dense.picture == .matrix)
    #expect(state.explorer.history.undoCount == edits)
  }

  @Test("the selected place stays inside while the grids shrink")
  func shrinking() throws {
    var state = try workbench()
    state.type("G{{")
    #expect(try study(state).size == PerAxis(2))
    #expect(state.dense.cell(in: PerAxis(2)) == Coordinate(row: 1, column: 1))
    #expect(state.screen().contains("W(1,1,k,l)"))
  }

  @Test("a key that has nothing left to do says so, and is no edit")
  func ends() throws {
    var state = try workbench("1x1 delta 0")
    let edits = state.explorer.history.undoCount
    state.type("D")
    #expect(state.message?.text.hasPrefix("Δ is 0") == true)
    state.type("{")
    #expect(state.message?.text == "A side has 1 to 4096 cells.")
    #expect(state.explorer.history.undoCount == edits)
    state = try workbench()
    state.type("d")
    #expect(state.message?.text.hasPrefix("Every weight reaches over the whole grid") == true)
  }

  @Test("Esc leads back to the grids, and u to the layer")
  func leaving() throws {
    var state = try workbench("3x3 tied")
    state.press(.escape)
    #expect(state.explorer.document.study == nil)
    state.type("u")
    #expect(try study(state).isTied)
    #expect(state.focus == .study)
  }

  @Test("a saved session shows the identical screen again: place, slice and matrix too")
  func session() throws {
    var state = try workbench("5x5 tied delta 1")
    state.press(.up, .up, .left)
    state.type("wv")
    let screen = state.screen()
    let session = try SessionText.read(SessionText.write(state.session))
    let replayed = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    var other = try ScreenExamples.workbench()
    other.open(ReplayedSession(explorer: replayed, notes: session.notes), path: "s")
    other.message = nil
    #expect(other.screen() == screen)
  }

  @Test("a session whose notes make no sense opens on the middle")
  func badNotes() {
    let view = DenseView(words: ["dense-cell": "a,1", "dense-slice": "deep", "dense-picture": ""])
    #expect(view == DenseView())
    let far = DenseView(words: ["dense-cell": "-9223372036854775808,9223372036854775807"])
    #expect(far.cell(in: PerAxis(4)) == Coordinate(row: 0, column: 3))
  }
}
