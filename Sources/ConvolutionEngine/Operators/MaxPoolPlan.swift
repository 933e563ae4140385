/// A max pool in one or two dimensions that fits its input.
struct MaxPoolPlan: OperatorPlan {
  let pool: PoolWindow
  let output: Shape

  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue`, `.convolution` or `.shape`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    let input = try shapes.required(.input)
    pool = try PoolWindow(input: input, parameters)
    output = try pool.output(of: input)
  }

  var termsPerCell: Int { pool.tapCount }
  var window: SlidingWindow? { pool.sliding }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    return largest(at: cell, plane: cell.batch * input.shape.channels + cell.channel, of: input.values.span)
  }

  /// All taps; those in the padding read −∞, which changes no maximum.
  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input] else { return CellTrace(cell: cell, groups: [], reduction: .max) }
    var terms: [CellTrace.Term] = []
    for rowTap in 0..<pool.vertical.kernel {
      for columnTap in 0..<pool.horizontal.kernel {
        let position = Coordinate(
          batch: cell.batch, channel: cell.channel,
          row: pool.vertical.geometry.position(output: cell.row, tap: rowTap),
          column: pool.horizontal.geometry.position(output: cell.column, tap: columnTap))
        let isInside = input.shape.contains(position)
        terms.append(
          CellTrace.Term(
            position: position, source: isInside ? position : nil, value: isInside ? input[position] : -.infinity))
      }
    }
    return CellTrace(cell: cell, terms: terms, reduction: .max)
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input] else { return nil }
    return RunComputation.output(
      shape: output, runLength: output.width, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let (plane, row) = (range.lowerBound / output.width).quotientAndRemainder(dividingBy: output.height)
      let values = input.values.span
      for column in 0..<range.count {
        cells.append(largest(at: Coordinate(row: row, column: column), plane: plane, of: values))
      }
    }
  }

  /// max over the window's cells inside the input, in tap order; NaN wins. `plane` counts over batch and channels.
  private func largest(at cell: Coordinate, plane: Int, of input: Span<Float>) -> Float {
    let (vertical, horizontal) = (pool.vertical, pool.horizontal)
    let columnTaps = horizontal.taps(output: cell.column, in: horizontal.inside)
    let firstColumn = horizontal.geometry.position(output: cell.column, tap: columnTaps.lowerBound)
    var largest = -Double.infinity
    for rowTap in vertical.taps(output: cell.row, in: vertical.inside) {
      let row = vertical.geometry.position(output: cell.row, tap: rowTap)
      var offset = (plane * vertical.input + row) * horizontal.input + firstColumn
      for _ in columnTaps {
        largest = CellTrace.Reduction.larger(largest, Double(input[offset]))
        offset += horizontal.geometry.dilation
      }
    }
    return Float(roundingSum: largest)
  }
}
