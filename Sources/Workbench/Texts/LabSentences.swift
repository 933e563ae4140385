import Explorer
import LessonKit

/// Sentences about the labs inside lessons.
extension TextTable {
  /// What a typed kernel is in place of the hidden one.
  func sentence(for mistake: KernelMistake) -> String {
    switch mistake {
    case .size(let typed, let expected):
      text(
        .wrongKernelSize, "\(typed.vertical)×\(typed.horizontal)", "\(expected.vertical)×\(expected.horizontal)")
    case .turned: text(.wrongKernelTurned)
    case .transposed: text(.wrongKernelTransposed)
    case .negated: text(.wrongKernelNegated)
    case .turnedAndNegated: text(.wrongKernelTurnedAndNegated)
    case .weights(1, let count): text(.wrongKernelWeight, "\(count)")
    case .weights(let wrong, let count): text(.wrongKernelWeights, "\(wrong)", "\(count)")
    }
  }

  /// What is wrong with the par of a task, after the task's name.
  func phrase(for finding: GolfFinding) -> String {
    switch finding {
    case .noStack: text(.findingGolfNoStack)
    case .tooLarge(let count, let limit):
      count == Int.max ? text(.findingGolfHuge, "\(limit)") : text(.findingGolfTooLarge, "\(count)", "\(limit)")
    case .parTooHigh(let par, let best, let stack): text(.findingGolfParTooHigh, "\(par)", "\(best)", stack)
    case .parTooLow(let par, let best?): text(.findingGolfParTooLow, "\(par)", "\(best)")
    case .parTooLow(_, nil): text(.findingGolfUnreachable)
    case .solutionBeatsPar(let par, let score): text(.findingGolfSolutionBeatsPar, "\(par)", "\(score)")
    }
  }
}
