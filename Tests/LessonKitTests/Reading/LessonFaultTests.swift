import Testing

@testable import LessonKit

@Suite struct LessonFaultTests {
  @Test(
    "What the YAML reader refuses is a fault of the lesson with the same facts and line",
    arguments: [
      ("? [a]\n: b", 1, .wrongKind(field: "", expected: .text)),
      ("a: 1\nb: *x", 2, .badYAML("found undefined alias")),
      ("a: &x 1", 1, .aliasRefused),
      ("\n- a", 2, .wrongKind(field: "fields", expected: .mapping)),
      ("a: 1\nc: 2", 2, .unknownField("c", known: ["a", "b"])),
      ("b: 1", 1, .missingField("a")),
      ("a: []", 1, .wrongKind(field: "a", expected: .wholeNumber)),
      ("\na: 7", 2, .badValue(field: "a", value: "7")),
    ] as [(String, Int, LessonProblem.Reason)])
  func faults(text: String, line: Int, reason: LessonProblem.Reason) {
    #expect(throws: LessonFault(line: line, reason: reason)) {
      let fields = try LessonFields(try LessonValue(text), name: "fields", known: ["a", "b"])
      _ = try fields.required("a").wholeNumber("a", in: 1...6)
    }
  }

  @Test("A number in a lesson may be a quotient, and has to be finite")
  func numbers() throws {
    #expect(try LessonValue("1/4").number("n") == 0.25)
    for (text, reason) in [
      ("inf", LessonProblem.Reason.badValue(field: "n", value: "inf")),
      ("one", .wrongKind(field: "n", expected: .number)),
      ("[1]", .wrongKind(field: "n", expected: .number)),
    ] {
      #expect(throws: LessonFault(line: 1, reason: reason)) { try LessonValue(text).number("n") }
    }
  }
}
