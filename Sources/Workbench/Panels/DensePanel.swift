import Explorer
import TerminalKit

/// The dense layer: its two grids and a slice of its weights, or all of them as a matrix; the sum of the selected cell; the
/// counts under every combination of rules; and what is to be seen.
enum DensePanel {
  static func draw(_ study: DenseStudy, on surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let table = DenseTable(study: study, context: context)
    surface.drawFrame(
      rect, title: title(study, context), note: table.foot(columns: rect.columns - 6),
      isFocused: context.state.focus == .study, context: context)
    let inside = rect.inset(rows: 1, columns: rect.columns < 60 ? 1 : 2)
    guard !inside.isEmpty else { return }
    let plan = Plan(rows: inside.rows, picture: context.state.dense.picture)
    let words = DenseWords(study, context)
    let pictures = Rect(row: inside.row, column: inside.column, rows: plan.pictures, columns: inside.columns)
    var row =
      pictures.row + drawPicture(study, on: &surface, pictures, isSaidBeside: plan.hasWordsBeside, context) + plan.blank
    func write(_ lines: [StyledLine], rows: Int) {
      for (index, line) in lines.prefix(rows).enumerated() {
        surface.write(line, row: row + index, column: inside.column, theme: context.theme, in: inside)
      }
      row += rows + plan.blank
    }
    write(words.sum(lines: plan.sum, columns: inside.columns), rows: plan.sum)
    let counts =
      plan.table == 1
      ? [StyledLine([Span(context.cut(table.line, columns: inside.columns))])] : table.lines(columns: inside.columns)
    write(counts, rows: plan.table)
    // What the picture leaves is left for words.
    let rows = plan.words == 0 ? 0 : inside.endRow - row
    write(words.sentences(lines: rows, columns: inside.columns), rows: rows)
  }

  /// Draws the grids or the matrix and returns the rows that they took.
  private static func drawPicture(
    _ study: DenseStudy, on surface: inout Surface, _ rect: Rect, isSaidBeside: Bool, _ context: PanelContext
  ) -> Int {
    switch context.state.dense.picture {
    case .slices:
      return DenseSlices(study, context).draw(on: &surface, rect)
    case .matrix:
      let grid = DenseMatrix(study, context).grid
      grid.draw(on: &surface, rect, context)
      if isSaidBeside { drawBeside(grid, study, on: &surface, rect, context) }
      return min(rect.rows, grid.wantedRows)
    }
  }

  /// What is to be seen in the matrix, to its right where it leaves enough room.
  private static func drawBeside(
    _ grid: CellGrid, _ study: DenseStudy, on surface: inout Surface, _ rect: Rect, _ context: PanelContext
  ) {
    let start = rect.column + grid.wantedColumns + 3
    guard rect.endColumn - start >= 20 else { return }
    let lines = DenseWords(study, context).sentences(lines: rect.rows, columns: rect.endColumn - start)
    for (index, line) in lines.enumerated() {
      surface.write(line, row: rect.row + index, column: start, theme: context.theme, in: rect)
    }
  }

  private static func title(_ study: DenseStudy, _ context: PanelContext) -> String {
    let size = "\(study.size.vertical)\(context.glyphs.times)\(study.size.horizontal)"
    let name: TextKey = context.state.dense.picture == .matrix ? .denseMatrixTitle : .denseTitle
    let rules =
      (study.isTied ? [context.text(.denseTranslation)] : [])
      + (study.isCut ? [context.text(.denseLocality, "\(study.exampleReach)")] : [])
    return ([context.text(name, size)] + rules).joined(separator: context.glyphs.separator)
  }

  /// How the rows of the panel are shared out. Depends on their number and the picture alone, so that nothing moves while
  /// one looks around.
  private struct Plan {
    let sum: Int
    let table: Int
    let words: Int
    let blank: Int
    /// The grids get the rest.
    let pictures: Int
    /// Whether what is to be seen stands beside the picture.
    let hasWordsBeside: Bool

    init(rows: Int, picture: DenseView.Picture) {
      hasWordsBeside = picture == .matrix && rows < 26
      let table = DenseTable.rows
      (sum, self.table, words, blank) =
        switch rows {
        // A matrix has as many rows as there are cells, and needs them more than the whole table does.
        case ..<26 where picture == .matrix: (1, 1, 0, 0)
        case ..<7: (1, 1, 0, 0)
        case ..<11: (1, 1, 1, 0)
        case ..<18: (1, table, 1, 0)
        case ..<26: (2, table, 3, 1)
        default: (4, table, 4, 1)
        }
      pictures = max(0, rows - sum - self.table - words - 3 * blank)
    }
  }
}
