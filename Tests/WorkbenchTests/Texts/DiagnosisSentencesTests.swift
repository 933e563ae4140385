import ConvolutionEngine
import Explorer
import LessonKit
import Testing

@testable import Workbench

@Suite("Sentences about wrong answers")
struct DiagnosisSentencesTests {
  private let texts = TextTable.english

  @Test("every mistake has a sentence of its own, short enough for three lines of 38 columns")
  func mistakes() {
    var told: Set<String> = []
    for mistake in Prediction.Mistake.allCases {
      let sentence = texts.sentence(
        for: Prediction.Diagnosis(asked: Coordinate(row: 12, column: 34), given: -1.25, mistake: mistake))
      #expect(told.insert(sentence).inserted, "\(mistake): \(sentence)")
      #expect(sentence.contains("-1.25") && sentence.hasSuffix(".") && !sentence.contains("{"))
      #expect(TextFlow.wrap([Span(sentence)], columns: 38).count <= 3, "\(sentence)")
    }
  }

  @Test("what else may be wrong with an answer to a lesson is told with the cell")
  func others() {
    let cases: [(CheckDiagnosis, String)] = [
      (
        .wrongValue(.init(asked: Coordinate(row: 3, column: 4), given: 0, mistake: .currentCell)),
        "0 is the cell the window is at. The question is the next one, 3,4."
      ),
      (
        .alreadyShown(Coordinate(row: 3, column: 4)), "Cell 3,4 has been shown already. Step on to one that is still ?."
      ),
      (.notANumber, "That is no number; expected one such as 3 or -2.5."),
      (.noNextCell, "The window is at the last cell; there is no next one. Home or g goes back."),
    ]
    for (diagnosis, sentence) in cases { #expect(texts.sentence(for: diagnosis) == sentence) }
    #expect(!texts.sentence(for: .restMissing).contains("{"))
  }
}
