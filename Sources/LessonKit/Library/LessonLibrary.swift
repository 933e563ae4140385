/// All lessons of a folder, and what is wrong with the files that are none.
package struct LessonLibrary: Sendable {
  /// By number.
  package let lessons: [Lesson]
  /// In the order of the file names.
  package let problems: [LessonProblem]

  /// Reads the files; one that is not a lesson becomes a problem and does not hide the others.
  ///
  /// - Parameter files: names as they are to appear in problems, with the bytes.
  package init(files: [(name: String, text: [UInt8])]) {
    var lessons: [Lesson] = []
    var problems: [LessonProblem] = []
    for (name, text) in files.sorted(by: { $0.name < $1.name }) {
      do throws(LessonProblem) {
        let lesson = try LessonReader.read(text, file: name)
        if lessons.contains(where: { $0.id == lesson.id }) {
          problems.append(LessonProblem(file: name, line: nil, reason: .duplicateLesson(id: lesson.id)))
        } else if lessons.contains(where: { $0.number == lesson.number }) {
          problems.append(LessonProblem(file: name, line: nil, reason: .duplicateNumber(lesson.number)))
        } else {
          lessons.append(lesson)
        }
      } catch {
        problems.append(error)
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
    return LessonLibrary(lessons: lessons + missing, problems: problems)
  }

  /// The lesson of that id, or of that number written in digits.
  package func lesson(_ name: String) -> Lesson? {
    lessons.first { $0.id == name } ?? Int(name).flatMap { number in lessons.first { $0.number == number } }
  }
}
