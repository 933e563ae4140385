import ConvolutionEngine

/// What each output cell of one filter says about the weights: a number for each weight, which is the input under it.
///
/// They come from the traces that the screen shows, so that padding, stride, dilation, groups and orientation are those of
/// the operator itself.
struct FilterEquations {
  /// The places of the weights that any window uses, in the order of the equations' columns.
  private(set) var unknowns: [Coordinate] = []
  /// What a bias of 1 adds to the output; nil without a bias. It is the last column.
  private(set) var biasFactor: Double?
  /// The output cells, in reading order.
  private(set) var cells: [Coordinate] = []
  private(set) var isFinite = true
  /// Of each cell the columns and their numbers.
  private var rows: [[(column: Int, value: Double)]] = []

  init(of experiment: Experiment, filter: Int) {
    var columns: [Coordinate: Int] = [:]
    let shape = experiment.outputShape
    for batch in 0..<shape.batch {
      for row in 0..<shape.height {
        for column in 0..<shape.width {
          add(
            experiment.trace(at: Coordinate(batch: batch, channel: filter, row: row, column: column)), &columns)
        }
      }
    }
  }

  private mutating func add(_ trace: CellTrace, _ columns: inout [Coordinate: Int]) {
    // What happens after the sum is linear too: so much of the sum comes out, and so much of the bias.
    var (scale, bias): (Double, Double?) = (1, nil)
    for step in trace.epilogue {
      switch step {
      case .scale(let factor):
        scale *= factor
        bias = bias.map { $0 * factor }
      case .addBias: bias = 1
      default: break
      }
    }
    biasFactor = bias
    var entries: [(column: Int, value: Double)] = []
    for group in trace.groups {
      for term in group.terms {
        guard let place = term.factorPosition else { continue }
        let column = columns[place] ?? unknowns.count
        if column == unknowns.count {
          columns[place] = column
          unknowns.append(place)
        }
        if !term.value.isFinite { isFinite = false }
        entries.append((column, scale * Double(term.value)))
      }
    }
    cells.append(trace.cell)
    rows.append(entries)
  }

  /// The columns, the bias included.
  var columnCount: Int { unknowns.count + (biasFactor == nil ? 0 : 1) }

  /// All equations as a matrix.
  var system: LeastSquares? {
    var values = Array(repeating: 0.0, count: rows.count * columnCount)
    for (row, entries) in rows.enumerated() {
      for entry in entries { values[entry.column * rows.count + row] += entry.value }
      if let biasFactor { values[unknowns.count * rows.count + row] = biasFactor }
    }
    return LeastSquares(rows: rows.count, columns: columnCount, values: values)
  }

  func targets(in target: Tensor) -> [Double] { cells.map { Double(target[$0]) } }

  /// The first two cells whose equations are the same while their targets differ by more than `slack`: no kernel does both.
  func conflict(in target: Tensor, slack: Double) -> (Coordinate, Coordinate)? {
    var first: [[Double]: Coordinate] = [:]
    for (cell, entries) in zip(cells, rows) {
      var numbers = Array(repeating: 0.0, count: unknowns.count)
      for entry in entries { numbers[entry.column] += entry.value }
      guard let other = first[numbers] else {
        first[numbers] = cell
        continue
      }
      if abs(Double(target[cell]) - Double(target[other])) > slack { return (other, cell) }
    }
    return nil
  }
}
