import ConvolutionEngine
import Explorer

extension OutputPredicate {
  /// The largest output, in products, that a check computes by itself; beyond that it waits for the output to be handed in.
  static let productLimit = 1 << 18
  /// The most cells of a known output that a check looks through: it does so after every key.
  static let cellLimit = 1 << 20

  /// Whether the output is as asked.
  ///
  /// - Parameter output: the whole present output when it is known.
  /// - Returns: false as well when a large output is not known yet, or is too large to look through.
  func holds(for state: ExplorerState, output: Tensor?) -> Bool {
    let shape = state.outputShape
    let known = output.flatMap { $0.shape == shape ? $0 : nil }
    func value(_ cell: Coordinate) -> Float { known.map { $0[cell] } ?? state.experiment.value(at: cell) }
    func place(_ row: Int, _ column: Int) -> Coordinate {
      Coordinate(batch: state.cell.batch, channel: state.cell.channel, row: row, column: column)
    }
    /// Whether all cells pass; false when computing or looking through them would take too long.
    func allCells(rows: Range<Int>, columns: Range<Int>, pass: (Coordinate) -> Bool) -> Bool {
      let limit = known == nil ? Self.productLimit / max(1, state.experiment.plan.termsPerCell) : Self.cellLimit
      guard rows.count <= limit / max(1, columns.count) else { return false }
      return rows.allSatisfy { row in columns.allSatisfy { pass(place(row, $0)) } }
    }
    let all = (rows: 0..<shape.height, columns: 0..<shape.width)

    switch self {
    case .cell(let row, let column, let test):
      let cell = place(row, column)
      return shape.contains(cell) && test.accepts(value(cell))
    case .every(let test, let rows, let columns, let rim):
      let rows = rows.map { $0.lowerBound..<($0.upperBound + 1) } ?? all.rows
      let columns = columns.map { $0.lowerBound..<($0.upperBound + 1) } ?? all.columns
      guard rows.upperBound <= shape.height, columns.upperBound <= shape.width, 2 * rim < shape.height,
        2 * rim < shape.width
      else { return false }
      return allCells(
        rows: rows.clamped(to: rim..<(shape.height - rim)), columns: columns.clamped(to: rim..<(shape.width - rim))
      ) { test.accepts(value($0)) }
    case .grid(let target, let within):
      guard shape.height == target.shape.height, shape.width == target.shape.width else { return false }
      return allCells(rows: all.rows, columns: all.columns) { cell in
        abs(value(cell) - target[Coordinate(row: cell.row, column: cell.column)]) <= within
      }
    case .maximumAt(let row, let column), .minimumAt(let row, let column):
      let extreme = place(row, column)
      guard shape.contains(extreme) else { return false }
      let best = value(extreme)
      let isMaximum = if case .maximumAt = self { true } else { false }
      return allCells(rows: all.rows, columns: all.columns) { cell in
        cell == extreme || (isMaximum ? value(cell) < best : value(cell) > best)
      }
    case .size(let size):
      return shape.height == size.vertical && shape.width == size.horizontal
    }
  }
}
