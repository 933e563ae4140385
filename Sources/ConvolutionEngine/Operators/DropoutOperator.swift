extension OperatorDescription {
  /// PyTorch's `Dropout`: in training, each value is dropped with probability `p` and the others grow by 1/(1 − p); otherwise
  /// every value stays.
  ///
  /// Input and output N×C×H×W. The value with offset i in storage is kept when the first 53 bits of number i of the
  /// SplitMix64 sequence of `seed` (0 or more), as a fraction of 2⁵³, are at least `p` (0 to 1). PyTorch's own random numbers
  /// are others, so that it agrees in all but the choice. Dropped is times 0: an infinity becomes NaN, as there.
  ///
  /// Source: Srivastava and others, "Dropout" (2014), in the scaling of PyTorch, `torch.nn.Dropout`.
  public static let dropout = OperatorDescription(
    name: .dropout,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.dropProbability, .number, default: .number(0.5)),
      ParameterSpecification(.seed, .integer, default: .integer(0)),
      ParameterSpecification(.train, .flag, default: .flag(false)),
    ],
    layout: .elements,
    makePlan: { shapes, parameters throws(ExperimentError) in try DropoutPlan(shapes, parameters) })
}

/// A dropout with its mask chosen.
struct DropoutPlan: OperatorPlan {
  let output: Shape
  /// nil outside training, when every value stays.
  private let mask: Mask?

  /// Which values are dropped.
  private struct Mask {
    let probability: Double
    let seed: UInt64

    func keeps(_ offset: Int) -> Bool {
      let bits = SplitMix64.number(UInt64(offset), seed: seed)
      return Double(bits >> 11) * 0x1p-53 >= probability
    }

    /// What a kept value is multiplied by. With probability 1 none is kept.
    var scale: Double { 1 / (1 - probability) }
  }

  /// - Throws: `ExperimentError.missingOperand` or `.parameterValue`.
  init(_ shapes: [OperandName: Shape], _ parameters: Parameters) throws(ExperimentError) {
    output = try shapes.required(.input)
    let probability = try parameters.number(.dropProbability, in: 0...1, default: 0.5)
    let seed = parameters.integer(.seed) ?? 0
    guard seed >= 0 else { throw .parameterValue(.seed, .integer(seed), legal: .integers(0...Int.max)) }
    mask = parameters.flag(.train) ? Mask(probability: probability, seed: UInt64(seed)) : nil
  }

  var termsPerCell: Int { 1 }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    return Self.value(input[cell], at: output.offset(of: cell), mask)
  }

  private static func value(_ value: Float, at offset: Int, _ mask: Mask?) -> Float {
    guard let mask else { return value }
    return Float(roundingSum: mask.keeps(offset) ? Double(value) * mask.scale : Double(value) * 0)
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    guard let input = operands[.input] else { return CellTrace(cell: cell, groups: [], reduction: .single) }
    guard let mask else {
      return CellTrace(cell: cell, terms: [CellTrace.Term(at: cell, value: input[cell])], reduction: .single)
    }
    let isKept = mask.keeps(output.offset(of: cell))
    return CellTrace(
      cell: cell, terms: [CellTrace.Term(at: cell, value: input[cell], factor: isKept ? 1 : 0)], reduction: .single,
      epilogue: isKept ? [.scale(mask.scale)] : [])
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input] else { return nil }
    guard let mask else { return schedule.isCancelled() ? nil : input }
    return RunComputation.output(
      shape: output, runLength: RunComputation.standardLength, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let values = input.values.span
      for offset in range { cells.append(Self.value(values[offset], at: offset, mask)) }
    }
  }
}
