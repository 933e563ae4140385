import Testing

@testable import Formats

@Suite struct ExcerptTests {
  @Test("Nothing that a terminal could obey comes through")
  func harmless() {
    #expect(Excerpt.of("\u{1B}[2J\u{9B}a\u{7F}\u{202E}b\n") == "\u{FFFD}[2J\u{FFFD}a\u{FFFD}\u{FFFD}b\u{FFFD}")
    #expect(Excerpt.of([0xFF, 0x41]) == "\u{FFFD}A")
    #expect(Excerpt.of("für 卷积") == "für 卷积")
  }

  @Test("Long text is cut at 40 characters and marked")
  func length() {
    #expect(Excerpt.of(String(repeating: "a", count: 40)).count == 40)
    #expect(Excerpt.of(String(repeating: "卷", count: 41)) == String(repeating: "卷", count: 40) + "…")
    #expect(Excerpt.of([UInt8](repeating: 0x41, count: 1 << 20)).count == 41)
  }
}
