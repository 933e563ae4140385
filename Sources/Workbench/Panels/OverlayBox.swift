import TerminalKit

/// Boxes over the screen: centred, as large as they need to be, never larger than the screen.
enum OverlayBox {
  static func rect(rows: Int, columns: Int, in size: Size) -> Rect {
    let rows = min(rows, size.rows)
    let columns = min(columns, size.columns)
    return Rect(row: (size.rows - rows) / 2, column: (size.columns - columns) / 2, rows: rows, columns: columns)
  }
}
