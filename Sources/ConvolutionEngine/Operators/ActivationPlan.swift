/// A function of one number, applied to every cell of its input.
struct ActivationPlan: OperatorPlan {
  let function: CellTrace.EpilogueStep
  let output: Shape

  /// - Parameter function: what happens to each value, in Double; the result is rounded once.
  /// - Throws: `ExperimentError.missingOperand`.
  init(_ function: CellTrace.EpilogueStep, _ shapes: [OperandName: Shape]) throws(ExperimentError) {
    self.function = function
    output = try shapes.required(.input)
  }

  var termsPerCell: Int { 1 }

  func value(at cell: Coordinate, operands: Operands) -> Float {
    guard let input = operands[.input] else { return .nan }
    return Float(roundingSum: function.applied(to: Double(input[cell])))
  }

  func trace(at cell: Coordinate, operands: Operands) -> CellTrace {
    let terms = operands[.input].map { [CellTrace.Term(at: cell, value: $0[cell])] } ?? []
    return CellTrace(cell: cell, terms: terms, reduction: .single, epilogue: [function])
  }

  func compute(operands: Operands, schedule: RowBandSchedule) -> Tensor? {
    guard let input = operands[.input] else { return nil }
    return RunComputation.output(
      shape: output, runLength: RunComputation.standardLength, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      let values = input.values.span
      for offset in range { cells.append(Float(roundingSum: function.applied(to: Double(values[offset])))) }
    }
  }
}
