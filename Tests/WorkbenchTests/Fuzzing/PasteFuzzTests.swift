import Explorer
import TerminalKit
import TestSupport
import Testing

@testable import Workbench

/// Damaged pastes: a block of cells that pastes as itself, or a problem; and the workbench takes either in every mode.
@Suite("Fuzzed pastes")
struct PasteFuzzTests {
  private static let samples = [
    "1\t2\t3\n4\t5\t6\n", "1;2\n3;4", "1, 2.5, -3e1\n4, nan, inf\n", "1 2\n3 4", "array([[1., 2.],\n       [3., 4.]])",
    "tensor([[0.1, -0.2]], dtype=torch.float32)", "[[1, 2], [3, 4]]", "{1, 2}, {3, 4}", "[[1 2 3]\n [4 5 6]]",
    "1/9\t2/3",
  ]
  private static let tokens = [
    "[", "]", "{", "}", "\t", "\n", "\r\n", ";", ",", "...", "…", "nan", "-inf", "1e39", "1/0", "/", "\u{1B}[201~",
    "\u{3}",
    "\u{2028}", "卷", "\u{301}", "\0", "array(",
  ]

  @Test("no damaged paste breaks the reader or the workbench, and what was read pastes as itself") func paste() throws {
    let samples = Self.samples.map { Array($0.utf8) }
    var state = try Examples.plusUnderSobel()
    var round = 0
    try ReaderFuzzing("paste", samples: samples, tokens: Self.tokens).run { input in
      let text = String(decoding: input, as: UTF8.self)
      round += 1
      if round.isMultiple(of: 40) { state = try Examples.plusUnderSobel() }
      // Every few pastes another mode: cells, the prompt, the palette, an edit.
      switch round % 8 {
      case 1: state.press(.escape, .character(":"))
      case 3: state.press(.escape, .control("p"))
      case 5: state.press(.escape, .tab, .character("5"))
      default: state.press(.escape)
      }
      _ = state.handle(paste: text)
      try FuzzedScreen.require(state)
      let block: GridBlock
      do throws(PastedGrid.Problem) {
        block = try PastedGrid.read(text)
      } catch {
        try FuzzedScreen.require(sentence: TextTable.english.sentence(for: error))
        return .refused
      }
      try require(block.values.count <= GridBlock.largest, "more cells than a block may have")
      let rows = stride(from: 0, to: block.values.count, by: block.size.horizontal).map { start in
        block.values[start..<start + block.size.horizontal].map { NumberText.shortest($0) }.joined(separator: "\t")
      }
      let again = try PastedGrid.read(rows.joined(separator: "\n"))
      let isSame = zip(again.values, block.values).allSatisfy {
        $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN)
      }
      try require(again.size == block.size && isSame, "what was copied pastes as another block")
      return .accepted
    }
  }
}
