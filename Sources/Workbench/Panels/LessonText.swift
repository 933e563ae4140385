import LessonKit
import TerminalKit

/// A page of a lesson as lines: its text, then the task, the hints shown so far, and the explanation after success.
struct LessonText {
  let columns: Int
  let glyphs: Glyphs

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
    case .code(_, let text):
      let indent = Span("  ")
      return TextFlow.wrap(
        [Span(glyphs.plain(text), .code)], columns: columns, first: first + [indent], rest: rest + [indent])
    case .table(let header, let rows):
      return table(header: header, rows: rows, first: first, rest: rest)
    case .rule:
      let count = max(1, columns - StyledLine(first).columns)
      return [StyledLine(first + [Span(String(repeating: glyphs.horizontal, count: count), .quiet)])]
    }
  }

  // MARK: Inside a line

  /// The pieces of a paragraph. A link shows its text; a terminal has nowhere to lead to.
  func spans(_ inlines: [LessonInline], role: Role) -> [Span] {
    var spans: [Span] = []
    for (index, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text): spans.append(Span(glyphs.plain(text), role))
      case .emphasis(let inner): spans += self.spans(inner, role: .emphasis)
      case .strong(let inner): spans += self.spans(inner, role: .strong)
      case .code(let text): spans.append(Span(glyphs.plain(text), .code))
      case .link(let text, _): spans += self.spans(text, role: .emphasis)
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

  /// Columns as wide as their longest cell; too wide a table has its last columns cut.
  private func table(
    header: [[LessonInline]], rows: [[[LessonInline]]], first: [Span], rest: [Span]
  ) -> [StyledLine] {
    let cells = ([header] + rows).enumerated().map { index, row in
      row.map { StyledLine(spans($0, role: index == 0 ? .strong : .text)) }
    }
    let widths = header.indices.map { column in
      cells.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
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
}
