import LessonKit
import TerminalKit

/// What a check of all lessons found, as lines of plain text; the last line counts what is in order.
package struct LessonReport: Sendable {
  /// One line for each finding, then one that counts.
  package let lines: [String]
  /// Whether nothing was found.
  package let isClean: Bool

  /// Plays every stored solution of every lesson.
  ///
  /// - Parameter refusals: Sentences about files that could not even be read; each counts as a lesson.
  package init(on library: LessonLibrary, refusals: [String], texts: TextTable = .english) {
    var findings = library.problems.map { texts.checkLine(for: $0) } + refusals
    var (goodLessons, goodTasks) = (0, 0)
    for lesson in library.lessons {
      let found = LessonAudit.findings(in: lesson)
      findings += found.map { texts.sentence(for: $0, lesson: lesson.id) }
      if found.isEmpty { goodLessons += 1 }
      // What is not about one task puts none of them in order.
      let faulty = found.map(\.task)
      if !faulty.contains(nil) { goodTasks += lesson.tasks.filter { !faulty.contains($0.id) }.count }
    }
    let files = library.lessons.count + library.problems.count + refusals.count
    let tasks = library.lessons.reduce(0) { $0 + $1.tasks.count }
    let summary = texts.text(.lessonsInOrder, "\(goodLessons)", "\(files)", "\(goodTasks)", "\(tasks)")
    lines = (findings + [summary]).map { Sanitizer.sanitized($0) }
    isClean = findings.isEmpty
  }
}
