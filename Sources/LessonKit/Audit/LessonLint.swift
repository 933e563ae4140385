/// What is wrong with a pack of lessons, as far as it can be known without a screen.
package enum LessonLint {
  /// Findings about the originals: files that are none, tasks that cannot be done or are done for free, prerequisites and
  /// links that lead nowhere. In the order of files and lines.
  package static func findings(in library: LessonLibrary) -> [LintFinding] {
    let problems = library.problems.map { LintFinding(file: $0.file, line: $0.line, kind: .problem($0.reason)) }
    let lessons = library.lessons.flatMap { lesson -> [LintFinding] in
      guard let source = library.sources[lesson.id] else { return [] }
      let audit = LessonAudit.findings(in: lesson).map {
        LintFinding(file: source.file, line: source.line(of: $0, in: lesson), kind: .audit($0))
      }
      return audit + prerequisites(of: lesson, in: library, source) + links(of: lesson, in: library, source)
    }
    return (problems + lessons + cycles(in: library)).sorted()
  }

  /// Findings about translations: what is wrong with their files, what is stale, and links.
  ///
  /// - Parameter originals: the library without translations, whose findings are not told again.
  package static func findings(ofTranslationsIn library: LessonLibrary, originals: LessonLibrary) -> [LintFinding] {
    let problems = (library.problems.filter { !originals.problems.contains($0) } + library.stale).map {
      LintFinding(file: $0.file, line: $0.line, kind: .problem($0.reason))
    }
    let links = library.lessons.flatMap { lesson -> [LintFinding] in
      guard let source = library.translationSources[lesson.id] else { return [] }
      return self.links(of: lesson, in: library, source)
    }
    return (problems + links).sorted()
  }

  private static func prerequisites(
    of lesson: Lesson, in library: LessonLibrary, _ source: LessonSource
  ) -> [LintFinding] {
    lesson.prerequisites.compactMap { id in
      let kind: LintFinding.Kind
      if let other = library.lessons.first(where: { $0.id == id }) {
        guard other.number > lesson.number else { return nil }
        kind = .latePrerequisite(id)
      } else {
        kind = .unknownPrerequisite(id)
      }
      return LintFinding(file: source.file, line: source.requiresLine, kind: kind)
    }
  }

  private static func links(of lesson: Lesson, in library: LessonLibrary, _ source: LessonSource) -> [LintFinding] {
    zip(lesson.pages, source.places).flatMap { page, place -> [LintFinding] in
      func broken(_ blocks: [LessonBlock], line: Int) -> [LintFinding] {
        blocks.linkDestinations
          .filter { !LessonLink.isAddress($0) && library.lesson(linkedBy: $0) == nil }
          .map { LintFinding(file: source.file, line: line, kind: .brokenLink($0)) }
      }
      let words = page.task.map { $0.prompt + $0.hints.joined() + $0.explanation } ?? []
      return broken(page.blocks, line: place.page) + broken(words, line: place.task ?? place.page)
    }
  }

  /// One finding for each circle of prerequisites, told at the lesson of the smallest number in it.
  private static func cycles(in library: LessonLibrary) -> [LintFinding] {
    let lessons = library.lessons
    var findings: [LintFinding] = []
    var isDone: Set<String> = []
    for start in lessons where !isDone.contains(start.id) {
      // Depth first with a stack of our own: a pack may chain as many lessons as it has.
      var path: [(lesson: Lesson, next: Int)] = [(start, 0)]
      while let last = path.last {
        guard last.next < last.lesson.prerequisites.count else {
          isDone.insert(last.lesson.id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let id = last.lesson.prerequisites[last.next]
        if let index = path.firstIndex(where: { $0.lesson.id == id }) {
          let circle = path[index...].map(\.lesson.id)
          if let source = library.sources[circle.first ?? ""] {
            findings.append(
              LintFinding(
                file: source.file, line: source.requiresLine, kind: .prerequisiteCycle(circle.reversed())))
          }
        } else if !isDone.contains(id), let lesson = lessons.first(where: { $0.id == id }) {
          path.append((lesson, 0))
        }
      }
    }
    return findings
  }
}

extension LessonSource {
  /// The line that a finding is about: the task, else the page, else the file as a whole.
  fileprivate func line(of finding: LessonFinding, in lesson: Lesson) -> Int? {
    let page: Int?
    if case .setupRefused(let index, _) = finding {
      page = index
    } else {
      page = finding.task.flatMap { id in lesson.pages.firstIndex { $0.task?.id == id } }
    }
    guard let page, places.indices.contains(page) else { return nil }
    let place = places[page]
    return (finding.task == nil ? place.setup : place.task) ?? place.page
  }
}
