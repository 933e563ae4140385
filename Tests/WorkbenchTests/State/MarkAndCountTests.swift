import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Marks and counts")
struct MarkAndCountTests {
  @Test("A mark leads back to its cell and selections")
  func mark() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.apply(.explorer(.jump(row: 2, column: 3)))
    _ = state.apply(.explorer(.select(.input, row: 5, column: 5)))
    state.type("\"a")
    _ = state.apply(.explorer(.jump(row: 0, column: 0)))
    _ = state.apply(.explorer(.select(.input, row: 0, column: 0)))
    state.type("'a")
    #expect(state.explorer.cell == Coordinate(row: 2, column: 3))
    #expect(state.explorer.inputCursor == Coordinate(row: 5, column: 5))
    #expect(state.mode == .normal)
  }

  @Test("A mark leads back to its filter as well")
  func filter() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.run(line: "filters 3")
    _ = state.apply(.explorer(.filter(2)))
    state.type("\"a")
    _ = state.apply(.explorer(.filter(0)))
    state.type("'a")
    #expect(state.explorer.cell.channel == 2)
  }

  @Test("A mark that is none, or whose cell is gone, is refused with the reason; Esc gives up")
  func refusals() throws {
    var state = try Examples.plusUnderSobel()
    state.type("'b")
    #expect(state.message?.text == state.texts.text(.noSuchMark, "b"))
    state.type("'1")
    #expect(state.message?.text == state.texts.text(.markNeedsLetter))
    _ = state.apply(.explorer(.jump(row: 6, column: 6)))
    state.type("\"b")
    _ = state.apply(.explorer(.set(.stride, .axes(PerAxis(3)))))
    state.type("'b")
    #expect(state.message?.text == state.texts.text(.markIsGone, "b"))
    state.type("'")
    state.press(.escape)
    #expect(state.mode == .normal)
  }

  @Test("A number before a key means so many times, where no digit begins an edit")
  func count() throws {
    var state = try Examples.plusUnderSobel()
    state.type("5l")
    #expect(state.explorer.cellOffset == 5)
    state.type("12")
    #expect(state.message?.text == state.texts.text(.countIs, "12"))
    state.press(.right)
    #expect(state.explorer.cellOffset == 17)
    state.type("3h")
    #expect(state.explorer.cellOffset == 14)
    state.type("2s")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(3))
    state.type("9999u")
    #expect(state.explorer.experiment.parameters.stride == PerAxis(1))
    // Another key has nothing of a count before it.
    state.type("4?")
    state.press(.escape)
    state.type("l")
    #expect(state.explorer.history.undoCount == 0)
  }

  @Test("On the input a digit begins a number, and in the predict mode an answer")
  func digits() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab)
    state.type("5")
    #expect(state.keyContext == .editing)
    state.press(.escape, .backTab)
    state.type("A5")
    #expect(state.keyContext == .prompt)
  }

  @Test("A count beyond the end stops there")
  func end() throws {
    var state = try Examples.plusUnderSobel()
    state.type("99999999")
    #expect(state.message?.text == state.texts.text(.countIs, "9999"))
    state.type("l")
    #expect(state.explorer.cellOffset == 48)
  }
}
