import ConvolutionEngine
import Explorer
import TerminalKit

/// X, a slice of W, where there is room V, and H side by side: what makes one hidden cell, or what one input cell feeds.
struct DenseSlices {
  let study: DenseStudy
  let view: DenseView
  let cell: Coordinate
  let context: PanelContext

  init(_ study: DenseStudy, _ context: PanelContext) {
    self.study = study
    view = context.state.dense
    cell = view.cell(in: study.size)
    self.context = context
  }

  private static let gap = 3

  /// Draws the grids and returns the rows that they took.
  func draw(on surface: inout Surface, _ rect: Rect) -> Int {
    let fitting = plan(for: rect)
    let plan = fitting ?? Plan(slice: .values, hasIndices: rect.rows > 5, hasKernel: false)
    let grids = grids(plan, rows: rect.rows)
    var column = rect.column
    for (index, columns) in shares(of: grids, columns: rect.columns).enumerated() {
      grids[index].draw(
        on: &surface, Rect(row: rect.row, column: column, rows: rect.rows, columns: columns), context)
      column += columns + (fitting == nil ? 1 : Self.gap)
    }
    return min(rect.rows, grids.map(\.wantedRows).max() ?? 0)
  }

  /// Whether all grids have room side by side, and one above the other all their rows.
  private func fits(_ plan: Plan, _ rect: Rect) -> (columns: Bool, rows: Bool) {
    let grids = grids(plan, rows: rect.rows)
    let columns = grids.reduce(0) { $0 + $1.wantedColumns } + (grids.count - 1) * Self.gap
    return (columns <= rect.columns, grids.allSatisfy { $0.wantedRows <= rect.rows })
  }

  /// The first plan that fits; else the first in which only rows have to be scrolled, which numbers help with where there
  /// is room for them.
  private func plan(for rect: Rect) -> Plan? {
    let plans = Self.plans.filter { !$0.hasKernel || kernelGrid($0, rows: rect.rows) != nil }.map {
      (plan: $0, fits: fits($0, rect))
    }
    let whole = plans.first { $0.fits.columns && $0.fits.rows }
    let scrolled = plans.first { $0.fits.columns && $0.plan.hasIndices == (rect.rows > 5) }
    return (whole ?? scrolled)?.plan
  }

  /// All they want where that is there; else no grid gets less than its share, and one that wants less leaves the rest.
  private func shares(of grids: [CellGrid], columns: Int) -> [Int] {
    let wanted = grids.map(\.wantedColumns)
    var left = columns - (grids.count - 1)
    var shares = [Int](repeating: 0, count: grids.count)
    for (done, index) in wanted.indices.sorted(by: { wanted[$0] < wanted[$1] }).enumerated() {
      shares[index] = min(wanted[index], max(0, left / (grids.count - done)))
      left -= shares[index]
    }
    return shares
  }

  // MARK: The grids

  /// What is left out where there is too little room.
  private struct Plan {
    /// How the weights of the slice are written.
    enum Slice {
      /// Names alone, beside V that says what they stand for.
      case names
      case namesAndValues
      case values
    }

    let slice: Slice
    let hasIndices: Bool
    let hasKernel: Bool
  }

  private static let plans = [Plan.Slice.names, .namesAndValues, .values].flatMap { slice in
    [true, false].map { Plan(slice: slice, hasIndices: $0, hasKernel: slice == .names) }
  }

  private func grids(_ plan: Plan, rows: Int) -> [CellGrid] {
    let kernel = plan.hasKernel ? kernelGrid(plan, rows: rows) : nil
    return [inputGrid(plan), sliceGrid(plan)] + [kernel].compactMap { $0 } + [hiddenGrid(plan)]
  }

  private func grid(
    _ title: String, cellColumns: Int, _ plan: Plan, content: @escaping (Int, Int) -> CellGrid.Content
  ) -> CellGrid {
    var grid = CellGrid(
      title: title, rows: study.size.vertical, columns: study.size.horizontal, cellColumns: cellColumns,
      focus: (cell.row, cell.column), content: content)
    if plan.hasIndices {
      grid.rowNames = ("\(study.size.vertical - 1)".count, { "\($0)" })
      grid.columnNames = [{ "\($0)" }]
    }
    return grid
  }

  private var here: CellGrid.Bracket {
    CellGrid.Bracket(
      region: Viewport.Region(rows: cell.row..<cell.row + 1, columns: cell.column..<cell.column + 1), role: .current)
  }

  private var field: CellGrid.Bracket { CellGrid.Bracket(region: study.field(of: cell), role: .window) }

  private func inputGrid(_ plan: Plan) -> CellGrid {
    var grid = grid(context.text(.denseInputTitle), cellColumns: indexed(1, plan), plan) { row, column in
      let value = study.input(Coordinate(row: row, column: column))
      return CellGrid.Content(text: "\(value)", style: context.theme.magnitude(Float(value), scale: 3))
    }
    grid.brackets = [view.slice == .hidden ? field : here]
    return grid
  }

  private func sliceGrid(_ plan: Plan) -> CellGrid {
    let names = DenseNames(study)
    let title = context.text(
      view.slice == .hidden ? .denseHiddenSliceTitle : .denseInputSliceTitle, "\(cell.row)", "\(cell.column)")
    let columns =
      switch plan.slice {
      case .names: names.columns
      case .namesAndValues: names.columns + 3
      case .values: 2
      }
    var grid = grid(title, cellColumns: indexed(columns, plan), plan) { row, column in
      let place = Coordinate(row: row, column: column)
      let (hidden, input) = view.slice == .hidden ? (cell, place) : (place, cell)
      guard let name = study.weightName(hidden: hidden, input: input) else {
        return CellGrid.Content(text: context.glyphs.ghostZero, style: context.theme.style(.ghost))
      }
      let value = study.weight(hidden: hidden, input: input)
      let text =
        switch plan.slice {
        case .names: names.text(name)
        case .namesAndValues: "\(names.text(name))=\(value)"
        case .values: "\(value)"
        }
      // No colours: every step changes all of the slice, and they would more than double its bytes.
      return CellGrid.Content(text: text, style: .plain)
    }
    grid.brackets = [here]
    return grid
  }

  /// V with its offsets; nil where weights are not tied or V has more rows than there is room for.
  private func kernelGrid(_ plan: Plan, rows: Int) -> CellGrid? {
    let size = study.kernelSize
    guard study.isTied, size.vertical + (plan.hasIndices ? 2 : 1) <= rows else { return nil }
    let names = DenseNames(study)
    let extent = study.extent
    var grid = CellGrid(
      title: context.text(.denseKernelTitle), rows: size.vertical, columns: size.horizontal,
      cellColumns: names.columns + 3, focus: (extent.vertical, extent.horizontal)
    ) { row, column in
      let name = DenseStudy.WeightName.tied(row * size.horizontal + column + 1)
      let value = study.tiedWeight(row: row - extent.vertical, column: column - extent.horizontal)
      return CellGrid.Content(
        text: "\(names.text(name))=\(value)", style: context.theme.magnitude(Float(value), scale: 2))
    }
    if plan.hasIndices {
      grid.rowNames = ("\(-extent.vertical)".count, { "\($0 - extent.vertical)" })
      grid.columnNames = [{ "\($0 - extent.horizontal)" }]
    }
    grid.brackets = [CellGrid.Bracket(region: kernelField, role: .window)]
    return grid
  }

  /// The part of V that falls inside the other grid at the selected cell. Seen from an input cell V is turned.
  private var kernelField: Viewport.Region {
    let field = study.field(of: cell)
    let extent = study.extent
    func range(_ range: Range<Int>, _ place: Int, _ reach: Int) -> Range<Int> {
      view.slice == .hidden
        ? range.lowerBound - place + reach..<range.upperBound - place + reach
        : place + reach - range.upperBound + 1..<place + reach - range.lowerBound + 1
    }
    return Viewport.Region(
      rows: range(field.rows, cell.row, extent.vertical), columns: range(field.columns, cell.column, extent.horizontal))
  }

  private func hiddenGrid(_ plan: Plan) -> CellGrid {
    let products = study.kernelSize.vertical.multipliedReportingOverflow(by: study.kernelSize.horizontal).partialValue
    // No sum of so many products of at most 3·2, and a bias of at most 3, is wider.
    let largest = 6 * min(products, study.size.vertical * study.size.horizontal) + 3
    let isKnown = study.hidden(Coordinate(row: study.size.vertical / 2, column: study.size.horizontal / 2)) != nil
    var grid = grid(
      context.text(.denseHiddenTitle), cellColumns: indexed(isKnown ? "-\(largest)".count : 1, plan), plan
    ) { row, column in
      guard let value = study.hidden(Coordinate(row: row, column: column)) else {
        return CellGrid.Content(text: context.glyphs.unknown, style: context.theme.style(.unknown))
      }
      return CellGrid.Content(text: "\(value)", style: context.theme.magnitude(Float(value), scale: Float(largest) / 6))
    }
    grid.brackets = [view.slice == .hidden ? here : field]
    return grid
  }

  /// At least as wide as the column numbers.
  private func indexed(_ columns: Int, _ plan: Plan) -> Int {
    plan.hasIndices ? max(columns, "\(study.size.horizontal - 1)".count) : columns
  }
}
