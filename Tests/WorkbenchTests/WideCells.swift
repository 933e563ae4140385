import TerminalKit

extension Surface {
  /// Where a wide character has lost its right half, or a right half its character; also rows that are not as wide as the
  /// surface, as `row,column`.
  var halvedCharacters: [String] {
    (0..<size.rows).flatMap { row in
      (0..<size.columns).filter { column in
        let width = DisplayWidth.columns(of: self[row: row, column: column].text)
        let isHalf = self[row: row, column: column].text.isEmpty
        let lacksRight = width == 2 && (column + 1 == size.columns || !self[row: row, column: column + 1].text.isEmpty)
        let lacksLeft =
          isHalf && (column == 0 || DisplayWidth.columns(of: self[row: row, column: column - 1].text) != 2)
        return lacksRight || lacksLeft
      }.map { "\(row),\($0)" }
    }
  }
}
