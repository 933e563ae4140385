import TerminalKit
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    "graphemes take the columns that terminals give them",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("卷", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("Ａ", 2), ("ｱ", 1),
      ("─", 1), ("█", 1), ("�", 1), ("…", 1), ("👍", 2), ("👍🏽", 2), ("👩‍🔬", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2),
      ("🇫🇷", 2), ("\u{301}", 0), ("\u{200B}", 0), ("\u{7}", 0), ("→", 1), ("Σ", 1), ("。", 2),
    ])
  func graphemes(text: String, columns: Int) {
    #expect(text.count == 1)
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test("the columns of a text are the sum over its graphemes") func sums() {
    #expect(DisplayWidth.columns(of: "") == 0)
    #expect(DisplayWidth.columns(of: "kernel 核 3×3") == 13)
  }

  @Test("a prefix ends before the grapheme that doesn't fit") func prefix() {
    #expect(DisplayWidth.prefix("a卷积", columns: 4) == "a卷")
    #expect(DisplayWidth.prefix("a卷积", columns: 5) == "a卷积")
    #expect(DisplayWidth.prefix("e\u{301}x", columns: 1) == "e\u{301}")
    #expect(DisplayWidth.prefix("abc", columns: 0) == "")
    #expect(DisplayWidth.prefix("abc", columns: -3) == "")
  }

  @Test("a truncated text says so within its columns") func truncation() {
    #expect(DisplayWidth.truncated("kernel", columns: 6) == "kernel")
    #expect(DisplayWidth.truncated("kernels", columns: 6) == "kerne…")
    #expect(DisplayWidth.truncated("卷积核", columns: 4) == "卷…")
    #expect(DisplayWidth.truncated("kernels", columns: 4, mark: "...") == "k...")
    #expect(DisplayWidth.truncated("kernels", columns: 0) == "")
  }
}
