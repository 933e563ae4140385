import LessonKit
import TerminalKit

/// The lessons as lines of plain text: number, id, what is done, title.
package enum LessonList {
  /// One line for each lesson, in order; columns line up.
  package static func lines(
    of lessons: [Lesson], progress: LessonProgress, texts: TextTable = .english
  ) -> [String] {
    let idWidth = lessons.map(\.id.count).max() ?? 0
    return lessons.map { lesson in
      let solved = progress.solved[lesson.id, default: []]
      let done = lesson.tasks.filter { solved.contains($0.id) }.count
      let number = lesson.number < 10 ? " \(lesson.number)" : "\(lesson.number)"
      let id = lesson.id.leftAligned(to: idWidth)
      let line = texts.text(
        .lessonsLine, number, id, "\(done)", "\(lesson.tasks.count)", Sanitizer.sanitized(lesson.title))
      return lesson.id == progress.currentLesson ? line + " " + texts.text(.lessonsCurrent) : line
    }
  }
}
