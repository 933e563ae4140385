import LessonKit

/// Which lesson opens when none is named.
package enum StartingLesson {
  /// The lesson that was left last while it has something to do, then the first that has; when all is solved, the one
  /// that was left last, or the first.
  package static func choose(from lessons: [Lesson], progress: LessonProgress) -> Lesson? {
    let current = lessons.first { $0.id == progress.currentLesson }
    if let current, hasMore(current, after: progress) { return current }
    return lessons.first { hasMore($0, after: progress) } ?? current ?? lessons.first
  }

  /// Whether a task of the lesson is unsolved.
  package static func hasMore(_ lesson: Lesson, after progress: LessonProgress) -> Bool {
    let solved = progress.solved[lesson.id, default: []]
    return lesson.tasks.contains { !solved.contains($0.id) }
  }
}
