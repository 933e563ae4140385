extension Lesson {
  /// The lesson in the words of a translation, or why the two do not fit together.
  ///
  /// The original decides what there is: as many pages, on each the same task with as many hints.
  func translated(by translation: Translation) -> Result<Lesson, Misfits> {
    var misfits: [LessonFault] = []
    if translation.pages.count != pages.count {
      misfits.append(
        LessonFault(line: nil, reason: .pageCount(translation.pages.count, original: pages.count)))
    }
    var joined: [LessonPage] = []
    for (page, words) in zip(pages, translation.pages) {
      let task = page.task.flatMap { $0.translated(on: words, misfits: &misfits) }
      joined.append(LessonPage(blocks: words.blocks, setup: page.setup, task: task))
    }
    // A task that stands on another page is told as that, one that is nowhere as unknown or missing.
    for (index, page) in translation.pages.enumerated() {
      guard let words = page.words else { continue }
      let original = pages.firstIndex { $0.task?.id == words.id }
      if let original, original != index {
        misfits.append(LessonFault(line: words.line, reason: .taskOnOtherPage(words.id, page: original + 1)))
      } else if original == nil {
        misfits.append(LessonFault(line: words.line, reason: .taskNotInOriginal(words.id)))
      }
    }
    let translatedIDs = Set(translation.pages.compactMap(\.words?.id))
    for (index, page) in pages.enumerated() {
      guard let id = page.task?.id, !translatedIDs.contains(id) else { continue }
      let line = translation.pages.indices.contains(index) ? translation.pages[index].line : nil
      misfits.append(LessonFault(line: line, reason: .taskNotTranslated(id)))
    }
    guard misfits.isEmpty else {
      return .failure(Misfits(faults: misfits.sorted { ($0.line ?? 0) < ($1.line ?? 0) }))
    }
    var lesson = self
    lesson.title = translation.title
    lesson.pages = joined
    return .success(lesson)
  }

  /// What keeps a translation from its original, by lines of the translation.
  struct Misfits: Error { let faults: [LessonFault] }
}

extension LessonTask {
  fileprivate func translated(on page: Translation.Page, misfits: inout [LessonFault]) -> LessonTask? {
    guard let words = page.words, words.id == id else { return nil }
    if words.hints.count != hints.count {
      misfits.append(
        LessonFault(line: words.line, reason: .hintCount(words.hints.count, original: hints.count, task: id)))
    }
    let differences = [
      (words.choices.count == choices.count, "choices"),
      (words.reasons.map(\.value) == reasons.map(\.value), "reasons"),
      ((words.unit == nil) == (unit == nil), "unit"),
    ]
    for (isInStep, field) in differences where !isInStep {
      misfits.append(LessonFault(line: words.line, reason: .otherWords(field: field, task: id)))
    }
    var task = self
    task.choices = words.choices
    task.reasons = words.reasons
    task.unit = words.unit
    task.prompt = words.prompt
    task.hints = words.hints
    task.explanation = words.explanation
    return task
  }
}
