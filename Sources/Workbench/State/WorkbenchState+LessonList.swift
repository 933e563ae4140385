import LessonKit

/// The list of the lessons: what is done, what comes first, how long the rest takes.
extension WorkbenchState {
  /// Opens the list at the present lesson; typing finds lessons in it.
  mutating func openLessonList() {
    guard !library.lessons.isEmpty else {
      refuse(.nothingToChoose)
      return
    }
    explorer.pausePlayback()
    let tasks = library.lessons.reduce(0) { $0 + $1.tasks.count }
    let done = library.lessons.reduce(0) { $0 + progress.doneCount(of: $1) }
    let left = progress.minutesLeft(of: library.lessons)
    let title = texts.text(.lessonListTitle, "\(done)", "\(tasks)", "\(left)")
    var palette = Palette(title: title, entries: library.lessons.map(entry))
    palette.selected =
      library.lessons.firstIndex { $0.id == (lesson ?? pageLeft?.session)?.lesson.id ?? progress.currentLesson } ?? 0
    mode = .palette(palette)
  }

  private func entry(of lesson: Lesson) -> Palette.Entry {
    let glyphs = Glyphs(unicode: capabilities.unicode)
    let done = progress.doneCount(of: lesson)
    let isSkipped = lesson.tasks.contains { progress.isSkipped($0, of: lesson) }
    let mark = progress.isDone(lesson) && !lesson.tasks.isEmpty ? glyphs.done : isSkipped ? glyphs.skipped : glyphs.open
    let number = lesson.number < 10 ? " \(lesson.number)" : "\(lesson.number)"
    let missing = progress.missing(before: lesson, in: library.lessons).map { "\($0.number)" }
    let detail = [
      missing.isEmpty ? nil : texts.text(.lessonListFirst, missing.joined(separator: texts.text(.joinNumbers))),
      "\(done)/\(lesson.tasks.count)",
      lesson.minutes.map { texts.text(.lessonListMinutes, $0 < 10 ? " \($0)" : "\($0)") },
    ]
    return Palette.Entry(
      title: "\(mark) \(number)  \(lesson.title)", detail: detail.compactMap { $0 }.joined(separator: "  "),
      command: .openLesson(lesson.id), words: lesson.id)
  }

  /// Says what the open lesson builds on, when that is not done yet. It is no reason to keep anybody out.
  mutating func tellPrerequisites() {
    guard message == nil, let lesson = lesson?.lesson,
      let first = progress.missing(before: lesson, in: library.lessons).first
    else { return }
    say(.lessonBuildsOn, first.title, KeyMap.keyName(for: .openMenu(.lessons), in: .output) ?? "")
  }

  /// Goes to the lesson that the page links to; a list where it links to several.
  mutating func followLink() -> [Effect] {
    guard let session = lesson else {
      refuse(.noLessonOpen)
      return []
    }
    let page = session.page
    let words =
      page.task.map { $0.prompt + session.hints.joined() + (session.isTaskSolved ? $0.explanation : []) } ?? []
    var found: [Lesson] = []
    for destination in (page.blocks + words).linkDestinations {
      guard let lesson = library.lesson(linkedBy: destination), lesson.id != session.lesson.id,
        !found.contains(where: { $0.id == lesson.id })
      else { continue }
      found.append(lesson)
    }
    guard let first = found.first else {
      refuse(.noLinkHere)
      return []
    }
    guard found.count > 1 else { return openLesson(first.id) }
    explorer.pausePlayback()
    mode = .palette(Palette(title: texts.text(.lessonLinks), entries: found.map(entry)))
    return []
  }
}
