extension OperatorDescription {
  /// PyTorch's `Softmax`: along one axis, positive numbers with the sum 1.
  ///
  /// Input and output N×C×H×W. The axis is a number from 0 to 3 for N, C, H, W, or from −4 to −1; −1 unless given. For the m
  /// values x along it, out_i = e^(x_i − s) / Σ_k e^(x_k − s), with s their maximum, which keeps the powers from overflowing and
  /// cancels out.
  ///
  /// Source: PyTorch, `torch.nn.Softmax`.
  public static let softmax = OperatorDescription(
    name: .softmax,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [ParameterSpecification(.axis, .integer, default: .integer(-1))],
    layout: .axis,
    makePlan: { shapes, parameters throws(ExperimentError) in try SoftmaxPlan(shapes, parameters) })
}

/// A softmax along one axis of its input.
struct SoftmaxPlan: OperatorPlan {
  let output: Shape
  private let axis: Int
  /// The number of values along the axis.
  let termsPerCell: Int
  /// The distance in storage between neighbours along the axis.
  private let step: Int

  /// - Throws: `ExperimentError.missingOperand` or `.parameterValue`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    output = try shapes.required(.input)
    axis = try parameters.axisOfShape(default: -1)
    termsPerCell = output.axes[axis]
    step = output.axes[(axis + 1)...].reduce(1, *)
  }

  func footprint(of cell: Coordinate) -> Footprint {
    Footprint(
      rows: axis == 2 ? EvenPositions(0..<termsPerCell) : EvenPositions(cell.row),
      columns: axis == 3 ? EvenPositions(0..<termsPerCell) : EvenPositions(cell.column))
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    let shift = shift(of: cell, in: input)
    var total = 0.0
    for place in lane(of: cell) { total += ElementaryFunctions.exponential(Double(input[place]) - shift) }
    return Float(roundingSum: ElementaryFunctions.exponential(Double(input[cell]) - shift) / total)
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input] else { return CellTrace(cell: cell, groups: [], reduction: .sum) }
    let shift = shift(of: cell, in: input)
    return CellTrace(
      cell: cell, terms: lane(of: cell).map { CellTrace.Term(at: $0, value: input[$0]) },
      reduction: .exponentialSum(shift: shift),
      epilogue: [.share(of: ElementaryFunctions.exponential(Double(input[cell]) - shift))])
  }

  /// All cells along the axis through `cell`, in order.
  private func lane(of cell: Coordinate) -> [Coordinate] {
    (0..<termsPerCell).map { index in
      var place = cell
      place[axis] = index
      return place
    }
  }

  /// The largest value along the axis; NaN wins.
  private func shift(of cell: Coordinate, in input: Tensor) -> Double {
    lane(of: cell).reduce(-.infinity) { CellTrace.Reduction.larger($0, Double(input[$1])) }
  }

  /// Finds each denominator once instead of once for each cell. Complexity: O(output).
  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input] else { return nil }
    return RunComputation.output(
      shape: output, runLength: termsPerCell * step, termsPerCell: 1, schedule: schedule
    ) { range, cells in
      let values = input.values.span
      var shifts = Array(repeating: -Double.infinity, count: step)
      for offset in range {
        let lane = (offset - range.lowerBound) % step
        shifts[lane] = CellTrace.Reduction.larger(shifts[lane], Double(values[offset]))
      }
      var totals = Array(repeating: 0.0, count: step)
      for offset in range {
        let lane = (offset - range.lowerBound) % step
        totals[lane] += ElementaryFunctions.exponential(Double(values[offset]) - shifts[lane])
      }
      for offset in range {
        let lane = (offset - range.lowerBound) % step
        cells.append(
          Float(
            roundingSum: ElementaryFunctions.exponential(Double(values[offset]) - shifts[lane]) / totals[lane]))
      }
    }
  }
}

extension Parameters {
  /// The axis of an N×C×H×W shape that the parameter `axis` names: 0 to 3; negative ones count from the end.
  ///
  /// - Throws: `ExperimentError.parameterValue`.
  func axisOfShape(default standard: Int) throws(ExperimentError) -> Int {
    let axis = integer(.axis) ?? standard
    guard (-4...3).contains(axis) else { throw .parameterValue(.axis, .integer(axis), legal: .integers(-4...3)) }
    return axis < 0 ? axis + 4 : axis
  }
}
