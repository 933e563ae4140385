import ConvolutionEngine
import Explorer
import TerminalKit
import Testing

@testable import Workbench

@Suite("The selection on the padding")
struct PaddingCursorTests {
  /// The plus with mirrored padding, the input focused.
  private func workbench(mode: PaddingMode = .reflect) throws -> WorkbenchState {
    var state = try Examples.plusUnderSobel()
    _ = state.apply(.explorer(.set(.paddingMode, .modes(PerAxis(mode)))))
    state.press(.tab)
    return state
  }

  private func status(_ state: inout WorkbenchState) -> String { state.draw().lines.last ?? "" }

  @Test("arrows lead over the rim, and the status says which row is mirrored")
  func mirrors() throws {
    var state = try workbench()
    state.press(.right, .up)
    #expect(state.explorer.inputCursor == Coordinate(row: -1, column: 1))
    #expect(status(&state).hasPrefix(" input[-1,1] = 0 · row -1 mirrors row 1 · feeds 3 outputs (*)"))
    state.press(.up)
    #expect(state.explorer.inputCursor.row == -1, "the padding ends there")
    state.press(.left, .left)
    #expect(status(&state).contains("row -1 mirrors row 1, column -1 mirrors column 1"))
    state.press(.home)
    #expect(state.explorer.inputCursor == Coordinate(row: -1, column: 0), "the ends are those of the picture")
  }

  @Test(
    "every mode has its word",
    arguments: [
      (.zeros, "outside (·) is 0"), (.reflect, "row -1 mirrors row 1"), (.replicate, "row -1 repeats row 0"),
      (.circular, "row -1 wraps to row 6"),
    ] as [(PaddingMode, String)])
  func modes(mode: PaddingMode, words: String) throws {
    var state = try workbench(mode: mode)
    state.press(.up)
    #expect(status(&state).contains(words))
  }

  @Test("a number typed there is refused with the cell that has it")
  func refused() throws {
    var state = try workbench()
    state.press(.right, .up)
    let before = state.explorer.document
    for key in [Key.character("5"), .enter] {
      state.press(key)
      #expect(state.mode == .normal)
      #expect(state.message?.text == "Cell -1,1 lies in the padding and mirrors cell 1,1; edit that one.")
    }
    state.press(.character("m"), .character("m"), .character("m"))
    state.press(.character("5"))
    #expect(state.message?.text == "Cell -1,1 lies in the padding and is always 0; m changes the padding mode.")
    _ = state.run(line: "padding-mode reflect")
    #expect(state.explorer.document.experiment == before.experiment)
  }

  @Test("the source is marked in the input, and what the selection feeds in the output")
  func marks() throws {
    var state = try workbench()
    state.press(.right, .right, .up)
    let lines = state.draw().lines
    // Row −1 stands under the indices; its source is two rows further down.
    #expect(lines[5].contains("*0"), "\(lines[5])")
    #expect(lines[3].contains("[*0]*0 *0") || lines[3].contains("*0 *0 *0"), "\(lines[3])")
  }

  @Test("a weight says how many inputs it touches")
  func weight() throws {
    var state = try Examples.plusUnderSobel()
    state.press(.tab, .tab)
    #expect(status(&state).hasPrefix(" kernel[0,0] = -1 · touches 49 inputs (*), 13 of them padding"))
    state.press(.right, .down)
    #expect(status(&state).contains("touches 49 inputs (*) "))
  }

  @Test("where there is no room for more, the value stays")
  func narrow() throws {
    var state = try Examples.plusUnderSobel(size: Size(rows: 12, columns: 40))
    state.press(.tab, .tab)
    #expect(status(&state).hasPrefix(" kernel[0,0] = -1 "))
  }
}
