import ConvolutionEngine
import Explorer
import LessonKit

extension TextTable {
  /// What is wrong with an answer, said so that the learner can look again.
  package func sentence(for diagnosis: CheckDiagnosis) -> String {
    let given = diagnosis.given.map { NumberText.shortest($0) } ?? "?"
    let cell = diagnosis.asked.map { "\($0.row),\($0.column)" } ?? ""
    let key: TextKey =
      switch diagnosis.mistake {
      case .unknown: .wrongAnswer
      case .notANumber: .wrongNotANumber
      case .currentCell: .wrongCurrentCell
      case .flippedSign: .wrongSign
      case .flippedKernel: .wrongFlippedKernel
      case .forgotPadding: .wrongForgotPadding
      case .forgotStride: .wrongForgotStride
      case .withoutWeights: .wrongWithoutWeights
      case .cellBelow: .wrongCellBelow
      case .noNextCell: .wrongNoNextCell
      case .alreadyShown: .wrongAlreadyShown
      case .restMissing: .wrongRestMissing
      }
    return text(key, given, cell)
  }
}
