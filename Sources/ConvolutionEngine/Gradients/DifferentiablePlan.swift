/// An operator with fixed shapes and parameters whose gradients are known: the chain rule, backwards through one operator.
public protocol DifferentiablePlan: OperatorPlan {
  /// dL/d(operand) from `outputGradient`, dL/d(output), for every operand there is that numbers can be learned or passed
  /// back for; each in the shape of its operand.
  ///
  /// The tensors must have the shapes that the plan was made with; `outputGradient` that of its output.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor]
}
