/// A pool whose windows follow from the size of its output: they cover the input evenly, overlapping where they must.
///
/// Window i of an axis is ⌊i·in/out⌋ ..< ⌈(i + 1)·in/out⌉: never empty, also where the output is the larger of the two.
struct AdaptivePoolPlan: OperatorPlan {
  /// What is made of the cells of a window.
  enum Kind: Sendable {
    case mean, max
  }

  let kind: Kind
  let input: Shape
  let output: Shape

  /// - Parameter size: rows and columns of the output.
  /// - Throws: `ExperimentError.missingOperand`, `.parameterValue`, `.convolution` for an input without cells, or `.shape`.
  init(_ kind: Kind, size: PerAxis<Int>, _ shapes: [OperandName: Shape]) throws(ExperimentError) {
    let legal = 1...AxisGeometry.limit
    guard legal.contains(size.vertical), legal.contains(size.horizontal) else {
      throw .parameterValue(.outputSize, .axes(size), legal: .integers(legal))
    }
    input = try shapes.required(.input)
    for (extent, axis) in [(input.height, Axis.vertical), (input.width, .horizontal)] {
      guard extent > 0 else { throw .convolution(.geometry(.emptyInput(axis: axis))) }
      guard extent <= AxisGeometry.limit else { throw .convolution(.geometry(.extent(extent, axis: axis))) }
    }
    self.kind = kind
    output = try Shape(arranging: (input.batch, input.channels, size.vertical, size.horizontal))
  }

  /// The cells of an axis under window `index`.
  static func window(_ index: Int, input: Int, output: Int) -> Range<Int> {
    (index * input / output)..<(((index + 1) * input + output - 1) / output)
  }

  var termsPerCell: Int {
    func most(_ input: Int, _ output: Int) -> Int { min(input, (input + output - 1) / output + 1) }
    return most(input.height, output.height) * most(input.width, output.width)
  }

  func termCount(of cell: Coordinate) -> Int { rows(of: cell).count * columns(of: cell).count }

  func footprint(of cell: Coordinate) -> Footprint {
    Footprint(rows: EvenPositions(rows(of: cell)), columns: EvenPositions(columns(of: cell)))
  }

  private func rows(of cell: Coordinate) -> Range<Int> {
    Self.window(cell.row, input: input.height, output: output.height)
  }

  private func columns(of cell: Coordinate) -> Range<Int> {
    Self.window(cell.column, input: input.width, output: output.width)
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    var sum = 0.0
    var largest = -Double.infinity
    let values = input.values.span
    for row in rows(of: cell) {
      let first = input.shape.offset(
        of: Coordinate(batch: cell.batch, channel: cell.channel, row: row, column: 0))
      for column in columns(of: cell) {
        let value = Double(values[first + column])
        switch kind {
        case .mean: sum += value
        case .max: largest = CellTrace.Reduction.larger(largest, value)
        }
      }
    }
    return switch kind {
    case .mean: Float(roundingSum: sum / Double(termCount(of: cell)))
    case .max: Float(roundingSum: largest)
    }
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    let reduction: CellTrace.Reduction = kind == .mean ? .mean : .max
    guard let input = operands[.input] else { return CellTrace(cell: cell, groups: [], reduction: reduction) }
    var terms: [CellTrace.Term] = []
    for row in rows(of: cell) {
      for column in columns(of: cell) {
        let position = Coordinate(batch: cell.batch, channel: cell.channel, row: row, column: column)
        terms.append(CellTrace.Term(at: position, value: input[position]))
      }
    }
    return CellTrace(cell: cell, terms: terms, reduction: reduction)
  }
}
