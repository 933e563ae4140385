import ConvolutionEngine
import Explorer
import LessonKit
import Testing

@testable import Workbench

@Suite("Sentences about findings in lessons")
struct FindingSentencesTests {
  private let texts = TextTable.english

  @Test("Every finding names its lesson and its task or page, and says what is wrong")
  func findings() throws {
    let noCell = ExplorerError.noSuchCell(row: 9, column: 9, size: try Shape(height: 5, width: 5))
    let cases: [(LessonFinding, String)] = [
      (
        .setupRefused(page: 0, .nothingToUndo), "a: page 1: the setup cannot be made: There is nothing to undo."
      ),
      (.solvedAtStart(task: "t"), "a: task “t”: it is solved before anything was done."),
      (
        .solutionRefused(task: "t", action: .jump(row: 9, column: 9), noCell),
        "a: task “t”: the solution stops at “jump 9 9”: " + texts.sentence(for: noCell)
      ),
      (.solutionFails(task: "t", .notYet), "a: task “t”: the solution does not solve it."),
      (.solutionFails(task: "t", nil), "a: task “t”: the solution does not solve it."),
      (
        .answerMismatch(task: "t"),
        "a: task “t”: an answer in the solution and a question in the check belong together; one is missing."
      ),
      (.reasonIsRight(task: "t", value: 9), "a: task “t”: a reason why it is wrong stands at 9, which is right."),
      (.tooFewHints(task: "t", count: 1), "a: task “t”: 1 hints are too few; at least 2 are needed."),
      (.emptyHint(task: "t", index: 0), "a: task “t”: hint 1 is empty."),
      (.emptyPrompt(task: "t"), "a: task “t”: the prompt is empty."),
      (.noPresets, "a: the program lacks the presets that every setup begins with."),
    ]
    for (finding, sentence) in cases { #expect(texts.sentence(for: finding, lesson: "a") == sentence) }
  }
}
