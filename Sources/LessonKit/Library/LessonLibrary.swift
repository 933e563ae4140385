/// All lessons of a folder, and what is wrong with the files that are none.
package struct LessonLibrary: Sendable {
  /// A file as it is to be named in problems, with its bytes.
  package typealias File = (name: String, text: [UInt8])

  /// By number.
  package let lessons: [Lesson]
  /// In the order of the file names, the originals before their translations.
  package let problems: [LessonProblem]
  /// Where each lesson was read, by its id.
  package private(set) var sources: [String: LessonSource] = [:]
  /// Where the words of each translated lesson were read, by its id.
  package private(set) var translationSources: [String: LessonSource] = [:]
  /// Translations that are in use although their originals have changed since.
  package private(set) var stale: [LessonProblem] = []

  /// Reads the files; one that is not a lesson becomes a problem and does not hide the others.
  ///
  /// - Parameter translations: the files of one other language. A lesson without one, or with one that does not fit it,
  ///   keeps the words of its original.
  package init(files: [File], translations: [File] = []) {
    var lessons: [Lesson] = []
    var problems: [LessonProblem] = []
    for (name, text) in files.sorted(by: { $0.name < $1.name }) {
      let reading = LessonReader.readAll(text, file: name)
      problems += reading.problems
      guard let lesson = reading.lesson, let source = reading.source else { continue }
      if lessons.contains(where: { $0.id == lesson.id }) {
        problems.append(LessonProblem(file: name, line: nil, reason: .duplicateLesson(id: lesson.id)))
      } else if lessons.contains(where: { $0.number == lesson.number }) {
        problems.append(LessonProblem(file: name, line: nil, reason: .duplicateNumber(lesson.number)))
      } else {
        lessons.append(lesson)
        sources[lesson.id] = source
      }
    }
    var used: Set<String> = []
    for (name, text) in translations.sorted(by: { $0.name < $1.name }) {
      let reading = TranslationReader.read(text, file: name)
      problems += reading.problems
      guard let translation = reading.translation else { continue }
      guard let index = lessons.firstIndex(where: { $0.id == translation.id }) else {
        problems.append(LessonProblem(file: name, line: nil, reason: .unknownOriginal(id: translation.id)))
        continue
      }
      guard used.insert(translation.id).inserted else {
        problems.append(LessonProblem(file: name, line: nil, reason: .duplicateLesson(id: translation.id)))
        continue
      }
      if let expected = sources[translation.id]?.hash, expected != translation.original {
        stale.append(
          LessonProblem(
            file: name, line: translation.originalLine, reason: .staleTranslation(expected: expected)))
      }
      switch lessons[index].translated(by: translation) {
      case .success(let lesson):
        lessons[index] = lesson
        translationSources[lesson.id] = translation.source
      case .failure(let misfits):
        problems += misfits.faults.map { LessonProblem(file: name, line: $0.line, reason: $0.reason) }
      }
    }
    self.lessons = lessons.sorted { $0.number < $1.number }
    self.problems = problems
  }

  private init(lessons: [Lesson], problems: [LessonProblem]) {
    self.lessons = lessons.sorted { $0.number < $1.number }
    self.problems = problems
  }

  /// The library with the lessons of an older reading that are missing while some file cannot be read: an author is in
  /// the midst of a change, and the old lesson is better than none.
  package func keepingUnreadable(from older: LessonLibrary) -> LessonLibrary {
    guard !problems.isEmpty else { return self }
    let missing = older.lessons.filter { old in
      !lessons.contains { $0.id == old.id || $0.number == old.number }
    }
    var library = LessonLibrary(lessons: lessons + missing, problems: problems)
    library.sources = sources.merging(older.sources) { new, _ in new }
    library.translationSources = translationSources.merging(older.translationSources) { new, _ in new }
    library.stale = stale
    return library
  }

  /// The lesson of that id, or of that number written in digits.
  package func lesson(_ name: String) -> Lesson? {
    lessons.first { $0.id == name } ?? Int(name).flatMap { number in lessons.first { $0.number == number } }
  }
}
