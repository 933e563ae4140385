import LessonKit

/// What a person has solved, by stable lesson and task ids, and where they left.
package struct LessonProgress: Equatable, Sendable {
  package var solved: [String: Set<String>]
  /// The tasks that were passed over; one that is solved as well counts as solved.
  package var skipped: [String: Set<String>]
  /// The lesson that was open last.
  package var currentLesson: String?
  /// The page (from 0) that was open in it.
  package var currentPage: Int

  package init(
    solved: [String: Set<String>] = [:], skipped: [String: Set<String>] = [:], currentLesson: String? = nil,
    currentPage: Int = 0
  ) {
    self.solved = solved
    self.skipped = skipped
    self.currentLesson = currentLesson
    self.currentPage = currentPage
  }

  /// Adds what was solved and passed over elsewhere; nothing is lost, and where one left stays.
  package mutating func merge(_ other: LessonProgress) {
    solved.merge(other.solved) { $0.union($1) }
    skipped.merge(other.skipped) { $0.union($1) }
  }

  /// How many tasks of a lesson are solved.
  package func doneCount(of lesson: Lesson) -> Int {
    let solved = solved[lesson.id, default: []]
    return lesson.tasks.filter { solved.contains($0.id) }.count
  }

  /// Whether every task of a lesson is solved; a lesson without tasks has nothing to do.
  package func isDone(_ lesson: Lesson) -> Bool { doneCount(of: lesson) == lesson.tasks.count }

  package func isSkipped(_ task: LessonTask, of lesson: Lesson) -> Bool {
    skipped[lesson.id, default: []].contains(task.id) && !solved[lesson.id, default: []].contains(task.id)
  }

  /// The page (from 0) to go on at: where the lesson was left, else its first task that is neither solved nor passed over,
  /// else the first that is not solved, else the beginning.
  package func page(of lesson: Lesson) -> Int {
    if lesson.id == currentLesson { return max(0, min(currentPage, lesson.pages.count - 1)) }
    let solved = solved[lesson.id, default: []]
    let unsolved = lesson.pages.indices.filter { lesson.pages[$0].task.map { !solved.contains($0.id) } ?? false }
    let skipped = skipped[lesson.id, default: []]
    return unsolved.first { !skipped.contains(lesson.pages[$0].task?.id ?? "") } ?? unsolved.first ?? 0
  }

  /// The minutes of the lessons that are not done, as far as their authors give them.
  package func minutesLeft(of lessons: [Lesson]) -> Int {
    lessons.reduce(0) { $0 + (isDone($1) ? 0 : $1.minutes ?? 0) }
  }

  /// The lessons that come before a lesson and are not done, by number.
  package func missing(before lesson: Lesson, in lessons: [Lesson]) -> [Lesson] {
    lessons.filter { lesson.prerequisites.contains($0.id) && !isDone($0) }
  }
}
