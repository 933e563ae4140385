import LessonKit
import TerminalKit

/// A page of a lesson as lines: its text, then the task, the hints shown so far, and the explanation after success.
struct LessonText {
  let columns: Int
  let glyphs: Glyphs
  /// What is said of the lesson that a link leads to; nil for a link to no lesson.
  var lessonName: (_ destination: String) -> String? = { _ in nil }

  /// Wraps blocks one under the other with a blank line between them.
  func lines(_ blocks: [LessonBlock], first: [Span] = [], rest: [Span] = [], role: Role = .text) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, !isTight(block, after: blocks[index - 1]) { lines.append(StyledLine(rest)) }
      lines += self.lines(block, first: index == 0 ? first : rest, rest: rest, role: role)
    }
    return lines.isEmpty && !first.isEmpty ? [StyledLine(first)] : lines
  }

  /// A list belongs to the paragraph before it, and a text to its heading.
  private func isTight(_ block: LessonBlock, after previous: LessonBlock) -> Bool {
    if case .list = block, case .paragraph = previous { return true }
    if case .checklist = block, case .paragraph = previous { return true }
    if case .footnote = block, case .footnote = previous { return true }
    if case .heading = previous { return true }
    return false
  }

  private func lines(_ block: LessonBlock, first: [Span], rest: [Span], role: Role) -> [StyledLine] {
    switch block {
    case .heading(_, let inlines):
      return TextFlow.wrap(spans(inlines, role: .heading), columns: columns, first: first, rest: rest)
    case .paragraph(let inlines):
      return TextFlow.wrap(spans(inlines, role: role), columns: columns, first: first, rest: rest)
    case .list(let start, let items):
      return items.enumerated().flatMap { index, item in
        let mark = start.map { "\($0 + index). " } ?? glyphs.bullet + " "
        let indent = Span(String(repeating: " ", count: DisplayWidth.columns(of: mark)))
        return lines(item, first: (index == 0 ? first : rest) + [Span(mark)], rest: rest + [indent], role: role)
      }
    case .quote(let blocks):
      let bar = Span(glyphs.quote + " ", .quiet)
      return lines(blocks, first: first + [bar], rest: rest + [bar], role: .quiet)
    case .checklist(let items):
      return items.enumerated().flatMap { index, item in
        let mark = (item.isDone ? glyphs.done : glyphs.open) + " "
        let indent = Span(String(repeating: " ", count: DisplayWidth.columns(of: mark)))
        return lines(
          item.blocks, first: (index == 0 ? first : rest) + [Span(mark)], rest: rest + [indent], role: role)
      }
    case .footnote(let number, let blocks):
      let mark = Span("[\(number)] ", .quiet)
      let indent = Span(String(repeating: " ", count: mark.text.count))
      return lines(blocks, first: first + [mark], rest: rest + [indent], role: .quiet)
    case .code(let language, let text):
      let indent = Span("  ")
      let spans =
        language == "math"
        ? [Span(FormulaText.plain(text, unicode: glyphs.unicode), role)]
        : CodeColors.spans(glyphs.plain(text), language)
      return TextFlow.wrap(spans, columns: columns, first: first + [indent], rest: rest + [indent])
    case .table(let header, let rows):
      return table(header: header, rows: rows, first: first, rest: rest)
    case .rule:
      let count = max(1, columns - StyledLine(first).columns)
      return [StyledLine(first + [Span(String(repeating: glyphs.horizontal, count: count), .quiet)])]
    }
  }

  // MARK: Inside a line

  /// The pieces of a paragraph. A link shows its text and where it leads: to a lesson, which a key opens, or to an address,
  /// which nothing opens.
  func spans(_ inlines: [LessonInline], role: Role) -> [Span] {
    var spans: [Span] = []
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text): spans.append(Span(glyphs.plain(text), role))
      case .emphasis(let inner): spans += self.spans(inner, role: .emphasis)
      case .strong(let inner): spans += self.spans(inner, role: .strong)
      case .code(let text): spans.append(Span(glyphs.plain(text), .code))
      case .link(let text, let destination):
        spans += self.spans(text, role: .emphasis)
        if let name = lessonName(destination) {
          spans.append(Span(glyphs.plain(" (\(name))"), .quiet))
        } else if LessonLink.isAddress(destination), text != [.text(destination)] {
          spans.append(Span(glyphs.plain(" (\(destination))"), .quiet))
        }
      case .formula(let source): spans.append(Span(FormulaText.plain(source, unicode: glyphs.unicode), .strong))
      case .footnote(let number): spans.append(Span("[\(number)]", .quiet))
      case .lineBreak: spans.append(Span("\n", role))
      case .softBreak:
        let next = self.spans(Array(inlines.dropFirst(index + 1).prefix(1)), role: role)
        if !isBetweenWide(spans, next) { spans.append(Span(" ", role)) }
      }
    }
    return spans
  }

  /// Whether a line was broken between two wide characters, which Chinese writes without a blank.
  private func isBetweenWide(_ before: [Span], _ after: [Span]) -> Bool {
    guard let last = before.last?.text.last, let first = after.first?.text.first else { return false }
    return DisplayWidth.columns(of: last) == 2 && DisplayWidth.columns(of: first) == 2
  }

  // MARK: Tables

  /// Columns as wide as their longest cell. Where they do not fit, each row is a list of its cells, each after the name of
  /// its column.
  private func table(
    header: [[LessonInline]], rows: [[[LessonInline]]], first: [Span], rest: [Span]
  ) -> [StyledLine] {
    let cells = ([header] + rows).enumerated().map { index, row in
      row.map { StyledLine(spans($0, role: index == 0 ? .strong : .text)) }
    }
    let widths = header.indices.map { column in
      cells.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    let gaps = 2 * max(0, header.count - 1)
    guard StyledLine(rest).columns + widths.reduce(gaps, +) <= columns else {
      return listed(header: cells[0], rows: Array(cells.dropFirst()), first: first, rest: rest)
    }
    return cells.enumerated().map { index, row in
      var line = index == 0 ? first : rest
      for (column, cell) in row.enumerated() where widths.indices.contains(column) {
        let gap = widths[column] - cell.columns + (column < row.count - 1 ? 2 : 0)
        line += cell.spans + [Span(String(repeating: " ", count: max(0, gap)))]
      }
      return StyledLine(line)
    }
  }

  private func listed(header: [StyledLine], rows: [[StyledLine]], first: [Span], rest: [Span]) -> [StyledLine] {
    let lines = rows.enumerated().flatMap { index, row in
      (index > 0 ? [StyledLine(rest)] : [])
        + zip(header, row).enumerated().flatMap { column, cell in
          let (name, text) = cell
          let indent = Span(column == 0 ? "" : "  ")
          let label = name.columns == 0 ? [] : name.spans + [Span(": ", .strong)]
          return TextFlow.wrap(
            label + text.spans, columns: columns, first: rest + [indent], rest: rest + [Span("    ")])
        }
    }
    guard let start = lines.first, first != rest else { return lines }
    return [StyledLine(first + start.spans.dropFirst(rest.count))] + lines.dropFirst()
  }
}
