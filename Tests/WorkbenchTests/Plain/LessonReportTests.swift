import LessonKit
import Testing

@testable import Workbench

@Suite("The report on all lessons")
struct LessonReportTests {
  @Test("Lessons in order make one line that counts them")
  func clean() {
    let report = LessonReport(on: .init(originals: LessonLibrary(files: [("01-a.md", Self.lesson("a", 1))])))
    #expect(report.isClean)
    #expect(report.lines == ["1 of 1 lessons are in order, 1 of 1 tasks."])
  }

  @Test("Each finding is a line without control characters; files that are no lessons count as lessons not in order")
  func findings() {
    let library = LessonLibrary(files: [
      ("01-a.md", Self.lesson("a", 1)), ("02-b.md", Self.lesson("b", 2, solution: "jump 1 2")),
      ("03\u{1B}c.md", Array("no front matter\n".utf8)),
    ])
    let report = LessonReport(on: .init(originals: library, refusals: ["x is no lesson name."]))
    #expect(!report.isClean)
    #expect(report.lines.count == 4)
    #expect(report.lines.first == "02-b.md:13: task “t”: the solution does not solve it.", "\(report.lines)")
    #expect(report.lines.allSatisfy { !$0.contains("\u{1B}") })
    #expect(
      report.lines.suffix(3) == [
        "03␛c.md:1: the front matter between two lines of --- is missing.", "x is no lesson name.",
        "1 of 4 lessons are in order, 1 of 2 tasks.",
      ])
  }

  private static func lesson(_ id: String, _ number: Int, solution: String = "jump 1 1") -> [UInt8] {
    Array(
      """
      ---
      id: \(id)
      number: \(number)
      title: T
      ---

      ## One

      ```setup
      - preset input impulse 5x5
      ```

      ```task
      id: t
      prompt: Go.
      check: {reach: {row: 1, column: 1}}
      hints: [one, two]
      solution: {actions: [\(solution)]}
      explanation: Done.
      ```

      """.utf8)
  }
}
