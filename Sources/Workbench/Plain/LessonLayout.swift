import LessonKit
import TerminalKit

/// Whether lessons fit the screen: what cannot be broken into lines, and how long the pages are.
package enum LessonLayout {
  /// The columns that code and tables may take: those of the lesson's panel at 80 columns, less the indent of a list.
  package static let columns = 72
  /// The lines that the text of a page may take in so many columns, and those of a prompt.
  package static let textLines = 18
  package static let promptLines = 5

  /// Findings about the pages of a lesson that was read from `source`.
  package static func findings(in lesson: Lesson, _ source: LessonSource) -> [LintFinding] {
    zip(lesson.pages, source.places).enumerated().flatMap { index, pair in
      let (page, place) = pair
      var findings: [LintFinding] = []
      func check(_ blocks: [LessonBlock], lines limit: Int?, at line: Int) {
        let widest = blocks.map(unbreakable).max() ?? 0
        if widest > columns {
          findings.append(
            LintFinding(
              file: source.file, line: line, kind: .wide(page: index + 1, columns: widest, limit: columns)))
        }
        guard let limit else { return }
        let lines = LessonText(columns: columns, glyphs: Glyphs(unicode: true)).lines(blocks).count
        if lines > limit {
          findings.append(
            LintFinding(file: source.file, line: line, kind: .longPage(page: index + 1, lines: lines, limit: limit)))
        }
      }
      check(page.blocks, lines: textLines, at: place.page)
      if let task = page.task {
        let line = place.task ?? place.page
        check(task.prompt, lines: promptLines, at: line)
        check(task.hints.joined() + task.explanation, lines: nil, at: line)
      }
      return findings
    }
  }

  /// The columns of the widest line that is cut where there is less room.
  private static func unbreakable(_ block: LessonBlock) -> Int {
    switch block {
    case .heading, .paragraph, .rule: return 0
    case .code(_, let text):
      return text.split(separator: "\n").map { 2 + DisplayWidth.columns(of: String($0)) }.max() ?? 0
    case .list(_, let items): return 2 + (items.joined().map(unbreakable).max() ?? -2)
    case .checklist(let items): return 2 + (items.flatMap(\.blocks).map(unbreakable).max() ?? -2)
    case .quote(let blocks), .footnote(_, let blocks): return 2 + (blocks.map(unbreakable).max() ?? -2)
    case .table:
      // So wide that nothing is cut.
      let lines = LessonText(columns: 1 << 12, glyphs: Glyphs(unicode: true)).lines([block])
      return lines.map(\.columns).max() ?? 0
    }
  }
}
