import Explorer
import TerminalKit

/// How the cells of a grid stand inside its panel: which of them fit, and at which character columns.
package struct GridPlacement: Equatable, Sendable {
  /// Where numbers may stand: the inside of the frame without indices and facts.
  package let area: Rect
  /// Columns of a number, of the widest where they differ, and between two numbers.
  package let numberWidth: Int
  package let gap: Int
  /// Grid rows and columns that fit.
  package let rows: Int
  package let columns: Int
  /// The widths of all columns where they differ, and where each begins, counted from the first; else empty.
  private let widths: [Int]
  private let starts: [Int]
  /// Grid rows in a row of characters: two where half blocks are pixels.
  package let rowsPerLine: Int

  /// - Parameters:
  ///   - inside: The inside of the panel's frame.
  ///   - indexWidth: Columns of row numbers with their gap; 0 for none.
  ///   - footRows: Rows kept free under the grid.
  ///   - extent: How many rows and columns the grid has.
  ///   - widths: Those of all columns, where they differ; of use only when all of them fit.
  ///   - rowsPerLine: Grid rows in a row of characters.
  package init(
    inside: Rect, numberWidth: Int, gap: Int, indexWidth: Int, footRows: Int, extent: Viewport.Region,
    widths: [Int]? = nil, rowsPerLine: Int = 1
  ) {
    self.rowsPerLine = rowsPerLine
    self.numberWidth = numberWidth
    self.gap = gap
    let indexRows = indexWidth > 0 ? 1 : 0
    let room = max(0, inside.columns - indexWidth)
    let varied = widths.map { $0.reduce(2 - gap) { $0 + $1 + gap } }
    if let widths, let varied, varied <= room {
      self.widths = widths
      starts = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1 + gap) }
      columns = extent.columns.count
    } else {
      self.widths = []
      starts = []
      columns = min(extent.columns.count, max(0, (room - 2 + gap) / (numberWidth + gap)))
    }
    rows = min(extent.rows.count, max(0, inside.rows - indexRows - footRows) * rowsPerLine)
    let used = self.widths.isEmpty ? columns * (numberWidth + gap) - gap + 2 : varied ?? room
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
    widths = other.widths
    starts = other.starts
  }

  /// The same so many rows further down.
  func moved(downBy rows: Int) -> GridPlacement {
    GridPlacement(
      self, area: Rect(row: area.row + rows, column: area.column, rows: area.rows, columns: area.columns))
  }

  /// The first character column of the number in the n-th visible grid column; the bracket stands to its left.
  package func column(_ index: Int) -> Int {
    area.column + 1 + (starts.indices.contains(index) ? starts[index] : index * (numberWidth + gap))
  }

  /// The columns of the number in the n-th visible grid column.
  package func width(_ index: Int) -> Int { widths.indices.contains(index) ? widths[index] : numberWidth }

  /// Whether columns differ in width.
  package var isVaried: Bool { !widths.isEmpty }

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
