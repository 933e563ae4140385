import Explorer
import TerminalKit

/// How the cells of a grid stand inside its panel: which of them fit, and at which character columns.
package struct GridPlacement: Equatable, Sendable {
  /// Where numbers may stand: the inside of the frame without indices and facts.
  package let area: Rect
  /// Columns of a number, and between two numbers.
  package let numberWidth: Int
  package let gap: Int
  /// Grid rows and columns that fit.
  package let rows: Int
  package let columns: Int
  /// Grid rows in a row of characters: two where half blocks are pixels.
  package let rowsPerLine: Int

  /// - Parameters:
  ///   - inside: The inside of the panel's frame.
  ///   - indexWidth: Columns of row numbers with their gap; 0 for none.
  ///   - footRows: Rows kept free under the grid.
  ///   - extent: How many rows and columns the grid has.
  package init(
    inside: Rect, numberWidth: Int, gap: Int, indexWidth: Int, footRows: Int, extent: Viewport.Region,
    rowsPerLine: Int = 1
  ) {
    self.rowsPerLine = rowsPerLine
    self.numberWidth = numberWidth
    self.gap = gap
    let indexRows = indexWidth > 0 ? 1 : 0
    let room = max(0, inside.columns - indexWidth)
    let fitting = max(0, (room - 2 + gap) / (numberWidth + gap))
    columns = min(extent.columns.count, fitting)
    rows = min(extent.rows.count, max(0, inside.rows - indexRows - footRows) * rowsPerLine)
    let used = columns * (numberWidth + gap) - gap + 2
    // A grid that fits stands in the middle; one that scrolls begins at the frame.
    let margin = columns == extent.columns.count ? max(0, (room - used) / 2) : 0
    area = Rect(
      row: inside.row + indexRows, column: inside.column + indexWidth + margin,
      rows: (rows + rowsPerLine - 1) / rowsPerLine,
      columns: min(room - margin, used))
  }

  private init(_ other: GridPlacement, area: Rect) {
    self.area = area
    numberWidth = other.numberWidth
    gap = other.gap
    rows = other.rows
    columns = other.columns
    rowsPerLine = other.rowsPerLine
  }

  /// The same so many rows further down.
  func moved(downBy rows: Int) -> GridPlacement {
    GridPlacement(
      self, area: Rect(row: area.row + rows, column: area.column, rows: area.rows, columns: area.columns))
  }

  /// The first character column of the number in the n-th visible grid column; the bracket stands to its left.
  package func column(_ index: Int) -> Int { area.column + 1 + index * (numberWidth + gap) }

  /// The row of characters of the n-th visible grid row.
  package func row(_ index: Int) -> Int { area.row + index / rowsPerLine }

  /// The first visible position along one axis: as near as possible to `start` with the focus in view, and a margin of
  /// one cell around the focus where there is room.
  package static func followed(start: Int, visible: Int, focus: Range<Int>, extent: Range<Int>) -> Int {
    guard visible < extent.count else { return extent.lowerBound }
    let margin = visible >= focus.count + 2 ? 1 : 0
    let low = max(extent.lowerBound, focus.lowerBound - margin)
    let high = min(extent.upperBound, focus.upperBound + margin)
    var result = start
    if result + visible < high { result = high - visible }
    if result > low { result = low }
    return max(extent.lowerBound, min(result, extent.upperBound - visible))
  }
}
