import Explorer
import TerminalKit

/// A table of short texts with brackets around parts of it, scrolled so that one place is in view: what studies draw
/// their grids and matrices with. Holds no cells; each is asked for when it is drawn.
struct CellGrid {
  /// One cell as it is drawn, right-aligned.
  struct Content {
    var text: String
    var style: Style
  }

  /// Brackets around each row of a rectangle of cells.
  struct Bracket {
    var region: Viewport.Region
    var role: Role
  }

  /// What stands over the columns; empty for no line.
  var title: String
  var rows: Int
  var columns: Int
  /// The columns of the widest cell.
  var cellColumns: Int
  /// What stands before each row; nil for nothing.
  var rowNames: (columns: Int, name: (Int) -> String)?
  /// The lines over the cells.
  var columnNames: [(Int) -> String] = []
  /// The place that has to be in view.
  var focus: (row: Int, column: Int)
  /// Drawn in this order; the later ones win.
  var brackets: [Bracket] = []
  var content: (_ row: Int, _ column: Int) -> Content

  /// The rows that the whole table takes, its title included.
  var wantedRows: Int { titleRows + columnNames.count + rows }
  private var titleRows: Int { title.isEmpty ? 0 : 1 }
  /// The columns that the whole table takes; brackets stand in the gaps and at both ends.
  var wantedColumns: Int {
    let cells = columns.multipliedReportingOverflow(by: cellColumns + 1)
    return cells.overflow || cells.partialValue > 1 << 30
      ? 1 << 30 : max(cells.partialValue + 1 + nameColumns, DisplayWidth.columns(of: title))
  }

  private var nameColumns: Int { rowNames.map { $0.columns + 1 } ?? 0 }

  /// The columns between the ends of so many cells.
  private func fitting(_ columns: Int) -> Int { max(0, (columns - nameColumns - 1) / (cellColumns + 1)) }

  func draw(on surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let quiet = context.theme.style(.quiet)
    let shownRows = Self.visible(of: rows, room: rect.rows - titleRows - columnNames.count, around: focus.row)
    let shownColumns = Self.visible(of: columns, room: fitting(rect.columns), around: focus.column)
    surface.write(
      context.cut(title, columns: rect.columns), row: rect.row, column: rect.column,
      style: context.theme.style(.title), in: rect)
    let first = rect.column + nameColumns + 1
    func place(_ column: Int) -> Int { first + (column - shownColumns.lowerBound) * (cellColumns + 1) }
    for (line, name) in columnNames.enumerated() {
      for column in shownColumns {
        write(
          name(column), on: &surface, row: rect.row + titleRows + line, column: place(column), style: quiet, in: rect)
      }
    }
    for row in shownRows {
      let line = rect.row + titleRows + columnNames.count + row - shownRows.lowerBound
      if let rowNames {
        let name = rowNames.name(row)
        surface.write(
          name, row: line, column: rect.column + rowNames.columns - DisplayWidth.columns(of: name), style: quiet,
          in: rect)
      }
      for column in shownColumns {
        let cell = content(row, column)
        write(cell.text, on: &surface, row: line, column: place(column), style: cell.style, in: rect)
      }
      for bracket in brackets where bracket.region.rows.contains(row) {
        let span = bracket.region.columns.clamped(to: shownColumns)
        guard !span.isEmpty else { continue }
        let style = context.theme.style(bracket.role)
        surface.write("[", row: line, column: place(span.lowerBound) - 1, style: style, in: rect)
        surface.write("]", row: line, column: place(span.upperBound - 1) + cellColumns, style: style, in: rect)
      }
    }
  }

  private func write(
    _ text: String, on surface: inout Surface, row: Int, column: Int, style: Style, in rect: Rect
  ) {
    let shift = max(0, cellColumns - DisplayWidth.columns(of: text))
    surface.write(text, row: row, column: column + shift, style: style, in: rect)
  }

  /// The part of an axis in view: it stays where it is while the focus moves by less than half of it.
  static func visible(of count: Int, room: Int, around focus: Int) -> Range<Int> {
    let room = max(0, min(room, count))
    let step = max(1, room / 2)
    let start = max(0, min(focus / step * step - step / 2, count - room))
    return start..<(start + room)
  }
}
