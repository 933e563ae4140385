import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Several cells at once")
struct SelectionTests {
  private func onInput() throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    state.press(.tab)
    _ = state.prepareFrame()
    return state
  }

  private func input(_ state: WorkbenchState) throws -> Tensor {
    try #require(state.explorer.experiment.operands[.input])
  }

  @Test("Shift and the arrows choose them; a number then goes into all, as one edit")
  func fill() throws {
    var state = try onInput()
    state.press(.down, .right, .shiftDown, .shiftRight, .shiftRight)
    #expect(state.message?.text == "2×3 cells chosen, sum 1")
    let marked = state.prepareFrame().scene.input.cells.filter { $0.marks.contains(.selected) }
    #expect(marked.count == 6)
    state.type("-4")
    state.press(.enter)
    for row in 1...2 { for column in 1...3 { #expect(try input(state)[Coordinate(row: row, column: column)] == -4) } }
    #expect(try input(state).values.filter { $0 == -4 }.count == 6)
    #expect(state.explorer.history.count == 1)
    state.type("u")
    #expect(try input(state) == (try Examples.explorer()).experiment.operands[.input])
  }

  @Test("A plain arrow ends the choice; one begun by key goes on with plain arrows until Esc")
  func ending() throws {
    var state = try onInput()
    state.press(.shiftRight, .right)
    #expect(state.selection == nil)
    state.type("B")
    state.press(.down, .down)
    #expect(state.selectionInView?.region.rows.count == 3)
    state.press(.escape)
    #expect(state.selection == nil)
    #expect(state.mode == .normal)
  }

  @Test("Chosen cells in the padding do not count")
  func padding() throws {
    var state = try onInput()
    state.press(.shiftLeft, .shiftUp)
    let region = try #require(state.selectionInView?.region)
    #expect(region.rows == 0..<1 && region.columns == 0..<1)
    state.press(.delete)
    #expect(state.explorer.history.count == 1)
  }

  @Test("Delete writes 0")
  func clear() throws {
    var state = try onInput()
    _ = state.apply(.explorer(.select(.input, row: 3, column: 2)))
    state.press(.shiftRight, .shiftRight, .delete)
    #expect(try input(state).values.filter { $0 == 1 }.count == 2)
  }

  @Test("Copy gives the terminal the text of a spreadsheet, and paste writes it elsewhere as one edit")
  func copyAndPaste() throws {
    var state = try onInput()
    _ = state.apply(.explorer(.select(.input, row: 2, column: 2)))
    state.press(.shiftDown, .shiftRight)
    #expect(state.type("y") == [.copy("0\t1\n1\t1")])
    state.press(.escape)
    _ = state.apply(.explorer(.select(.input, row: 0, column: 5)))
    state.press(.control("v"))
    #expect(try input(state)[Coordinate(row: 1, column: 6)] == 1)
    #expect(try input(state)[Coordinate(row: 0, column: 5)] == 0)
    #expect(state.explorer.history.count == 1)
  }

  @Test("The output is copied as it is shown")
  func copyOutput() throws {
    var state = try Examples.plusUnderSobel()
    let effects = state.type("y")
    guard case .copy(let text)? = effects.first else { return #expect(Bool(false), "nothing was copied") }
    #expect(text.split(separator: "\n").count == 7)
    #expect(text.split(separator: "\n")[2] == "0\t1\t3\t0\t-3\t-1\t0")
  }

  @Test("A grid pasted by the terminal is one edit of the focused grid")
  func pasteGrid() throws {
    var state = try onInput()
    state.press(.tab)
    _ = state.handle(paste: "[[0 1 0]\n [1 1 1]\n [0 1 0]]")
    #expect(state.explorer.experiment.operands[.weights]?.values == [0, 1, 0, 1, 1, 1, 0, 1, 0])
    #expect(state.message?.text == "pasted: 3×3 from 0,0 on")
    #expect(state.explorer.history.count == 1)
  }

  @Test("What does not fit, is no grid, or has no grid to go to is refused with the reason, and changes nothing")
  func refusals() throws {
    var state = try onInput()
    let before = state.explorer.document
    _ = state.apply(.explorer(.select(.input, row: 5, column: 6)))
    _ = state.handle(paste: "1 2\n3 4")
    #expect(
      state.message?.text
        == "2×2 cells do not fit from 5,6 on, only 2×1: go further up and left, or grow the grid with }.")
    _ = state.handle(paste: "rm -rf\n")
    #expect(state.message?.text == "What was pasted is no grid: “rm” in its row 0 is no number.")
    _ = state.apply(.focus(.output))
    _ = state.handle(paste: "1")
    #expect(state.message?.kind == .problem)
    #expect(state.explorer.document == before)
  }

  @Test("One pasted number fills the chosen cells")
  func pasteNumber() throws {
    var state = try onInput()
    state.press(.shiftRight, .shiftDown)
    _ = state.handle(paste: "9\n")
    #expect(try input(state).values.filter { $0 == 9 }.count == 4)
  }

  @Test("More cells, or a longer text, than a clipboard takes are refused; as many as it takes are copied")
  func tooMuch() throws {
    func copied(rows: Int, columns: Int, of value: Float) throws -> (effects: [Effect], message: String?) {
      let input = try Tensor(rows: Array(repeating: Array(repeating: value, count: columns), count: rows))
      var state = try ScreenExamples.workbench(
        input: input, kernel: try Tensor(rows: [[1]]), size: ScreenExamples.ordinary, name: "table")
      state.press(.tab)
      let effects = state.type("y")
      return (effects, state.message?.text)
    }
    let refusal = TextTable.english.text(.tooMuchToCopy, "10000")
    #expect(try copied(rows: 100, columns: 100, of: 1).effects.count == 1)
    #expect(try copied(rows: 100, columns: 101, of: 1) == ([], refusal))
    // As many cells, but 130 kB of text.
    #expect(try copied(rows: 100, columns: 100, of: -1.2345678e-10) == ([], refusal))
  }
}
