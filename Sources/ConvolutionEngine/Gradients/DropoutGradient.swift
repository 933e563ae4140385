/// Dropout multiplies each value by its number of the mask, and so it does with the gradient.
extension DropoutPlan: DifferentiablePlan {
  /// For the input: the dropout of the gradient.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    let gradient = compute(operands: Operands([.input: outputGradient]), schedule: RowBandSchedule())
    return gradient.map { [.input: $0] } ?? [:]
  }
}
