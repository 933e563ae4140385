/// The table of an authors' guide that says which task teaches which item of a text:
///
///     | item | of the article | lesson | task | |
///     |---|---|---|---|---|
///     | 4 | a plus and Sobel | `sliding-window` | `upset-the-balance` | computed |
///     | | | `finding-waldo` | `predict-sobel-on-waldo` | stepped |
///
/// A row without an item belongs to that of the row above. `told` may name a lesson without a task.
package enum CoverageTable {
  /// How a task teaches its item.
  package static let manners = ["stepped", "computed", "told"]

  /// What is wrong with a row.
  package enum Fault: Sendable, Equatable {
    case cellCount(Int)
    case noItem
    case itemTwice(String)
    case unknownLesson(String)
    case unknownTask(String, lesson: String)
    case unknownManner(String)
  }

  /// One row whose five cells are there.
  package struct Row: Sendable, Equatable {
    package let line: Int
    /// Empty where it is that of the row above.
    package let item: String
    package let lesson: String
    package let task: String
    package let manner: String
  }

  private static let header = ["item", "of the article", "lesson", "task", ""]

  /// The rows of the table in a text, and the lines that look like rows but have another number of cells.
  package static func rows(in text: String) -> (rows: [Row], faults: [(line: Int, fault: Fault)]) {
    var rows: [Row] = []
    var faults: [(line: Int, fault: Fault)] = []
    var place = Place.before
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("|") else {
        if place != .before { break }
        continue
      }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(trimmed)
      switch place {
      case .before: if cells == header { place = .ruler }
      case .ruler: place = .rows
      case .rows:
        if cells.count == header.count {
          rows.append(Row(line: index + 1, item: cells[0], lesson: cells[2], task: cells[3], manner: cells[4]))
        } else {
          faults.append((index + 1, .cellCount(cells.count)))
        }
      }
    }
    return (rows, faults)
  }

  private enum Place { case before, ruler, rows }

  private static func trimmed(_ cell: Substring) -> String {
    let isEdge = { (character: Character) in character == " " || character == "`" }
    let start = cell.drop(while: isEdge)
    return String(start.reversed().drop(while: isEdge).reversed())
  }

  /// The rows of `file` that speak of what `library` does not have. A text without the table has none.
  package static func findings(in text: String, file: String, library: LessonLibrary) -> [LintFinding] {
    let (rows, broken) = rows(in: text)
    var faults = broken
    var items: Set<String> = []
    for (index, row) in rows.enumerated() {
      if row.item.isEmpty {
        if index == 0 { faults.append((row.line, .noItem)) }
      } else if !items.insert(row.item).inserted {
        faults.append((row.line, .itemTwice(row.item)))
      }
      if !manners.contains(row.manner) { faults.append((row.line, .unknownManner(row.manner))) }
      guard let lesson = library.lessons.first(where: { $0.id == row.lesson }) else {
        faults.append((row.line, .unknownLesson(row.lesson)))
        continue
      }
      let needsTask = row.manner != "told" || !row.task.isEmpty
      if needsTask, !lesson.tasks.contains(where: { $0.id == row.task }) {
        faults.append((row.line, .unknownTask(row.task, lesson: row.lesson)))
      }
    }
    return faults.sorted { $0.line < $1.line }
      .map { LintFinding(file: file, line: $0.line, kind: .coverage($0.fault)) }
  }
}
