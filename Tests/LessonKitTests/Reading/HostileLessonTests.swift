import Testing

@testable import LessonKit

@Suite struct HostileLessonTests {
  @Test("A file beyond 256 KiB is refused before it is parsed")
  func tooLarge() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: LessonFileText.sizeLimit + 1)
    #expect(
      throws: LessonProblem(file: "lesson.md", line: nil, reason: .tooLarge(bytes: bytes.count, limit: 256 << 10))
    ) {
      try LessonText.read(bytes: bytes)
    }
  }

  @Test("Bytes that are not UTF-8 are refused")
  func notUTF8() {
    let bytes = Array(LessonText.frontMatter.utf8) + [0xff, 0xfe, 0xc0, 0x80]
    #expect(throws: LessonProblem(file: "lesson.md", line: nil, reason: .notUTF8)) { try LessonText.read(bytes: bytes) }
  }

  @Test(
    "Deep nesting of any kind is refused with its line, not by a trap",
    arguments: [
      String(repeating: ">", count: 10_000) + " a", String(repeating: "> ", count: 8_000) + "a",
      String(repeating: "- ", count: 8_000) + "a", String(repeating: "1. ", count: 5_000) + "a",
      String(repeating: "*a ", count: 2_000) + String(repeating: "b*", count: 2_000),
      String(repeating: "![a", count: 2_000) + String(repeating: "](b)", count: 2_000),
    ])
  func nesting(text: String) {
    let problem = LessonText.problem(body: "## One\n\n" + text)
    #expect(problem?.reason == .tooDeep(limit: MarkdownLimits.depth))
    #expect(problem?.line == nil || problem?.line == 8)
  }

  @Test("100,000 nested quotes are refused")
  func quotes() {
    let problem = LessonText.problem(body: String(repeating: ">", count: 100_000))
    #expect(problem == LessonProblem(file: "lesson.md", line: 6, reason: .tooDeep(limit: 32)))
  }

  @Test("Lists nested by indentation line after line are refused")
  func indentedLists() {
    let lines = (0..<100).map { String(repeating: "  ", count: $0) + "- a" }
    #expect(LessonText.problem(body: lines.joined(separator: "\n"))?.reason == .tooDeep(limit: 32))
  }

  @Test("A table that would fill its short rows to a billion cells is refused")
  func wideTable() {
    let header = String(repeating: "|a", count: 1000) + "|\n" + String(repeating: "|-", count: 1000) + "|\n"
    let body = header + String(repeating: "|\n", count: 5000)
    #expect(LessonText.problem(body: body)?.reason == .tooDeep(limit: MarkdownLimits.tableCells))
  }

  @Test("A line of 200 kB is refused with its line; paragraphs up to the limit are read")
  func longLine() throws {
    for unit in ["word ", "a<?", "![[]()", "*a**b_c__", "_"] {
      let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
      #expect(
        LessonText.problem(body: "\n" + text)
          == LessonProblem(file: "lesson.md", line: 7, reason: .longParagraph(limit: 16384)))
    }
    let lesson = try LessonText.read(body: String(repeating: "a", count: MarkdownLimits.paragraph))
    #expect(lesson.pages.first?.blocks.count == 1)
  }

  @Test("Anchors and aliases are refused with their line, however they are placed")
  func aliasBomb() {
    let bomb = """
      a: &a [x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
      ? [*b, *b, *b]
      : c
      """
    for (yaml, line) in [(bomb, 7), ("x: [\n\"]\",&a b]", 8), ("- &_ a", 7), ("k: |\n  R &D", 8)] {
      let problem = LessonText.problem(body: "```setup\n\(yaml)\n```\n")
      #expect(problem == LessonProblem(file: "lesson.md", line: line, reason: .aliasRefused))
    }
    #expect(LessonText.problem(body: "```setup\n- *a\n```\n")?.line == 7)
    // Markdown's own asterisks and entities, and an ampersand by itself, are fine.
    let text = LessonText.task(["prompt": " |\n  *R* & **D**"])
    #expect(LessonText.problem(body: text) == nil)
  }

  @Test("YAML that is nested too deeply or too long is refused with the YAML reader's limits")
  func yamlLimits() {
    let deep = "- " + String(repeating: "[", count: 300)
    #expect(
      LessonText.problem(body: "```setup\n\(deep)\n```\n")
        == LessonProblem(file: "lesson.md", line: 7, reason: .tooDeep(limit: 16)))
    // With blank lines, as the Markdown around it has a limit of its own for lines without.
    let long = String(repeating: String(repeating: "- play\n", count: 100) + "\n", count: 100)
    #expect(
      LessonText.problem(body: "```setup\n\(long)```\n")
        == LessonProblem(file: "lesson.md", line: 6, reason: .tooLarge(bytes: 70_099, limit: 64 << 10)))
  }

  @Test("NUL, escapes and broken YAML give one problem each, with a line")
  func controlCharacters() {
    for yaml in ["- \u{0}", "- \u{1b}[2J", "\t- a", "- 'a", "a: b: c", "a: 1\na: 2", "- a\n--- \n- b"] {
      let problem = LessonText.problem(body: "## One\n\n```setup\n\(yaml)\n```\n")
      #expect(problem?.line.map { $0 >= 8 } == true, "\(yaml.debugDescription): \(String(describing: problem))")
    }
  }

  @Test("No NUL survives in lesson text; a control character arrives for the sanitiser to see")
  func controlCharactersInText() throws {
    let lesson = try LessonText.read(body: "a\u{0}b &#0; &#27;[2J\n")
    #expect(lesson.pages[0].blocks == [.paragraph([.text("a\u{fffd}b \u{fffd} \u{1b}[2J")])])
  }

  @Test("A file cut off at any byte is a lesson or one problem, never a trap")
  func truncated() {
    let bytes = Array((LessonText.frontMatter + "## É\n\n```setup\n- play\n```\n" + LessonText.task()).utf8)
    for count in bytes.indices { _ = try? LessonText.read(bytes: Array(bytes[..<count])) }
    #expect((try? LessonText.read(bytes: bytes)) != nil)
  }

  @Test("Thousands of footnotes, references and formulas are read in time that grows with the text alone")
  func manyNotes() throws {
    for unit in ["[^a] ", "[^a]: x\n\n", "$`x`$ ", "[^", "- [ ] a\n"] {
      let text = String(repeating: unit, count: 15_000 / unit.utf8.count)
      let lesson = try LessonText.read(body: "## One\n\n" + text + "\n\n[^a]: note\n")
      #expect(lesson.pages.count == 1)
    }
    let notes = (0..<3000).map { "a[^\($0)]\n\n[^\($0)]: note[^\($0)]\n\n" }.joined()
    #expect(try LessonText.read(body: "## One\n\n" + notes).pages[0].blocks.count == 6001)
  }
}
