import ConvolutionEngine
import Explorer
import LessonKit
import Testing

@testable import Workbench

@Suite("Sentences about lessons")
struct LessonSentencesTests {
  private let texts = TextTable.english

  @Test("A problem names the file, the line and what would be right")
  func problems() throws {
    let misspelt = LessonProblem(
      file: "01-a.md", line: 7, reason: .unknownField("hnits", known: ["prompt", "hints", "check"]))
    #expect(
      texts.sentence(for: misspelt) == "01-a.md, line 7: there is no field “hnits”; there are prompt, hints or check.")
    let error = try #require(throws: ActionTextError.self) { try ExplorerAction(text: "jmup 1 2") }
    #expect(
      texts.sentence(for: LessonProblem(file: "01-a.md", line: nil, reason: .badAction(error)))
        == "01-a.md: an action is not understood: “jmup” was found where an action was expected.")
  }

  @Test("A setup that the explorer refuses says why in its own words")
  func setup() throws {
    let problem = LessonProblem(
      file: "01-a.md", line: 12,
      reason: .setupRefused(.noSuchCell(row: 9, column: 0, size: try Shape(height: 5, width: 5))))
    let sentence = texts.sentence(for: problem)
    #expect(sentence.hasPrefix("01-a.md, line 12: the setup cannot be made: "))
    #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."))
  }

  @Test("Each kind of field has its words")
  func fields() {
    for kind in LessonProblem.FieldKind.allCases {
      let sentence = texts.sentence(
        for: LessonProblem(file: "f", line: 1, reason: .wrongKind(field: "x", expected: kind)))
      #expect(!sentence.contains("field\(kind.rawValue)") && !sentence.contains("{"), "\(sentence)")
    }
  }
}
