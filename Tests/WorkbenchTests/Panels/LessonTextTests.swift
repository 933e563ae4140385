import LessonKit
import TerminalKit
import Testing

@testable import Workbench

@Suite("The text of lessons")
struct LessonTextTests {
  private func line(_ inlines: LessonInline...) -> String {
    LessonText(columns: 40, glyphs: Glyphs(unicode: true)).spans(inlines, role: .text).map(\.text).joined()
  }

  @Test("A line that its file breaks goes on after a blank, between Chinese characters without one")
  func softBreaks() {
    #expect(line(.text("a"), .softBreak, .text("b")) == "a b")
    #expect(line(.text("窗口，"), .softBreak, .text("滑动")) == "窗口，滑动")
    #expect(line(.text("窗口"), .softBreak, .strong([.text("滑动")])) == "窗口滑动")
    #expect(line(.text("窗口"), .softBreak, .code("3")) == "窗口 3")
  }

  // MARK: Blocks

  private func lines(_ markdown: String, columns: Int, unicode: Bool = true) throws -> [String] {
    let text = "---\nid: a\nnumber: 1\ntitle: T\n---\n" + markdown
    let library = LessonLibrary(files: [("a.md", Array(text.utf8))])
    let page = try #require(library.lessons.first?.pages.first, "\(library.problems)")
    let drawn = LessonText(columns: columns, glyphs: Glyphs(unicode: unicode)) { $0 == "padding" ? "lesson 4" : nil }
      .lines(page.blocks)
    for line in drawn { #expect(line.columns <= columns, "\(line.text)") }
    return drawn.map { String($0.text.reversed().drop { $0 == " " }.reversed()) }
  }

  @Test("Tables line up by display width; where they do not fit, each row lists its cells")
  func tables() throws {
    let table = "| 层 | parameters |\n|---|---|\n| 卷积 | 10 |\n| dense | 2401 |\n"
    #expect(try lines(table, columns: 30) == ["层     parameters", "卷积   10", "dense  2401"])
    #expect(
      try lines(table, columns: 14)
        == ["层: 卷积", "  parameters:", "    10", "", "层: dense", "  parameters:", "    2401"])
    #expect(
      try lines("- item\n\n  " + table.replacing("\n", with: "\n  "), columns: 16).first == "• item")
  }

  @Test("Items of a task list are done or not, in Unicode and in ASCII")
  func checklists() throws {
    let list = "Do:\n- [ ] one that goes on\n- [x] two\n"
    #expect(try lines(list, columns: 14) == ["Do:", "☐ one that", "  goes on", "☑ two"])
    #expect(try lines(list, columns: 40, unicode: false) == ["Do:", "[ ] one that goes on", "[x] two"])
  }

  @Test("A footnote stands at the foot of the page that refers to it, wherever it was written")
  func footnotes() throws {
    #expect(
      try lines("## One\n\nA[^b] and[^a].\n\n[^a]: The first note.\n\n## Two\n\n[^b]: The *second*.\n", columns: 40)
        == ["One", "A[1] and[2].", "", "[1] The second.", "[2] The first note."])
    // One that is missing stays as it was written.
    #expect(try lines("A[^c].\n", columns: 40) == ["A[^c]."])
  }

  @Test("Formulas stand between dollar signs and backquotes; a dollar sign by itself is one")
  func formulas() throws {
    #expect(try lines("It costs $5: $`x_i`$, $`y^2`$.\n", columns: 40) == ["It costs $5: xᵢ, y²."])
    #expect(try lines("`x_i` and $`x_i`$\n", columns: 40, unicode: false) == ["x_i and x_i"])
    #expect(try lines("```math\n\\sum_i w_i \\\\\nx\n```\n", columns: 40).first == "  Σᵢ wᵢ")
  }

  @Test("Links show where they lead: to a lesson or to an address")
  func links() throws {
    #expect(
      try lines("See [this](padding), [that](https://example.org/a) and <https://example.org/b>.\n", columns: 90)
        == ["See this (lesson 4), that (https://example.org/a) and https://example.org/b."])
  }

  @Test("Chinese breaks between any two characters, but closing punctuation begins no line and opening ends none")
  func chinese() throws {
    #expect(try lines("一二三四，五（六）七。\n", columns: 8) == ["一二三", "四，五", "（六）", "七。"])
    // In 7 columns there is no room for 了！”、, which must not be broken anywhere.
    for columns in 8...30 {
      for line in try lines("他说：“窗口（window）移动了！”、然后《停下》；对吗？是的……好。\n", columns: columns) {
        #expect(!"，。、；：？！）》”…".contains(line.first ?? "a"), "\(columns): \(line)")
        #expect(!"（《“".contains(line.last ?? "a"), "\(columns): \(line)")
      }
    }
  }

  @Test("Escapes in code, formulas, links and footnotes are no control characters on the screen")
  func hostile() throws {
    let text = "$`\u{1b}[2J`$ [&#27;](https://x/&#27;)[^a]\n\n```python\n\u{1b}]0;x\u{7}\n```\n\n[^a]: &#x9b;31m\n"
    var surface = Surface(size: Size(rows: 20, columns: 60))
    let library = LessonLibrary(files: [("a.md", Array(("---\nid: a\nnumber: 1\ntitle: T\n---\n" + text).utf8))])
    let page = try #require(library.lessons.first?.pages.first, "\(library.problems)")
    for (row, line) in LessonText(columns: 60, glyphs: Glyphs(unicode: true)).lines(page.blocks).enumerated() {
      surface.write(
        line, row: row, column: 0, theme: Theme(depth: .mono),
        in: Rect(row: 0, column: 0, rows: 20, columns: 60))
    }
    #expect(
      surface.lines.joined().unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 32 && !(0x7f...0x9f).contains($0.value))
      })
  }
}
