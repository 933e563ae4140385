import Testing

@testable import NCursesTerminal
@testable import TerminalKit

@Suite struct CellGlyphsTests {
  /// As `wcwidth` does, for the scalars used here.
  private func width(_ value: UInt32) -> Int {
    switch value {
    case 0x301, 0x200D, 0xFE0F: 0
    case 0x1FAE8: -1
    case 0x1F1E6...0x1F1FF: 1
    case 0x4E00..., 0x1F300...: 2
    default: 1
    }
  }

  private func pieces(_ text: String, width columns: Int, unicode: Bool = true) -> [[UInt32]] {
    CellGlyphs.pieces(of: Cell(text: text, style: .plain, width: columns), unicode: unicode, width: width)
  }

  @Test("a spacing scalar keeps its marks, four at most") func marks() {
    #expect(pieces("e\u{301}", width: 1) == [[0x65, 0x301]])
    #expect(pieces("e" + String(repeating: "\u{301}", count: 9), width: 1)[0].count == 5)
    #expect(pieces("卷", width: 2) == [[0x5377]])
  }

  @Test("what terminals measure differently is drawn plainer in the same width") func fallbacks() {
    #expect(pieces("👩‍🔬", width: 2) == [[0x1F469]])
    #expect(pieces("👍🏽", width: 2) == [[0x1F44D]])
    #expect(pieces("❤️", width: 2) == [[0x2764], [0x20]])
    #expect(pieces("🇫🇷", width: 2) == [[0x46], [0x52]])
    #expect(pieces("\u{1FAE8}", width: 2) == [[0x3F], [0x20]])
  }

  @Test("without Unicode everything is ASCII of the same width") func ascii() {
    #expect(pieces("│", width: 1, unicode: false) == [[0x7C]])
    #expect(pieces("╬", width: 1, unicode: false) == [[0x2B]])
    #expect(pieces("卷", width: 2, unicode: false) == [[0x3F], [0x20]])
    #expect(pieces("x", width: 1, unicode: false) == [[0x78]])
  }
}
