/// A plan whose output cells are copies of cells of `input` or `secondInput`, or zeros: nothing is computed, and bits stay.
protocol CopyingPlan: OperatorPlan {
  /// Where the value of an output cell is read.
  func reading(of cell: Coordinate) -> CopiedCell
}

/// The place that an output cell is a copy of.
struct CopiedCell {
  var operand: OperandName = .input
  /// The position read; outside the operand it is a ghost cell.
  let position: Coordinate
  /// The cell whose value stands there; nil for a zero.
  let source: Coordinate?

  init(_ operand: OperandName = .input, position: Coordinate, source: Coordinate?) {
    self.operand = operand
    self.position = position
    self.source = source
  }

  /// A cell of an operand as it stands.
  init(_ operand: OperandName = .input, at position: Coordinate) {
    self.init(operand, position: position, source: position)
  }
}

extension CopyingPlan {
  var termsPerCell: Int { 1 }

  func footprint(of cell: Coordinate) -> Footprint { Footprint(reading(of: cell).position) }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    let reading = reading(of: cell)
    guard let tensor = operands[reading.operand] else { return .nan }
    return reading.source.map { tensor[$0] } ?? 0
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    let reading = reading(of: cell)
    let value = reading.source.flatMap { operands[reading.operand]?[$0] } ?? 0
    return CellTrace(
      cell: cell,
      terms: [
        CellTrace.Term(operand: reading.operand, position: reading.position, source: reading.source, value: value)
      ], reduction: .single)
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let first = operands[.input] else { return nil }
    let second = operands[.secondInput]
    return RunComputation.output(
      shape: output, runLength: output.width, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      for offset in range {
        let reading = reading(of: output.coordinate(at: offset))
        let tensor = reading.operand == .input ? first : second ?? first
        cells.append(reading.source.map { tensor[$0] } ?? 0)
      }
    }
  }
}
