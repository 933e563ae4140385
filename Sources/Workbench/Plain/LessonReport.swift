import LessonKit
import TerminalKit

/// What a check of all lessons found, as lines of plain text; the last lines count what is in order.
package struct LessonReport: Sendable {
  /// A pack of lessons as it was read.
  package struct Pack: Sendable {
    /// The originals, without translations.
    package let originals: LessonLibrary
    /// The lessons once more in the words of each other language that has a folder.
    package let translations: [(language: Language, library: LessonLibrary)]
    /// Sentences about files that could not even be read; each counts as a lesson.
    package let refusals: [String]
    /// The authors' guide beside the lessons with its name; nil where there is none.
    package let guide: (file: String, text: String)?

    package init(
      originals: LessonLibrary, translations: [(language: Language, library: LessonLibrary)] = [],
      refusals: [String] = [], guide: (file: String, text: String)? = nil
    ) {
      self.originals = originals
      self.translations = translations
      self.refusals = refusals
      self.guide = guide
    }
  }

  /// One line for each finding, then one that counts, and one for each translation.
  package let lines: [String]
  /// Whether nothing was found.
  package let isClean: Bool

  /// Plays every stored solution of every lesson.
  package init(on pack: Pack, texts: TextTable = .english) {
    let library = pack.originals
    let own = (LessonLint.findings(in: library) + Self.layout(of: library, library.sources)).sorted()
    let translated = pack.translations.map { language, library in
      let findings = LessonLint.findings(ofTranslationsIn: library, originals: pack.originals)
      return (language, library, (findings + Self.layout(of: library, library.translationSources)).sorted())
    }
    let coverage = pack.guide.map { CoverageTable.findings(in: $0.text, file: $0.file, library: library) } ?? []
    let findings = own + translated.flatMap(\.2) + coverage
    var lines = findings.map { texts.checkLine(for: $0) } + pack.refusals
    isClean = lines.isEmpty

    let wrongFiles = Set(own.map(\.file))
    let files = Set(library.problems.map(\.file)).union(library.sources.values.map(\.file))
    let goodTasks = library.lessons.reduce(0) { count, lesson in
      let found = own.filter { $0.file == library.sources[lesson.id]?.file }.map(\.task)
      // What is not about one task puts none of them in order.
      return count + (found.contains(nil) ? 0 : lesson.tasks.filter { !found.contains($0.id) }.count)
    }
    let tasks = library.lessons.reduce(0) { $0 + $1.tasks.count }
    lines.append(
      texts.text(
        .lessonsInOrder, "\(files.subtracting(wrongFiles).count)", "\(files.count + pack.refusals.count)",
        "\(goodTasks)", "\(tasks)"))
    for (language, translation, findings) in translated {
      let wrong = Set(findings.map(\.file))
      let good = translation.translationSources.values.filter { !wrong.contains($0.file) }
      lines.append(
        texts.text(.lessonsTranslated, language.name, "\(good.count)", "\(library.lessons.count)"))
    }
    self.lines = lines.map { Sanitizer.sanitized($0) }
  }

  private static func layout(of library: LessonLibrary, _ sources: [String: LessonSource]) -> [LintFinding] {
    library.lessons.flatMap { lesson in
      sources[lesson.id].map { LessonLayout.findings(in: lesson, $0) } ?? []
    }
  }
}

extension LintFinding {
  /// The task that the finding is about; nil when it is about more than one.
  fileprivate var task: String? {
    guard case .audit(let finding) = kind else { return nil }
    return finding.task
  }
}
