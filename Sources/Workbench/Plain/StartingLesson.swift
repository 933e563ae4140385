import LessonKit

/// Which lesson opens when none is named.
package enum StartingLesson {
  /// The lesson that was left last while it has something to do, then the first that has; when all is solved, the one
  /// that was left last, or the first.
  package static func choose(from lessons: [Lesson], progress: LessonProgress) -> Lesson? {
    func isUnfinished(_ lesson: Lesson) -> Bool {
      let solved = progress.solved[lesson.id, default: []]
      return lesson.tasks.contains { !solved.contains($0.id) }
    }
    let current = lessons.first { $0.id == progress.currentLesson }
    if let current, isUnfinished(current) { return current }
    return lessons.first(where: isUnfinished) ?? current ?? lessons.first
  }
}
