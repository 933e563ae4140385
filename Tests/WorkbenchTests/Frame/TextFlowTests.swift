import TerminalKit
import TestSupport
import Testing

@testable import Workbench

@Suite("Wrapping text")
struct TextFlowTests {
  private func wrap(_ text: String, _ columns: Int) -> [String] {
    TextFlow.wrap([Span(text)], columns: columns).map(\.text)
  }

  @Test("Lines break at blanks, which vanish there")
  func words() {
    #expect(wrap("the window moves on", 10) == ["the window", "moves on"])
    #expect(wrap("", 10) == [""])
    #expect(wrap("a\nb", 10) == ["a", "b"])
  }

  @Test("A word longer than a line is cut")
  func longWord() {
    #expect(wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"])
  }

  @Test("Chinese breaks anywhere but before closing and after opening punctuation")
  func chinese() {
    #expect(wrap("右边比左边亮吗？对。", 10) == ["右边比左边", "亮吗？对。"])
    // Five characters would fit, but then the full stop would begin the next line.
    #expect(wrap("右边比左边。亮", 10) == ["右边比左", "边。亮"])
    #expect(wrap("右边比（左边）", 8) == ["右边比", "（左边）"])
  }

  @Test("The first line and the rest have their own beginnings")
  func prefixes() {
    let lines = TextFlow.wrap([Span("one two three")], columns: 9, first: [Span("• ")], rest: [Span("  ")])
    #expect(lines.map(\.text) == ["• one two", "  three"])
  }

  @Test("Pieces keep their roles across line ends")
  func roles() {
    let lines = TextFlow.wrap([Span("is "), Span("it brighter", .emphasis)], columns: 6)
    #expect(lines.map(\.text) == ["is it", "bright", "er"])
    #expect(lines[0].spans == [Span("is "), Span("it", .emphasis)])
  }

  @Test("Any text keeps its characters and no line is too wide")
  func random() {
    let alphabet = Array("ab c，。（）窗口词 \u{1B}é👩‍👩‍👧,")
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      let columns = Int.random(in: 2...20, using: &generator)
      let lines = wrap(text, columns)
      #expect(
        lines.allSatisfy { DisplayWidth.columns(of: String($0.reversed().drop { $0 == " " })) <= columns }, "\(lines)")
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == Sanitizer.sanitized(text).filter { $0 != " " })
    }
  }
}
