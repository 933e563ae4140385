import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite struct LessonAuditTests {
  private func findings(_ task: [String: String?], setup: String = "- play") throws -> [LessonFinding] {
    LessonAudit.findings(
      in: try LessonText.read(body: "## One\n```setup\n\(setup)\n```\n" + LessonText.task(task)))
  }

  @Test("A good task has no findings")
  func good() throws {
    #expect(try findings([:]) == [])
  }

  @Test("What is solved for free, cannot be solved or cannot be opened is found")
  func bad() throws {
    #expect(try findings(["check": " {reach: {row: 0, column: 0}}"]) == [.solvedAtStart(task: "t1")])
    #expect(try findings(["solution": " {actions: [jump 1 2]}"]) == [.solutionFails(task: "t1", .notYet)])
    #expect(
      try findings(["solution": " {actions: [jump 9 9]}"]) == [
        .solutionRefused(
          task: "t1", action: .jump(row: 9, column: 9),
          .noSuchCell(row: 9, column: 9, size: try Shape(height: 5, width: 5)))
      ])
    let refused = Lesson(
      id: "a", number: 1, title: "A",
      pages: [LessonPage(blocks: [], setup: [.preset(.input, "nonsense", size: nil)])])
    #expect(
      LessonAudit.findings(in: refused) == [.setupRefused(page: 0, .unknownPreset("nonsense", operand: .input))])
    #expect(
      try findings(["check": " {predict: next}"]) == [
        .answerMismatch(task: "t1"), .solutionFails(task: "t1", .notYet),
      ])
    #expect(try findings(["solution": " {actions: [jump 1 1], answer: '1'}"]) == [.answerMismatch(task: "t1")])
  }
}
