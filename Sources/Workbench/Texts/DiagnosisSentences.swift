import ConvolutionEngine
import Explorer
import LessonKit

extension TextTable {
  /// What is wrong with an answer to a lesson's question, said so that the learner can look again.
  ///
  /// - Parameter task: whose author may have said why an answer is wrong.
  package func sentence(for diagnosis: CheckDiagnosis, in task: LessonTask? = nil) -> String {
    if let reason = task?.reason(for: diagnosis) { return reason }
    return switch diagnosis {
    case .wrongValue(let diagnosis): sentence(for: diagnosis)
    case .notANumber: text(.wrongNotANumber)
    case .noNextCell: text(.wrongNoNextCell)
    case .alreadyShown(let cell): text(.wrongAlreadyShown, place(cell))
    case .noSuchCell(let row, let column): text(.wrongNoSuchCell, "\(row)", "\(column)")
    case .notThisChoice(let number): text(.wrongNoSuchChoice, "\(number)", "\(task?.choices.count ?? 0)")
    case .moreChoices: text(.wrongMoreChoices)
    case .notThisLine(let line):
      if let task, !task.code.indices.contains(line - 1) {
        text(.wrongNoSuchLine, "\(line)", "\(task.code.count)")
      } else {
        text(.wrongLine, "\(line)")
      }
    case .notThisNumber(let value): text(.wrongNumber, NumberText.shortest(value))
    case .notThisUnit(let typed): text(.wrongUnit, excerpt(typed), task?.unit ?? "")
    case .tooManyEdits(let made, let limit): text(.wrongTooManyEdits, "\(made)", "\(limit)")
    case .wrongKernel(let mistake): sentence(for: mistake)
    case .notAGrid: text(.wrongNotAGrid)
    case .tooManyProbes(let made, let limit):
      text(
        .wrongTooManyProbes, "\(made)", "\(limit)", KeyMap.keyName(for: .resetTask, in: .output) ?? "")
    case .otherInput(let sides): text(.wrongOtherInput, sides.map { "\($0)" }.joined(separator: "×"))
    case .restMissing: text(.wrongRestMissing)
    }
  }

  /// What a wrong number is instead.
  package func sentence(for diagnosis: Prediction.Diagnosis) -> String {
    let key: TextKey =
      switch diagnosis.mistake {
      case .flippedSign: .wrongSign
      case .currentCell: .wrongCurrentCell
      case .forgotBias: .wrongForgotBias
      case .forgotPadding: .wrongForgotPadding
      case .paddedWithZeros: .wrongPaddedWithZeros
      case .ignoredStride: .wrongIgnoredStride
      case .ignoredDilation: .wrongIgnoredDilation
      case .turnedKernel: .wrongTurnedKernel
      case .unturnedKernel: .wrongUnturnedKernel
      case .transposedKernel: .wrongTransposedKernel
      case .belowCurrent: .wrongBelowCurrent
      case .cellLeft: .wrongCellLeft
      case .cellRight: .wrongCellRight
      case .cellAbove: .wrongCellAbove
      case .cellBelow: .wrongCellBelow
      case .previousCell: .wrongPreviousCell
      case .nextCell: .wrongNextCell
      case .swappedAxes: .wrongSwappedAxes
      case .withoutWeights: .wrongWithoutWeights
      case .onlyOneChannel: .wrongOnlyOneChannel
      case .meanNotLargest: .wrongMeanNotLargest
      case .largestNotMean: .wrongLargestNotMean
      case .smallestValue: .wrongSmallestValue
      case .onlyAdded: .wrongOnlyAdded
      case .countedPadding: .wrongCountedPadding
      case .uncountedPadding: .wrongUncountedPadding
      case .forgotLastTerm: .wrongForgotLastTerm
      case .roundedTooFar: .wrongRoundedTooFar
      case .unknown: .wrongAnswer
      case .unknownWithoutWeights: .wrongAnswerWithoutWeights
      }
    return text(key, NumberText.shortest(diagnosis.given), place(diagnosis.asked))
  }

  /// What came of an answer in the predict mode.
  ///
  /// - Parameter output: the shape of the output, which tells how its cells are called.
  package func sentence(for outcome: PredictionRun.Outcome, of output: Shape) -> String {
    switch outcome {
    case .right(let cell, let value):
      text(.predictRight, outputCellName(cell, of: output), NumberText.shortest(value))
    case .wrong(let diagnosis): sentence(for: diagnosis)
    case .skipped(let cell, let value):
      text(.predictShown, outputCellName(cell, of: output), NumberText.shortest(value))
    }
  }

  /// `out[0,2]`, of several filters `out[3,0,2]`.
  func outputCellName(_ cell: Coordinate, of output: Shape) -> String {
    output.channels > 1
      ? text(.sumOutputOfFilter, "\(cell.channel)", "\(cell.row)", "\(cell.column)")
      : text(.sumOutput, "\(cell.row)", "\(cell.column)")
  }

  /// The score of a run of predictions.
  package func score(_ score: PredictionRun.Score) -> String {
    text(.predictScore, "\(score.atOnce)", "\(score.settled)", "\(score.later)", "\(score.skipped)", "\(score.tries)")
  }

  private func place(_ cell: Coordinate) -> String { "\(cell.row),\(cell.column)" }
}
