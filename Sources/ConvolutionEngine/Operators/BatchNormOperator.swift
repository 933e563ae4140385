extension OperatorDescription {
  /// PyTorch's `BatchNorm` in use, not in training: each channel moved and scaled by what was measured over the training data.
  ///
  /// Input and output N×C×H×W; running mean, running variance, weights and bias 1×C×1×1, the last two optional:
  /// out = (input − mean) / √(variance + eps) · weight + bias, each step in Double in this order. `eps` is 0 or more.
  ///
  /// Source: Ioffe and Szegedy, "Batch Normalization" (2015), algorithm 2; PyTorch, `torch.nn.BatchNorm2d`.
  public static let batchNorm = OperatorDescription(
    name: .batchNorm,
    requiredOperands: [.input, .runningMean, .runningVariance],
    optionalOperands: [.weights, .bias],
    parameters: [ParameterSpecification(.epsilon, .number, default: .number(1e-5))],
    layout: .channels,
    makePlan: { shapes, parameters throws(ExperimentError) in try BatchNormPlan(shapes, parameters) })
}

/// A batch normalisation that fits its operands.
struct BatchNormPlan: OperatorPlan {
  let output: Shape
  let epsilon: Double

  /// - Throws: `ExperimentError.missingOperand`, `.mismatch` or `.parameterValue`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    output = try shapes.required(.input)
    for name in [OperandName.runningMean, .runningVariance] { _ = try shapes.required(name) }
    for name in [OperandName.runningMean, .runningVariance, .weights, .bias] {
      guard let shape = shapes[name] else { continue }
      guard shape.axes == [1, output.channels, 1, 1] else {
        throw .mismatch(.input, output.axes, name, shape.axes, rule: .onePerChannel)
      }
    }
    epsilon = try parameters.number(.epsilon, in: 0...Double.greatestFiniteMagnitude, default: 1e-5)
  }

  var termsPerCell: Int { 1 }

  /// What happens to the values of one channel.
  private struct Normalization {
    let mean: Float
    let deviation: Double
    let weight: Float?
    let bias: Float?

    func applied(to value: Float) -> Float {
      var result = (Double(value) - Double(mean)) / deviation
      if let weight { result *= Double(weight) }
      if let bias { result += Double(bias) }
      return Float(roundingSum: result)
    }

    var steps: [CellTrace.EpilogueStep] {
      var steps: [CellTrace.EpilogueStep] = [.subtract(mean), .divide(deviation)]
      if let weight { steps.append(.scale(Double(weight))) }
      if let bias { steps.append(.addBias(bias)) }
      return steps
    }
  }

  private func normalization(of channel: Int, _ operands: Operands) -> Normalization {
    func number(_ name: OperandName) -> Float? { operands[name]?.values[channel] }
    return Normalization(
      mean: number(.runningMean) ?? 0,
      deviation: (Double(number(.runningVariance) ?? 1) + epsilon).squareRoot(),
      weight: number(.weights), bias: number(.bias))
  }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    return normalization(of: cell.channel, operands).applied(to: input[cell])
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    CellTrace(
      cell: cell, terms: operands[.input].map { [CellTrace.Term(at: cell, value: $0[cell])] } ?? [],
      reduction: .single, epilogue: normalization(of: cell.channel, operands).steps)
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input] else { return nil }
    let plane = output.height * output.width
    return RunComputation.output(
      shape: output, runLength: plane, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let normalization = normalization(of: range.lowerBound / plane % output.channels, operands)
      let values = input.values.span
      for offset in range { cells.append(normalization.applied(to: values[offset])) }
    }
  }
}
