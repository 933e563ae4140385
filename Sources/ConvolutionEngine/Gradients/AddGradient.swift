/// The gradient of a sum goes to both parts whole.
extension AddPlan: DifferentiablePlan {
  /// For both inputs.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    [.input: outputGradient, .secondInput: outputGradient]
  }
}
