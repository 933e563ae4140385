extension OperatorDescription {
  /// PyTorch's `Linear`: every output feature is a weighted sum of all input features.
  ///
  /// Input N×C×H×in, weights 1×1×out×in, bias 1×out×1×1, output N×C×H×out:
  /// out(n,c,y,o) = bias(o) + Σ_i weights(o,i) · input(n,c,y,i).
  ///
  /// Source: PyTorch, `torch.nn.Linear`.
  public static let linear = OperatorDescription(
    name: .linear,
    requiredOperands: [.input, .weights],
    optionalOperands: [.bias],
    parameters: [],
    layout: .features,
    makePlan: { shapes, _ throws(ExperimentError) in try LinearPlan(shapes) })
}

/// A linear layer that fits its operands.
struct LinearPlan: OperatorPlan {
  let output: Shape
  /// The number of input features.
  let termsPerCell: Int

  /// - Throws: `ExperimentError.missingOperand`, `.mismatch` or `.shape`.
  init(_ shapes: [OperandName: Shape]) throws(ExperimentError) {
    let (input, weights) = (try shapes.required(.input), try shapes.required(.weights))
    guard weights.batch == 1, weights.channels == 1, weights.width == input.width else {
      throw .mismatch(.input, input.axes, .weights, weights.axes, rule: .lastAxis)
    }
    let features = weights.height
    if let bias = shapes[.bias], bias.axes != [1, features, 1, 1] {
      throw .mismatch(.weights, weights.axes, .bias, bias.axes, rule: .onePerFeature)
    }
    output = try Shape(arranging: (input.batch, input.channels, input.height, features))
    termsPerCell = input.width
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input], let weights = operands[.weights] else { return .nan }
    var sum = 0.0
    for feature in 0..<termsPerCell {
      let value = input[Coordinate(batch: cell.batch, channel: cell.channel, row: cell.row, column: feature)]
      sum += Double(weights[row: cell.column, column: feature]) * Double(value)
    }
    if let bias = operands[.bias] { sum += Double(bias[channel: cell.column, row: 0, column: 0]) }
    return Float(roundingSum: sum)
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input], let weights = operands[.weights] else {
      return CellTrace(cell: cell, groups: [], reduction: .sum)
    }
    let terms = (0..<termsPerCell).map { feature in
      let place = Coordinate(batch: cell.batch, channel: cell.channel, row: cell.row, column: feature)
      let weight = Coordinate(row: cell.column, column: feature)
      return CellTrace.Term(
        position: place, source: place, value: input[place], factorPosition: weight, factor: Double(weights[weight]))
    }
    return CellTrace(
      cell: cell, terms: terms, reduction: .sum,
      epilogue: operands[.bias].map { [.addBias($0[channel: cell.column, row: 0, column: 0])] } ?? [])
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input], let weights = operands[.weights] else { return nil }
    let bias = operands[.bias]
    return RunComputation.output(
      shape: output, runLength: min(output.width, FeatureProducts.runLength), termsPerCell: termsPerCell,
      schedule: schedule
    ) { range, cells in
      FeatureProducts.append(
        range, of: output.width, input: input, weights: weights, bias: bias, depth: termsPerCell, to: &cells)
    }
  }
}
