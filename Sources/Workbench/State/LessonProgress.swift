/// What a person has solved, by stable lesson and task ids, and where they left.
package struct LessonProgress: Equatable, Sendable {
  package var solved: [String: Set<String>]
  /// The lesson that was open last.
  package var currentLesson: String?

  package init(solved: [String: Set<String>] = [:], currentLesson: String? = nil) {
    self.solved = solved
    self.currentLesson = currentLesson
  }
}
