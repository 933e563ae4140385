import ConvolutionEngine
import Explorer

extension OutputPredicate {
  /// The largest output, in products, that a check computes by itself; beyond that it waits for the output to be handed in.
  static let productLimit = 1 << 18

  /// Whether the output is as asked.
  ///
  /// - Parameter output: the whole present output when it is known.
  /// - Returns: false as well when a large output is not known yet.
  func holds(for state: ExplorerState, output: Tensor?) -> Bool {
    let shape = state.outputShape
    let known = output.flatMap { $0.shape == shape ? $0 : nil }
    func value(_ cell: Coordinate) -> Float { known.map { $0[cell] } ?? state.experiment.value(at: cell) }
    func place(_ row: Int, _ column: Int) -> Coordinate {
      Coordinate(batch: state.cell.batch, channel: state.cell.channel, row: row, column: column)
    }
    /// Cells of the current plane, unless computing them would take too long.
    func cells(rows: Range<Int>, columns: Range<Int>) -> [Coordinate]? {
      let limit = Self.productLimit / (known == nil ? max(1, state.experiment.plan.termsPerCell) : 1)
      guard known != nil || rows.count <= limit / max(1, columns.count) else { return nil }
      return rows.flatMap { row in columns.map { place(row, $0) } }
    }
    let all = (rows: 0..<shape.height, columns: 0..<shape.width)

    switch self {
    case .cell(let row, let column, let test):
      let cell = place(row, column)
      return shape.contains(cell) && test.accepts(value(cell))
    case .every(let test, let rows, let columns):
      let rows = rows.map { $0.lowerBound..<($0.upperBound + 1) } ?? all.rows
      let columns = columns.map { $0.lowerBound..<($0.upperBound + 1) } ?? all.columns
      guard rows.upperBound <= shape.height, columns.upperBound <= shape.width,
        let cells = cells(rows: rows, columns: columns)
      else { return false }
      return cells.allSatisfy { test.accepts(value($0)) }
    case .maximumAt(let row, let column), .minimumAt(let row, let column):
      let extreme = place(row, column)
      guard shape.contains(extreme), let cells = cells(rows: all.rows, columns: all.columns) else { return false }
      let best = value(extreme)
      let isMaximum = if case .maximumAt = self { true } else { false }
      return cells.allSatisfy { cell in
        cell == extreme || (isMaximum ? value(cell) < best : value(cell) > best)
      }
    case .size(let size):
      return shape.height == size.vertical && shape.width == size.horizontal
    }
  }
}
