import TerminalKit
import TestSupport
import Testing

@Suite struct SanitizerTests {
  @Test("what a person writes stays as it is")
  func harmless() {
    for text in ["", "plain ASCII ~", "Größe", "卷积 核", "e\u{301}", "👩‍🔬", "❤️", "🇫🇷", "1️⃣", "─┼█ → Σ", "नमस्ते"] {
      #expect(Sanitizer.sanitized(text) == text)
    }
  }

  @Test("lines, blocks and shapes are symbols that hide nothing, and stay", arguments: 0x2500..<0x2600 as Range<UInt32>)
  func frames(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect([.otherSymbol, .mathSymbol].contains(scalar.properties.generalCategory))
    #expect(!scalar.properties.isDefaultIgnorableCodePoint)
    #expect(Sanitizer.sanitized("\(scalar)") == "\(scalar)")
  }

  @Test(
    "what steers, reorders or hides becomes visible",
    arguments: [
      ("\u{1B}[2J", "␛[2J"), ("a\tb", "a␉b"), ("\r\n", "␍␊"), ("\u{7F}", "␡"), ("\u{9B}31m", "�31m"), ("\u{0}", "␀"),
      ("x\u{202E}y", "x�y"), ("\u{2066}y\u{2069}", "�y�"), ("\u{200E}", "�"), ("a\u{200B}b", "a�b"),
      ("a\u{200D}b", "a�b"), ("\u{FEFF}", "�"), ("\u{AD}", "�"), ("\u{E0041}", "�"), ("\u{3164}", "�"),
      ("\u{2028}", "�"), ("\u{FFFF}", "�"), ("\u{301}", "�"), ("a\u{FE0F}", "a�"), ("\u{E000}", "�"),
    ])
  func hostile(text: String, visible: String) {
    #expect(Sanitizer.sanitized(text) == visible)
  }

  @Test("a pile of marks becomes one substitute") func marks() {
    #expect(Sanitizer.sanitized("a" + String(repeating: "\u{301}", count: 500) + "b") == "�b")
  }

  @Test("every grapheme of any result is 1 or 2 columns of harmless scalars", arguments: 1...40 as ClosedRange<UInt64>)
  func property(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var scalars = String.UnicodeScalarView()
    let pools: [ClosedRange<UInt32>] = [
      0...0xFF, 0x300...0x36F, 0x200B...0x206F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F9FF, 0xFE00...0xFEFF, 0...0x10FFFF,
      0xAC00...0xD7A3, 0x1100...0x11FF, 0x900...0x97F,
    ]
    for _ in 0..<300 {
      let pool = pools[Int.random(in: 0..<pools.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &random)) { scalars.append(scalar) }
    }
    let result = Sanitizer.sanitized(String(scalars))
    for character in result {
      #expect((1...2).contains(DisplayWidth.columns(of: character)), "seed \(seed)")
    }
    for scalar in result.unicodeScalars {
      let value = scalar.value
      #expect(value >= 0x20 && !(0x7F...0x9F).contains(value), "seed \(seed)")
      let steersDirection = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      #expect(!steersDirection && value != 0x200E && value != 0x200F && value != 0x61C, "seed \(seed)")
    }
    #expect(Sanitizer.sanitized(result) == result, "seed \(seed)")
  }
}
