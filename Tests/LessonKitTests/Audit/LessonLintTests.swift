import Testing

@testable import LessonKit

@Suite("The linter of lessons")
struct LessonLintTests {
  private static func file(
    _ name: String, number: Int, requires: String? = nil, text: String = "Text.", task: String = LessonText.task()
  ) -> LessonLibrary.File {
    let front = "---\nid: \(name)\nnumber: \(number)\ntitle: T\n" + (requires.map { "requires: \($0)\n" } ?? "")
    return ("0\(number)-\(name).md", Array((front + "---\n## One\n\n\(text)\n\n\(task)").utf8))
  }

  private static func findings(_ files: LessonLibrary.File...) -> [LintFinding] {
    LessonLint.findings(in: LessonLibrary(files: files))
  }

  @Test("A good pack has no findings")
  func clean() {
    #expect(
      Self.findings(
        Self.file("a", number: 1, text: "See [b](02-b.md), [b](b), [b](./02-b.md) and [web](https://example.org/x)."),
        Self.file("b", number: 2, requires: "[a]")) == [])
  }

  @Test("A prerequisite that does not exist or comes later is found in its line")
  func prerequisites() {
    #expect(
      Self.findings(Self.file("a", number: 1, requires: "[b, c]"), Self.file("b", number: 2)) == [
        LintFinding(file: "01-a.md", line: 5, kind: .latePrerequisite("b")),
        LintFinding(file: "01-a.md", line: 5, kind: .unknownPrerequisite("c")),
      ])
  }

  @Test("A circle of prerequisites is found once, in the order in which the lessons would have to come")
  func cycles() {
    let findings = Self.findings(
      Self.file("a", number: 1, requires: "[c]"), Self.file("b", number: 2, requires: "[a]"),
      Self.file("c", number: 3, requires: "[b]"), Self.file("d", number: 4, requires: "[a]"))
    #expect(
      findings.filter { if case .prerequisiteCycle = $0.kind { true } else { false } } == [
        LintFinding(file: "01-a.md", line: 5, kind: .prerequisiteCycle(["b", "c", "a"]))
      ])
    let selfish = Self.findings(Self.file("a", number: 1, requires: "[a]"))
    #expect(selfish == [LintFinding(file: "01-a.md", line: 5, kind: .prerequisiteCycle(["a"]))])
  }

  @Test("Links to no lesson are found in text and in the words of a task; other schemes are no links of ours")
  func links() {
    let task = LessonText.task(["explanation": " 'See [x](nowhere).'"])
    #expect(
      Self.findings(Self.file("a", number: 1, text: "[f](file:///etc/passwd) [u](../b.md)", task: task)) == [
        LintFinding(file: "01-a.md", line: 6, kind: .brokenLink("file:///etc/passwd")),
        LintFinding(file: "01-a.md", line: 6, kind: .brokenLink("../b.md")),
        LintFinding(file: "01-a.md", line: 10, kind: .brokenLink("nowhere")),
      ])
  }

  @Test("What playing shows is told at the line of the task")
  func audit() {
    let task = LessonText.task(["check": " {reach: {row: 0, column: 0}}"])
    #expect(
      Self.findings(Self.file("a", number: 1, task: task)) == [
        LintFinding(file: "01-a.md", line: 10, kind: .audit(.solvedAtStart(task: "t1")))
      ])
  }

  @Test("Every block of a file that is wrong is told, and other files stay")
  func allProblems() {
    let broken = """
      ---
      id: A
      number: 1
      title: T
      ---
      ## One

      ```setup
      - jmup 1 1
      ```

      ```task
      id: t
      ```

      ## Two

      ```setup
      - play
      ```

      ```setup
      - play
      ```

      """
    let library = LessonLibrary(files: [("01-x.md", Array(broken.utf8)), Self.file("b", number: 2)])
    #expect(library.lessons.map(\.id) == ["b"])
    #expect(library.problems.map(\.line) == [2, 9, 13, 22], "\(library.problems)")
  }
}
