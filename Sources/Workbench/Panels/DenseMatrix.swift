import ConvolutionEngine
import Explorer
import TerminalKit

/// All of W as a matrix, the grids unrolled in reading order: a row for each hidden cell, a column for each input cell.
///
/// The row of the selected hidden cell is the slice W(i,j,·,·) as one line, the column of an input cell is W(·,·,k,l). This
/// is the terminal's picture of the edges: a line of a diagram becomes a cell, and equal names are one weight.
struct DenseMatrix {
  let study: DenseStudy
  let view: DenseView
  let context: PanelContext

  init(_ study: DenseStudy, _ context: PanelContext) {
    self.study = study
    view = context.state.dense
    self.context = context
  }

  private var cells: Int { study.size.vertical * study.size.horizontal }

  var grid: CellGrid {
    let names = DenseNames(study)
    let selected = view.cell(in: study.size)
    let offset = selected.row * study.size.horizontal + selected.column
    let lastRow = "\(study.size.vertical - 1)".count
    let lastColumn = "\(study.size.horizontal - 1)".count
    var grid = CellGrid(
      title: "", rows: cells, columns: cells,
      cellColumns: max(names.columns, lastRow, lastColumn),
      rowNames: (lastRow + lastColumn + 1, { name(of: $0) }), focus: (offset, offset)
    ) { row, column in
      guard let name = study.weightName(hidden: place(row), input: place(column)) else {
        return CellGrid.Content(text: context.glyphs.ghostZero, style: context.theme.style(.ghost))
      }
      return CellGrid.Content(text: names.text(name), style: .plain)
    }
    grid.columnNames = [{ "\(place($0).row)" }, { "\(place($0).column)" }]
    grid.brackets = [
      CellGrid.Bracket(
        region: view.slice == .hidden
          ? Viewport.Region(rows: offset..<offset + 1, columns: 0..<cells)
          : Viewport.Region(rows: 0..<cells, columns: offset..<offset + 1),
        role: .current)
    ]
    return grid
  }

  private func place(_ offset: Int) -> Coordinate {
    Coordinate(row: offset / study.size.horizontal, column: offset % study.size.horizontal)
  }

  private func name(of offset: Int) -> String {
    let place = place(offset)
    return "\(place.row),\(place.column)"
  }
}
