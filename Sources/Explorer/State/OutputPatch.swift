import ConvolutionEngine

/// The output cells that some changed cells of operands feed, with their new values by the reference operator.
struct OutputPatch {
  struct Cell {
    let place: Coordinate
    let value: Float
  }

  private(set) var cells: [Cell] = []

  /// The most multiplications spent on a patch, a millisecond or less: beyond it the whole output is computed beside the
  /// loop, so that no key waits.
  static let budget = 1 << 17

  /// - Parameters:
  ///   - changes: the cells that were written.
  ///   - experiment: with the new values.
  /// - Returns: nil when it is not known what the cells feed, or when they feed too much.
  init?(after changes: [CellChange], in experiment: Experiment) {
    var budget = Self.budget
    for change in changes {
      guard
        let fed = FedOutputs(of: change.operand, at: change.place, in: experiment, limit: budget), budget > 0
      else { return nil }
      if experiment.operation == .softmax {
        guard fed.count <= budget, let shares = Self.shares(of: fed.places, in: experiment) else { return nil }
        budget -= fed.count
        cells += shares
      } else {
        let (work, overflow) = fed.count.multipliedReportingOverflow(by: max(1, experiment.plan.termsPerCell))
        guard !overflow, work <= budget else { return nil }
        budget -= max(1, work)
        cells += fed.places.map { Cell(place: $0, value: experiment.value(at: $0)) }
      }
    }
  }

  /// The cells of one softmax together: one by one each of them would look at all of them.
  private static func shares(of places: [Coordinate], in experiment: Experiment) -> [Cell]? {
    guard let input = experiment.operands[.input] else { return nil }
    guard
      let shape = try? Shape(height: 1, width: places.count),
      let lane = try? Tensor(shape: shape, values: places.map { input[$0] }),
      let shares = try? Experiment(operation: .softmax, operands: Operands([.input: lane])).output()
    else { return nil }
    return zip(places, shares.values).map { Cell(place: $0, value: $1) }
  }
}

/// A cell of an operand that was written.
struct CellChange: Hashable, Sendable {
  let operand: OperandName
  let place: Coordinate
}

extension FedOutputs {
  /// The cells in storage order.
  fileprivate var places: [Coordinate] {
    batches.flatMap { batch in
      channels.flatMap { channel in
        rows.flatMap { row in
          columns.map { Coordinate(batch: batch, channel: channel, row: row, column: $0) }
        }
      }
    }
  }
}

extension GridBlock {
  /// Its cells in a grid, row by row.
  fileprivate func places(from corner: Coordinate) -> [Coordinate] {
    (0..<size.vertical).flatMap { row in
      (0..<size.horizontal).map { column in
        Coordinate(
          batch: corner.batch, channel: corner.channel, row: corner.row + row, column: corner.column + column)
      }
    }
  }
}

extension Delta {
  /// The cells that it writes; nil when it changes more of the experiment than cells.
  var changedCells: [CellChange]? {
    switch self {
    case .cell(let operand, let place, _): [CellChange(operand: operand, place: place)]
    case .block(let operand, let corner, let block):
      // More cells than there are products to spend feed too much in any case.
      block.values.count > OutputPatch.budget
        ? nil : block.places(from: corner).map { CellChange(operand: operand, place: $0) }
    case .origin, .reveal, .study, .target, .targetCell: []
    case .resize, .operands, .parameter, .operation, .shift: nil
    case .group(let deltas):
      deltas.reduce([]) { found, delta in
        guard let found, let more = delta.changedCells else { return nil }
        return found + more
      }
    }
  }
}
