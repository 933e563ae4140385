import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

/// Every way to type a number that is none, or one at the rim of what a Float32 holds.
@Suite("Bad numbers, typed")
struct BadNumbersTests {
  private static let digits = String(repeating: "1234567890", count: 4)

  @Test(
    "what is no number of the right range stays where it is typed, with the reason, and changes nothing",
    arguments: ["1e308", "-1e308", "3.5e38", "0,5", "1.000,5", "1 2", "--3", "-", "1/0", "0x", digits, "١٢"])
  func refused(text: String) throws {
    var state = try Examples.plusUnderSobel()
    let before = state.explorer
    state.press(.tab)
    state.mode = .editing(CellEdit(grid: .input, row: 0, column: 0, text: text))
    #expect(state.press(.enter).isEmpty)
    guard case .editing(let edit) = state.mode else {
      Issue.record("expected the edit, found \(state.mode)")
      return
    }
    #expect(edit.text == text)
    #expect(edit.problem?.contains("is not a number") == true)
    #expect(state.explorer == before)
  }

  @Test("in an action as well", arguments: ["1e308", "0,5", "-", "--3", digits])
  func refusedAction(text: String) throws {
    var state = try Examples.plusUnderSobel()
    let before = state.explorer
    state.type(":edit input 0 0 " + text)
    #expect(state.press(.enter).isEmpty)
    guard case .prompt(let prompt) = state.mode else {
      Issue.record("expected the line, found \(state.mode)")
      return
    }
    #expect(prompt.problem?.contains("a number was expected") == true)
    #expect(state.explorer == before)
  }

  @Test(
    "what a Float32 holds is taken bit for bit, and shown as the same number",
    arguments: [
      ("1e-45", Float.leastNonzeroMagnitude), ("1.1754942e-38", Float.leastNormalMagnitude.nextDown),
      ("-0", -0.0), ("3.4028235e38", Float.greatestFiniteMagnitude), ("inf", .infinity), ("-inf", -.infinity),
      ("0.3333333333333333333333333333333333333333", 1 / 3), ("1e-400", 0),
    ])
  func taken(text: String, value: Float) throws {
    for line in [true, false] {
      var state = try Examples.plusUnderSobel()
      if line {
        state.type(":edit input 0 0 " + text)
      } else {
        state.press(.tab)
        state.mode = .editing(CellEdit(grid: .input, row: 0, column: 0, text: text))
      }
      state.press(.enter)
      #expect(state.explorer.experiment.operands[.input]?[row: 0, column: 0].bitPattern == value.bitPattern)
      let frame = Painter.draw(state, frame: state.prepareFrame())
      #expect(frame.size == state.size)
    }
  }

  @Test("nan is a number that one may mean")
  func nan() throws {
    var state = try Examples.plusUnderSobel()
    state.type(":edit input 3 3 nan")
    state.press(.enter)
    #expect(state.explorer.experiment.operands[.input]?[row: 3, column: 3].isNaN == true)
    #expect(state.explorer.experiment.value(at: Coordinate(row: 3, column: 3)).isNaN)
  }

  @Test("a stride beyond the input leaves one output; a dilation or kernel beyond it is told what would fit")
  func sizes() throws {
    var state = try Examples.plusUnderSobel()
    state.type(":stride 1000000000")
    state.press(.enter)
    #expect(state.explorer.outputShape.count == 1)
    state.type(":padding 0")
    state.press(.enter)

    func problem(_ line: String) -> String {
      var state = state
      state.type(":" + line)
      state.press(.enter)
      guard case .prompt(let prompt) = state.mode else { return "" }
      return prompt.problem ?? ""
    }
    #expect(
      problem("dilation 4")
        == "The kernel spans 9 rows, but the padded input has 7; a smaller kernel or dilation, or more padding, "
        + "would fit: dilation 3 at most, padding 1 at least or a 2×2 kernel at most.")
    #expect(problem("dilation 1000000000").contains("dilation 3 at most"))
    #expect(problem("resize kernel 8x2").contains("padding 1 at least or a 7×2 kernel at most"))
    #expect(problem("resize input 2x2").contains("padding 1 at least or a 2×2 kernel at most"))
    #expect(problem("resize input 0x3").contains("at least 1"))
    #expect(problem("stride 0").contains("1 to"))
    #expect(problem("stride 99999999999999999999").contains("a value for stride"))
    #expect(problem("padding -1").contains("0 to"))
    state.type(":stride 1")
    state.press(.enter)
    #expect(problem("padding 100000").contains("67108864"))
    #expect(problem("resize input 100000x100000").contains("67108864"))
    #expect(problem("stride").contains("a value"))
  }

  @Test("a signal of ten thousand cells is gone through like one of seven")
  func wide() throws {
    var state = try Examples.plusUnderSobel()
    state.type(":input ramp 1x10000")
    state.press(.enter)
    #expect(state.explorer.outputShape.width == 10_000)
    state.press(.end)
    #expect(state.explorer.cell == Coordinate(row: 0, column: 9999))
    let lines = Painter.draw(state, frame: state.prepareFrame()).lines
    #expect(lines.contains { $0.contains("cell 10000 of 10000") })
  }
}
