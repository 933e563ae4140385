import ConvolutionEngine
import Explorer
import Testing

@testable import LessonKit

@Suite("Questions whose answer is typed")
struct LessonQuestionTests {
  private func judge(_ yaml: String, _ text: String) throws -> Verdict {
    let question = try #require(try LessonText.check(yaml).question)
    return question.judge(text, state: try CheckTests.explorer(["reveal live", "reveal stepping"]))
  }

  @Test(
    "A choice is right when all that is right was picked and nothing else",
    arguments: [
      ("choice: 2", "2", .passed), ("choice: 2", " 2 ", .passed), ("choice: 2", "1", .wrong(.notThisChoice(1))),
      ("choice: 2", "2 3", .wrong(.notThisChoice(3))), ("choice: 2", "9", .wrong(.notThisChoice(9))),
      ("choice: [1, 3]", "3, 1", .passed), ("choice: [1, 3]", "3", .wrong(.moreChoices)),
      ("choice: [1, 3]", "1 2", .wrong(.notThisChoice(2))), ("choice: 2", "two", .wrong(.notANumber)),
      ("choice: 2", "2 x", .wrong(.notANumber)), ("choice: 2", "", .wrong(.notANumber)),
      ("line: [4, 5]", "5", .passed), ("line: 4", "3", .wrong(.notThisLine(3))), ("line: 4", "x", .wrong(.notANumber)),
    ] as [(String, String, Verdict)])
  func choices(yaml: String, text: String, verdict: Verdict) throws {
    #expect(try judge(yaml, text) == verdict)
  }

  @Test(
    "Large numbers are read as people group them",
    arguments: [
      "1600040000", "1,600,040,000", "1 600 040 000", "1_600_040_000", "1.60004e9", "+1600040000", " 1600040000.0 ",
      "3200080000/2",
    ])
  func grouped(text: String) throws {
    #expect(try judge("answer: {equals: 1600040000}", text) == .passed)
  }

  @Test(
    "What groups nothing is no number",
    arguments: ["1,60", "1,6000", "16,00,000", ",160", "1 2", "", "x", "1/0", "1e999"])
  func ungrouped(text: String) throws {
    #expect(try judge("answer: {equals: 160}", text) == .wrong(.notANumber))
  }

  @Test("A whole number has to be exact, and others as exact as two decimals or more promise")
  func digits() throws {
    let large = "answer: {equals: 1600040000}"
    #expect(try judge(large, "1600000000") == .wrong(.notThisNumber(1_600_000_000)))
    #expect(try judge(large, "1600040001") == .wrong(.notThisNumber(1_600_040_001)))
    for text in ["1/3", "0.33", "0.333", "0.3333333"] { #expect(try judge("answer: {equals: 1/3}", text) == .passed) }
    for text in ["0.3", "0", "0.34", "0.334"] { #expect(try judge("answer: {equals: 1/3}", text) != .passed) }
    #expect(try judge("answer: {equals: -2.5}", "\u{2212}2.5") == .passed)
  }

  @Test("A tolerance is absolute, or a part of the value")
  func tolerance() throws {
    #expect(try judge("answer: {equals: 44600.9, within: 1}", "44601.8") == .passed)
    #expect(try judge("answer: {equals: 44600.9, within: 1}", "44602") != .passed)
    #expect(try judge("answer: {equals: 2.8e8, within: 1%}", "2.79e8") == .passed)
    #expect(try judge("answer: {equals: 2.8e8, within: 1%}", "2.7e8") != .passed)
  }

  @Test("A named cell is asked for while it is hidden and there")
  func cell() throws {
    let state = try CheckTests.explorer(["jump 0 0", "reveal stepping"])
    func judge(_ yaml: String, _ text: String) throws -> Verdict? {
      try LessonText.check(yaml).question?.judge(text, state: state)
    }
    #expect(try judge("predict: {cell: [3, 2]}", "4") == .passed)
    guard case .wrong(.wrongValue(let diagnosis))? = try judge("predict: {cell: [3, 2]}", "-4") else {
      Issue.record("a wrong sign has to be told")
      return
    }
    #expect(diagnosis.mistake == .flippedSign && diagnosis.asked == Coordinate(row: 3, column: 2))
    #expect(try judge("predict: {cell: [0, 0]}", "0") == .wrong(.alreadyShown(Coordinate(row: 0, column: 0))))
    #expect(try judge("predict: {cell: [7, 0]}", "0") == .wrong(.noSuchCell(row: 7, column: 0)))
  }

  private static let two = " [{text: a, why: b}, {text: c, why: d}]"

  @Test(
    "What a question lacks, or has no use for, is refused",
    arguments: [
      (["check": " {choice: 1}"], .missingField("choices")),
      (["check": " {choice: 3}", "choices": two], .badValue(field: "choice", value: "3")),
      (["check": " {choice: [1, 2]}", "choices": two], .badValue(field: "choice", value: "")),
      (["check": " {choice: 1}", "choices": " [{text: a, why: b}]"], .badValue(field: "choices", value: "1")),
      (["check": " {choice: 1}", "choices": " [{text: a}, {text: c, why: d}]"], .missingField("why")),
      (
        ["check": " {choice: 1}", "choices": " [{text: a, why: ' '}, {text: c, why: d}]"],
        .badValue(field: "why", value: "")
      ),
      (["check": " {line: 2}"], .missingField("code")),
      (["check": " {line: 3}", "code": " \"a\\nb\\n\""], .badValue(field: "line", value: "3")),
      (["unit": " cells"], .unusedField("unit")), (["reasons": " [{for: 1, why: x}]"], .unusedField("reasons")),
      (
        ["check": " {answer: {equals: 1}}", "reasons": " [{for: one, why: x}]"], .badValue(field: "for", value: "one")
      ),
      (["check": " {answer: {equals: one}}"], .badValue(field: "equals", value: "one")),
      (["check": " {answer: {equals: 1, within: -1}}"], .badValue(field: "within", value: "-1")),
      (["check": " {not: {predict: next}}"], .badCheck("not")),
    ] as [([String: String], LessonProblem.Reason)])
  func refused(changes: [String: String], reason: LessonProblem.Reason) {
    #expect(LessonText.problem(body: "## A\n\n" + LessonText.task(changes))?.reason == reason)
  }
}

@Suite("What the author says to a wrong answer")
struct LessonReasonTests {
  private func session(_ changes: [String: String]) throws -> LessonSession {
    let lesson = try LessonText.read(body: "## A\n\n" + LessonText.task(changes))
    return LessonSession(lesson: lesson, explorer: try CheckTests.explorer())
  }

  @Test("The reason of a choice, of a number and of a line is found by what was typed")
  func reasons() throws {
    let choice = try session([
      "check": " {choice: 2}", "choices": " [{text: a, why: not a}, {text: b, why: yes it is}]",
      "solution": " {answer: \"2\"}",
    ]).task
    #expect(choice?.reason(for: .notThisChoice(1)) == "not a")
    #expect(choice?.reason(for: .notThisChoice(3)) == nil)
    let number = try session([
      "check": " {answer: {equals: 10}}", "reasons": " [{for: 9, why: without the bias}]",
      "solution": " {answer: \"10\"}",
    ]).task
    #expect(number?.reason(for: .notThisNumber(9)) == "without the bias")
    #expect(number?.reason(for: .notThisNumber(8)) == nil)
    let line = try session([
      "check": " {line: 2}", "code": " \"a\\nb\\n\"", "reasons": " [{for: 1, why: a is fine}]",
      "solution": " {answer: \"2\"}",
    ]).task
    #expect(line?.code == ["a", "b"])
    #expect(line?.reason(for: .notThisLine(1)) == "a is fine")
  }

  @Test("A unit may stand behind the number, in one or many; another one is told")
  func unit() throws {
    let start = try CheckTests.explorer()
    for (text, event) in [
      ("448", .taskSolved("t1")), ("448 weights", .taskSolved("t1")), ("448weight", .taskSolved("t1")),
      ("448 cells", .wrong(.notThisUnit("cells"))), ("449 weights", .wrong(.notThisNumber(449))),
      ("weights", .notANumber),
    ] as [(String, LessonEvent)] {
      var session = try session([
        "check": " {answer: {equals: 448}}", "unit": " weights", "solution": " {answer: \"448\"}",
      ])
      #expect(session.answer(text, state: start, output: nil) == event, "\(text)")
    }
  }

  @Test("Too many edits are told beside the task and are no answer")
  func edits() throws {
    var state = try CheckTests.explorer()
    var session = try session(["check": " {all: [{edits: {at-most: 1}}, {reach: {row: 1, column: 1}}]}"])
    session.begin(state)
    for value in ["1", "2"] {
      let action = try ExplorerAction(text: "edit kernel 0 0 \(value)")
      try state.apply(action)
      #expect(session.note(action, state: state, output: nil) == nil)
    }
    #expect(session.lastVerdict == .wrong(.tooManyEdits(2, limit: 1)))
  }

  @Test("The audit finds a reason that stands at a right answer")
  func audit() throws {
    let lesson = try LessonText.read(
      body: "## A\n\n"
        + LessonText.task([
          "check": " {answer: {equals: 10}}", "reasons": " [{for: 10.0, why: no}]", "solution": " {answer: \"10\"}",
        ]))
    #expect(LessonAudit.findings(in: lesson) == [.reasonIsRight(task: "t1", value: 10)])
  }
}
