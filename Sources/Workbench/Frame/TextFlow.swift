import TerminalKit

/// A piece of text of one role.
package struct Span: Equatable, Sendable {
  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// One line of the screen in pieces.
package struct StyledLine: Equatable, Sendable {
  package var spans: [Span]
  /// Whether it is the line that says what there is to do.
  package var isTask = false

  package init(_ spans: [Span] = []) {
    self.spans = spans
  }

  package var columns: Int { spans.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }
  package var text: String { spans.map(\.text).joined() }
}

/// Breaks text into lines by display width.
package enum TextFlow {
  /// What may not begin a line.
  private static let closing = Set("，。、；：？！）》」』】〉”’…·,.;:?!)]}%")
  /// What may not end a line.
  private static let opening = Set("（《「『【〈“‘([{")

  private struct Unit {
    let character: Character
    let role: Role
    let columns: Int
    var isBlank: Bool { character == " " }
  }

  /// The text in lines of at most `columns` columns, prefixes included.
  ///
  /// Lines break at blanks, and between two characters when one of them is wide (Chinese and Japanese write no blanks),
  /// but never before closing punctuation nor after an opening bracket. A word longer than a line is cut. A line feed
  /// in the text ends the line. Complexity: O(characters).
  package static func wrap(
    _ spans: [Span], columns: Int, first: [Span] = [], rest: [Span] = []
  ) -> [StyledLine] {
    let units = units(of: spans)
    var lines: [StyledLine] = []
    var start = 0
    repeat {
      let prefix = lines.isEmpty ? first : rest
      let room = max(2, columns - StyledLine(prefix).columns)
      let (end, next) = lineEnd(units, from: start, room: room)
      lines.append(StyledLine(prefix + joined(units[start..<end])))
      start = next
    } while start < units.count
    return lines
  }

  /// Where the line that begins at `start` ends, and where the next one begins.
  private static func lineEnd(_ units: [Unit], from start: Int, room: Int) -> (end: Int, next: Int) {
    var used = 0
    var index = start
    var lastBreak: Int?
    while index < units.count {
      let unit = units[index]
      if unit.character == "\n" { return (index, index + 1) }
      if index > start, mayBreak(units[index - 1], unit) { lastBreak = index }
      if used + unit.columns > room, !unit.isBlank {
        let end = lastBreak ?? cut(units, from: start, at: max(index, start + 1))
        return (trimmed(units, from: start, to: end), afterBlanks(units, from: end))
      }
      used += unit.columns
      index += 1
    }
    return (index, index)
  }

  /// Where a word that is longer than a line is cut: as late as possible, but before a letter where there is one.
  private static func cut(_ units: [Unit], from start: Int, at limit: Int) -> Int {
    guard limit < units.count else { return limit }
    var end = limit
    while end > start + 1, closing.contains(units[end].character) || opening.contains(units[end - 1].character) {
      end -= 1
    }
    return closing.contains(units[end].character) ? limit : end
  }

  private static func mayBreak(_ before: Unit, _ after: Unit) -> Bool {
    if before.isBlank { return !after.isBlank }
    guard before.columns == 2 || after.columns == 2 else { return false }
    return !closing.contains(after.character) && !opening.contains(before.character)
  }

  private static func trimmed(_ units: [Unit], from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, units[end - 1].isBlank { end -= 1 }
    return end
  }

  private static func afterBlanks(_ units: [Unit], from start: Int) -> Int {
    var start = start
    while start < units.count, units[start].isBlank { start += 1 }
    return start
  }

  /// Sanitised before it is measured, so that what is drawn is as wide as what was counted.
  private static func units(of spans: [Span]) -> [Unit] {
    spans.flatMap { span in
      span.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
        let start = index == 0 ? [] : [Unit(character: "\n", role: span.role, columns: 0)]
        return start
          + Sanitizer.sanitized(String(line).replacingTabs).map {
            Unit(character: $0, role: span.role, columns: DisplayWidth.columns(of: $0))
          }
      }
    }
  }

  private static func joined(_ units: ArraySlice<Unit>) -> [Span] {
    var spans: [Span] = []
    for unit in units {
      if let last = spans.last, last.role == unit.role {
        spans[spans.count - 1].text.append(unit.character)
      } else {
        spans.append(Span(String(unit.character), unit.role))
      }
    }
    return spans
  }
}

extension String {
  fileprivate var replacingTabs: String {
    contains("\t") ? split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ") : self
  }
}
