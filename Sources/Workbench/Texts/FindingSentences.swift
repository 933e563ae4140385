import Explorer
import LessonKit

/// Sentences about what a check of the lessons finds.
extension TextTable {
  /// A finding as `FILE:LINE: …`, which editors and scripts can follow.
  package func checkLine(for finding: LintFinding) -> String {
    let place = finding.line.map { text(.placeColon, finding.file, "\($0)") } ?? finding.file
    return switch finding.kind {
    case .problem(let reason):
      checkLine(for: LessonProblem(file: finding.file, line: finding.line, reason: reason))
    case .audit(let audit): sentence(for: audit, lesson: place)
    case .unknownPrerequisite(let id): text(.lessonFindingWhole, place, text(.findingUnknownPrerequisite, id))
    case .latePrerequisite(let id): text(.lessonFindingWhole, place, text(.findingLatePrerequisite, id))
    case .prerequisiteCycle(let ids):
      text(.lessonFindingWhole, place, text(.findingPrerequisiteCycle, (ids + ids.prefix(1)).joined(separator: " → ")))
    case .brokenLink(let destination):
      text(.lessonFindingWhole, place, text(.findingBrokenLink, excerpt(destination)))
    case .wide(let page, let columns, let limit):
      text(.lessonFindingPage, place, "\(page)", text(.findingWide, "\(columns)", "\(limit)"))
    case .longPage(let page, let lines, let limit):
      text(.lessonFindingPage, place, "\(page)", text(.findingLongPage, "\(lines)", "\(limit)"))
    case .coverage(let fault): text(.lessonFindingWhole, place, phrase(for: fault))
    }
  }

  private func phrase(for fault: CoverageTable.Fault) -> String {
    switch fault {
    case .cellCount(let count): text(.coverageCells, "\(count)")
    case .noItem: text(.coverageNoItem)
    case .itemTwice(let item): text(.coverageItemTwice, excerpt(item))
    case .unknownLesson(let id): text(.coverageNoLesson, excerpt(id))
    case .unknownTask(let id, let lesson): text(.coverageNoTask, lesson, excerpt(id))
    case .unknownManner(let manner): text(.coverageManner, excerpt(manner), list(CoverageTable.manners))
    }
  }

  /// - Parameter lesson: what the lesson is called: its file with the line, or its id.
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
