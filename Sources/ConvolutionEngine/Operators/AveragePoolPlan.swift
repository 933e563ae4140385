/// An average pool in one or two dimensions that fits its input.
struct AveragePoolPlan: OperatorPlan {
  let pool: PoolWindow
  /// Whether cells of the padding count as zeros, or not at all.
  let counted: Counted
  let output: Shape

  enum Counted {
    case padded, inside
  }

  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue`, `.convolution` or `.shape`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    let input = try shapes.required(.input)
    pool = try PoolWindow(input: input, parameters)
    output = try pool.output(of: input)
    counted = parameters[.countIncludePad] == .flag(false) ? .inside : .padded
  }

  var termsPerCell: Int { pool.tapCount }
  var window: SlidingWindow? { pool.sliding }

  func termCount(of cell: Coordinate) -> Int {
    countedTaps(pool.vertical, cell.row).count * countedTaps(pool.horizontal, cell.column).count
  }

  /// The cells that count: others change nothing, not even the number that the sum is divided by.
  func footprint(of cell: Coordinate) -> Footprint {
    func positions(_ axis: PoolAxis, _ output: Int) -> EvenPositions {
      let taps = countedTaps(axis, output)
      return EvenPositions(
        first: axis.geometry.position(output: output, tap: taps.lowerBound), step: axis.geometry.dilation,
        count: taps.count)
    }
    return Footprint(
      rows: positions(pool.vertical, cell.row), columns: positions(pool.horizontal, cell.column))
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    return mean(at: cell, plane: cell.batch * input.shape.channels + cell.channel, of: input.values.span)
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input] else { return CellTrace(cell: cell, groups: [], reduction: .mean) }
    var terms: [CellTrace.Term] = []
    for rowTap in countedTaps(pool.vertical, cell.row) {
      for columnTap in countedTaps(pool.horizontal, cell.column) {
        let position = Coordinate(
          batch: cell.batch, channel: cell.channel,
          row: pool.vertical.geometry.position(output: cell.row, tap: rowTap),
          column: pool.horizontal.geometry.position(output: cell.column, tap: columnTap))
        let isInside = input.shape.contains(position)
        terms.append(
          CellTrace.Term(
            position: position, source: isInside ? position : nil, value: isInside ? input[position] : 0))
      }
    }
    return CellTrace(cell: cell, terms: terms, reduction: .mean)
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input] else { return nil }
    return RunComputation.output(
      shape: output, runLength: output.width, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let (plane, row) = (range.lowerBound / output.width).quotientAndRemainder(dividingBy: output.height)
      let values = input.values.span
      for column in 0..<range.count {
        cells.append(mean(at: Coordinate(row: row, column: column), plane: plane, of: values))
      }
    }
  }

  /// The taps of an axis that count.
  private func countedTaps(_ axis: PoolAxis, _ output: Int) -> Range<Int> {
    axis.taps(output: output, in: counted == .padded ? axis.padded : axis.inside)
  }

  /// Σ over the window's cells inside the input, in tap order, divided by the number of those that count. The zeros of the
  /// padding are left out of the sum, which begins at +0 and which they cannot change. `plane` counts over batch and channels.
  private func mean(at cell: Coordinate, plane: Int, of input: Span<Float>) -> Float {
    let (vertical, horizontal) = (pool.vertical, pool.horizontal)
    let columnTaps = horizontal.taps(output: cell.column, in: horizontal.inside)
    let firstColumn = horizontal.geometry.position(output: cell.column, tap: columnTaps.lowerBound)
    var sum = 0.0
    for rowTap in vertical.taps(output: cell.row, in: vertical.inside) {
      let row = vertical.geometry.position(output: cell.row, tap: rowTap)
      let offset = (plane * vertical.input + row) * horizontal.input + firstColumn
      for column in 0..<columnTaps.count { sum += Double(input[offset + column]) }
    }
    let count = termCount(of: cell)
    return count == 0 ? 0 : Float(roundingSum: sum / Double(count))
  }
}
