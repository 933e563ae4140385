import Explorer
import LessonKit

/// Sentences about what a check of the lessons finds.
extension TextTable {
  /// - Parameter lesson: what the lesson is called: its file or its id.
  package func sentence(for finding: LessonFinding, lesson: String) -> String {
    func task(_ id: String, _ phrase: String) -> String { text(.lessonFindingTask, lesson, id, phrase) }
    return switch finding {
    case .setupRefused(let page, let error):
      text(.lessonFindingPage, lesson, "\(page + 1)", text(.findingSetupRefused, clause(of: sentence(for: error))))
    case .solvedAtStart(let id): task(id, text(.findingSolvedAtStart))
    case .solutionRefused(let id, let action, let error):
      task(id, text(.findingSolutionRefused, excerpt(action.description), clause(of: sentence(for: error))))
    case .solutionFails(let id, .wrong(let diagnosis)):
      task(id, text(.findingSolutionWrong, clause(of: sentence(for: diagnosis))))
    case .solutionFails(let id, _): task(id, text(.findingSolutionFails))
    case .answerMismatch(let id): task(id, text(.findingAnswerMismatch))
    case .reasonIsRight(let id, let value): task(id, text(.findingReasonIsRight, NumberText.shortest(value)))
    case .golf(let id, let finding): task(id, phrase(for: finding))
    case .tooFewHints(let id, let count):
      task(id, text(.findingTooFewHints, "\(count)", "\(LessonAudit.leastHints)"))
    case .emptyHint(let id, let index): task(id, text(.findingEmptyHint, "\(index + 1)"))
    case .emptyPrompt(let id): task(id, text(.findingEmptyPrompt))
    case .noPresets: text(.lessonFindingWhole, lesson, text(.findingNoPresets))
    }
  }
}
