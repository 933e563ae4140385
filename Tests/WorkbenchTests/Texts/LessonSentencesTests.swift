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

  @Test("Each kind of field has its words")
  func fields() {
    for kind in LessonProblem.FieldKind.allCases {
      let sentence = texts.sentence(
        for: LessonProblem(file: "f", line: 1, reason: .wrongKind(field: "x", expected: kind)))
      #expect(!sentence.contains("field\(kind.rawValue)") && !sentence.contains("{"), "\(sentence)")
    }
  }

  @Test("Each mistake has its own sentence, with the cell and the number that was given")
  func mistakes() {
    let cell = Coordinate(row: 4, column: 5)
    let sentences = CheckDiagnosis.Mistake.allCases.map {
      texts.sentence(for: CheckDiagnosis(asked: cell, given: -2.5, mistake: $0))
    }
    #expect(Set(sentences).count == CheckDiagnosis.Mistake.allCases.count)
    for sentence in sentences { #expect(!sentence.contains("{"), "\(sentence)") }
    #expect(
      texts.sentence(for: CheckDiagnosis(asked: cell, given: -2.5, mistake: .currentCell))
        == "-2.5 is the value of the present cell; asked for is the next one, row 4, column 5.")
  }
}
