import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("Drawing the output that one wants")
struct TargetKeysTests {
  private func drawing() throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    _ = state.apply(.runLine("target"))
    return state
  }

  @Test("a number that is typed on the output goes into the target, and undo takes it back")
  func types() throws {
    var state = try drawing()
    #expect(state.focus == .output && state.editsTarget)
    state.press(.right, .down)
    let cell = state.explorer.cell
    state.type("12")
    #expect(state.mode == .editing(CellEdit(grid: .output, row: cell.row, column: cell.column, text: "12")))
    state.press(.enter)
    #expect(state.mode == .normal)
    #expect(state.explorer.document.target?[cell] == 12)
    state.type("-3")
    state.press(.right)
    #expect(state.explorer.document.target?[cell] == -3)
    #expect(state.explorer.cell.column == cell.column + 1)
    state.press(.character("u"), .character("u"))
    #expect(state.explorer.document.target == state.explorer.experiment.output())
  }

  @Test("where our own output or the difference is shown, digits count as ever and nothing is written")
  func onlyTheTarget() throws {
    var state = try drawing()
    state.press(.character("Y"))
    #expect(state.explorer.outputView != .other && !state.editsTarget)
    state.type("3")
    #expect(state.mode == .normal && state.count == 3)
  }

  @Test("fitting says what is left, where, and which cells no kernel can tell apart")
  func fits() throws {
    var state = try drawing()
    _ = state.apply(.runLine("fit"))
    #expect(state.message?.kind == .success)
    #expect(state.message?.text.hasPrefix("The kernel makes the target") == true)
    // Far from the plus all windows are empty: a 5 in one of them is out of reach.
    state.press(.character("g"))
    state.type("5")
    state.press(.enter)
    _ = state.apply(.runLine("fit"))
    #expect(state.message?.kind == .notice)
    let text = try #require(state.message?.text)
    #expect(text.contains("most 5 at out[0,0]"), "\(text)")
    #expect(text.contains("out[0,0] and out[0,1] have the same window and want 5 and 0."), "\(text)")
  }

  @Test("a fit without a target is refused, and the target stands in the list of what to compare with")
  func refused() throws {
    var state = try Examples.plusUnderSobel()
    _ = state.apply(.runLine("fit"))
    #expect(state.message?.kind == .problem)
    #expect(!state.names(in: .comparisons).contains("target"))
    _ = state.apply(.runLine("target"))
    #expect(state.names(in: .comparisons).contains("target"))
    #expect(state.comparisonItems.contains { $0.command == .explorer(.compareTarget) })
    _ = state.apply(.runLine("target off"))
    #expect(state.explorer.document.target == nil)
  }

  @Test(
    "what is left is told in four digits", arguments: [(0.47140452, "0.4714"), (12344, "12340"), (3, "3"), (0, "0")])
  func brief(value: Double, text: String) {
    #expect(TextTable.brief(value) == text)
  }
}
