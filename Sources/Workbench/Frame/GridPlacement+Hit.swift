import Explorer

extension GridPlacement {
  /// The grid cell at a place of the screen, its brackets and half of the gaps around it included; nil beside the cells.
  ///
  /// - Parameter visible: The cells that the placement shows.
  package func cell(row: Int, column: Int, in visible: Viewport.Region) -> (row: Int, column: Int)? {
    guard area.contains(row: row, column: column) else { return nil }
    // Of two cells above each other in a character it is the upper one: no mouse tells its halves apart.
    let rowIndex = (row - area.row) * rowsPerLine
    // The bracket before a number belongs to it.
    let columnIndex = (0..<visible.columns.count).last { self.column($0) - (gap + 1) / 2 <= column } ?? 0
    guard rowIndex < visible.rows.count, columnIndex < visible.columns.count else { return nil }
    return (visible.rows.lowerBound + rowIndex, visible.columns.lowerBound + columnIndex)
  }
}
