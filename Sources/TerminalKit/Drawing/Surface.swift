/// A screenful of cells in memory: everything is drawn here, and only a `Terminal` shows it.
///
/// Kept at all times: a wide grapheme has its continuation cell to its right with the same style, and a continuation
/// cell has its wide grapheme to its left. Whatever overwrites one half turns the other half into a space.
package struct Surface: Equatable, Sendable {
  package let size: Size
  /// Row after row.
  private var cells: [Cell]

  /// All blank.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(), count: size.rows * size.columns)
  }

  /// The whole surface.
  package var bounds: Rect { Rect(size) }

  /// The cell at a place inside the surface.
  package subscript(row row: Int, column column: Int) -> Cell {
    precondition(bounds.contains(row: row, column: column), "outside the surface")
    return cells[row * size.columns + column]
  }

  /// The cells of one row inside the surface.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes text on one row from a place that may lie outside; the text is sanitised, never wrapped.
  ///
  /// Only cells inside both the surface and `clip` change (apart from the other half of a wide grapheme that is cut by
  /// the edge, which becomes a space). A wide grapheme of the text that doesn't fit as a whole shows as a space.
  /// - Returns: the columns that the text advanced over, those left of the clip included; it stops at the right edge.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, in clip: Rect? = nil
  ) -> Int {
    let area = clip.map(bounds.intersection) ?? bounds
    guard row >= area.row, row < area.endRow, !area.isEmpty else { return 0 }
    var next = column
    // Every character takes a column at least, so that no more of a long text need be looked at.
    let reachable = text.prefix(max(0, area.endColumn - column))
    for character in Sanitizer.sanitized(String(reachable)) {
      guard next < area.endColumn else { break }
      let width = DisplayWidth.columns(of: character)
      let end = next + width
      if next >= area.column, end <= area.endColumn {
        put(String(character), width: width, row: row, column: next, style: style)
      } else {
        for visible in max(next, area.column)..<max(min(end, area.endColumn), max(next, area.column)) {
          put(" ", width: 1, row: row, column: visible, style: style)
        }
      }
      next = end
    }
    return max(0, min(next, area.endColumn) - column)
  }

  /// Fills the part of a rectangle that lies in the surface; a wide character leaves an odd last column blank.
  package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    let text = Sanitizer.sanitized(String(character))
    let width = text.count == 1 ? DisplayWidth.columns(of: text) : 1
    let glyph = text.count == 1 ? text : String(Sanitizer.substitute)
    for row in area.row..<area.endRow {
      var column = area.column
      while column < area.endColumn {
        if column + width <= area.endColumn {
          put(glyph, width: width, row: row, column: column, style: style)
          column += width
        } else {
          put(" ", width: 1, row: row, column: column, style: style)
          column += 1
        }
      }
    }
  }

  /// Changes the style of the cells of a rectangle; a wide grapheme of which one half lies inside changes as a whole.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = bounds.intersection(rect)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      let start = row * size.columns
      var column = area.column
      if cells[start + column].isContinuation { column -= 1 }
      while column < area.endColumn {
        let cell = cells[start + column]
        let style = change(cell.style)
        cells[start + column] = cell.restyled(style)
        if cell.width == 2 { cells[start + column + 1] = cells[start + column + 1].restyled(style) }
        column += max(1, cell.width)
      }
    }
  }

  /// The same picture on another size: cut at the right and the bottom, or with blanks added there.
  package func resized(to size: Size) -> Surface {
    var result = Surface(size: size)
    for row in 0..<min(size.rows, self.size.rows) {
      var cells = Array(self.row(row).prefix(size.columns))
      if let last = cells.last, last.width == 2 { cells[cells.count - 1] = .blank(last.style) }
      result.replace(row: row, column: 0, by: cells)
    }
    return result
  }

  /// Replaces the cells from a place on by cells that form whole graphemes (a run of a diff).
  mutating func replace(row: Int, column: Int, by run: [Cell]) {
    let start = row * size.columns + column
    cells.replaceSubrange(start..<start + run.count, with: run)
  }

  /// Puts one grapheme that fits, blanking whatever loses its other half.
  private mutating func put(_ text: String, width: Int, row: Int, column: Int, style: Style) {
    let start = row * size.columns
    let end = column + width
    if cells[start + column].isContinuation {
      cells[start + column - 1] = .blank(cells[start + column - 1].style)
    }
    if end < size.columns, cells[start + end].isContinuation {
      cells[start + end] = .blank(cells[start + end].style)
    }
    cells[start + column] = Cell(text: text, style: style, width: width)
    if width == 2 { cells[start + column + 1] = Cell(text: "", style: style, width: 0) }
  }
}
