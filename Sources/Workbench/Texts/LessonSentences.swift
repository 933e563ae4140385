import Explorer
import LessonKit

/// Sentences about what is wrong with a lesson file.
extension TextTable {
  package func sentence(for problem: LessonProblem) -> String {
    let place = problem.line.map { text(.placeLine, problem.file, "\($0)") } ?? problem.file
    return text(.lessonProblem, place, phrase(for: problem.reason))
  }

  /// The same as `FILE:LINE: …`, which editors and scripts can follow.
  package func checkLine(for problem: LessonProblem) -> String {
    let place = problem.line.map { text(.placeColon, problem.file, "\($0)") } ?? problem.file
    return text(.lessonProblem, place, phrase(for: problem.reason))
  }

  private func phrase(for reason: LessonProblem.Reason) -> String {
    switch reason {
    case .tooLarge(let bytes, let limit): text(.lessonTooLarge, "\(bytes)", "\(limit)")
    case .notUTF8: text(.lessonNotUTF8)
    case .noFrontMatter: text(.lessonNoFrontMatter)
    case .tooDeep(let limit): text(.lessonTooDeep, "\(limit)")
    case .longParagraph(let limit): text(.lessonLongParagraph, "\(limit)")
    case .badYAML(let message): text(.lessonBadYAML, message)
    case .aliasRefused: text(.lessonAlias)
    case .unknownField(let name, let known): text(.lessonUnknownField, excerpt(name), list(known))
    case .missingField(let name): text(.lessonMissingField, name)
    case .unusedField(let name): text(.lessonUnusedField, name)
    case .wrongKind(let field, let expected): text(.lessonWrongKind, field, text(key(for: expected)))
    case .badValue(let field, let value): text(.lessonBadValue, field, excerpt(value))
    case .badAction(let error): text(.lessonBadAction, clause(of: sentence(for: error)))
    case .setupRefused(let error): text(.lessonSetupRefused, clause(of: sentence(for: error)))
    case .badCheck(let found): text(.lessonBadCheck, excerpt(found))
    case .unknownPreset(let name): text(.lessonUnknownPreset, excerpt(name))
    case .badRows: text(.lessonBadRows)
    case .tooFewHints(let count, let least): text(.lessonTooFewHints, "\(count)", "\(least)")
    case .duplicateTask(let id): text(.lessonDuplicateTask, id)
    case .duplicateLesson(let id): text(.lessonDuplicateLesson, id)
    case .duplicateNumber(let number): text(.lessonDuplicateNumber, "\(number)")
    case .secondBlock(let name): text(.lessonSecondBlock, name)
    case .nestedBlock(let name): text(.lessonNestedBlock, name)
    case .textAfterTask(let id): text(.lessonTextAfterTask, id)
    case .noPages: text(.lessonNoPages)
    case .originalOnly(let name): text(.lessonOriginalOnly, name)
    case .unknownOriginal(let id): text(.lessonUnknownOriginal, id)
    case .pageCount(let count, let original): text(.lessonPageCount, "\(count)", "\(original)")
    case .taskNotInOriginal(let id): text(.lessonTaskNotInOriginal, id)
    case .taskNotTranslated(let id): text(.lessonTaskNotTranslated, id)
    case .taskOnOtherPage(let id, let page): text(.lessonTaskOnOtherPage, id, "\(page)")
    case .hintCount(let count, let original, let task):
      text(.lessonHintCount, "\(count)", "\(original)", task)
    case .otherWords(let field, let task): text(.lessonOtherWords, field, task)
    case .staleTranslation(let expected): text(.lessonStale, expected)
    }
  }

  private func key(for kind: LessonProblem.FieldKind) -> TextKey {
    switch kind {
    case .text: .fieldText
    case .number: .fieldNumber
    case .wholeNumber: .fieldWholeNumber
    case .list: .fieldList
    case .mapping: .fieldMapping
    case .cell: .fieldCell
    case .size: .fieldSize
    case .rows: .fieldRows
    case .actions: .fieldActions
    }
  }
}
