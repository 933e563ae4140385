/// A rectangle of character cells: its upper left cell and its sides. The sides are never negative; the corner may be
/// (a rectangle scrolled partly out of view).
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let rows: Int
  package let columns: Int

  /// Negative sides become 0.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The rectangle of that size whose corner is cell (0, 0).
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  package var size: Size { Size(rows: rows, columns: columns) }
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The first row below the rectangle.
  package var endRow: Int { row + rows }

  /// The first column to the right of the rectangle.
  package var endColumn: Int { column + columns }

  /// The rectangle without a frame of that many cells on every side; empty when nothing is left.
  package func inset(by cells: Int) -> Rect {
    inset(rows: cells, columns: cells)
  }

  /// The rectangle without `rows` rows above and below and `columns` columns left and right.
  package func inset(rows insetRows: Int, columns insetColumns: Int) -> Rect {
    Rect(
      row: row + insetRows, column: column + insetColumns, rows: rows - 2 * insetRows,
      columns: columns - 2 * insetColumns)
  }

  package func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < endRow && column >= self.column && column < endColumn
  }

  /// The cells that both have; an empty rectangle when there are none.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left, rows: min(endRow, other.endRow) - top,
      columns: min(endColumn, other.endColumn) - left)
  }
}
