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
    lessons = []
    problems = []
  }

  /// The lesson of that id, or of that number written in digits.
  package func lesson(_ name: String) -> Lesson? {
    lessons.first { $0.id == name } ?? Int(name).flatMap { number in lessons.first { $0.number == number } }
  }
}
