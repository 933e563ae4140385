extension OperatorDescription {
  /// The sum of two activations, the join of a residual block: out = input + input-2 in every cell.
  ///
  /// Both inputs and the output N×C×H×W; nothing is stretched to fit.
  ///
  /// Source: He and others, "Deep Residual Learning" (2016), equation 1; in PyTorch `torch.add`.
  public static let add = OperatorDescription(
    name: .add,
    requiredOperands: [.input, .secondInput],
    optionalOperands: [],
    parameters: [],
    layout: .elements,
    makePlan: { shapes, _ throws(ExperimentError) in try AddPlan(shapes) })
}

/// A sum of two activations of the same shape.
struct AddPlan: OperatorPlan {
  let output: Shape

  /// - Throws: `ExperimentError.missingOperand` or `.mismatch`.
  init(_ shapes: [OperandName: Shape]) throws(ExperimentError) {
    let (input, second) = (try shapes.required(.input), try shapes.required(.secondInput))
    guard input == second else { throw .mismatch(.input, input.axes, .secondInput, second.axes, rule: .equal) }
    output = input
  }

  var termsPerCell: Int { 2 }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input], let second = operands[.secondInput] else { return .nan }
    return Self.sum(input[cell], second[cell])
  }

  /// The sum begins at +0 like every sum of a trace, so that −0 + −0 is +0.
  private static func sum(_ first: Float, _ second: Float) -> Float {
    Float(roundingSum: 0 + Double(first) + Double(second))
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    let terms = [OperandName.input, .secondInput].compactMap { name in
      operands[name].map { CellTrace.Term(name, at: cell, value: $0[cell]) }
    }
    return CellTrace(cell: cell, terms: terms, reduction: .sum)
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input], let second = operands[.secondInput] else { return nil }
    return RunComputation.output(
      shape: output, runLength: RunComputation.standardLength, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let (values, others) = (input.values.span, second.values.span)
      for offset in range { cells.append(Self.sum(values[offset], others[offset])) }
    }
  }
}
