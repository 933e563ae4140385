import Testing

@testable import LessonKit

@Suite("The table of what is taught where")
struct CoverageTableTests {
  private static let library = LessonLibrary(files: [
    ("01-a.md", Array((LessonText.frontMatter + "## One\n\n" + LessonText.task()).utf8))
  ])

  private static func faults(_ rows: String...) -> [LintFinding] {
    let table =
      ["# Guide", "", "| Check | True when |", "|---|---|", "| a | b |", ""]
      + ["| item | of the article | lesson | task | |", "|---|---|---|---|---|"] + rows + ["", "| not | ours |"]
    return CoverageTable.findings(in: table.joined(separator: "\n"), file: "README.md", library: library)
  }

  @Test("Rows of lessons and tasks that exist are in order; what is told needs no task")
  func clean() {
    #expect(
      Self.faults(
        "| 1 | one | `a-lesson` | `t1` | stepped |", "| | | `a-lesson` | `t1` | computed |",
        "| Ref | sources | `a-lesson` | | told |") == [])
    #expect(CoverageTable.findings(in: "no table", file: "README.md", library: Self.library) == [])
  }

  @Test("What a row names and what is not there is found in its line")
  func faulty() {
    let found = Self.faults(
      "| | one | `a-lesson` | `t1` | stepped |", "| 1 | one | `b` | `t1` | stepped |",
      "| 1 | one | `a-lesson` | `t2` | seen |", "| 2 | one | `a-lesson` |")
    let faults: [(Int, CoverageTable.Fault)] = [
      (9, .noItem), (10, .unknownLesson("b")), (11, .itemTwice("1")), (11, .unknownManner("seen")),
      (11, .unknownTask("t2", lesson: "a-lesson")), (12, .cellCount(3)),
    ]
    #expect(found == faults.map { LintFinding(file: "README.md", line: $0.0, kind: .coverage($0.1)) })
  }
}
