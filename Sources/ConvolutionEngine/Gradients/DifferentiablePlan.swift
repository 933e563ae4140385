/// An operator with fixed shapes and parameters whose gradients are known: the chain rule, backwards through one operator.
public protocol DifferentiablePlan: OperatorPlan {
  /// dL/d(operand) from `outputGradient`, dL/d(output), for every operand there is that numbers can be learned or passed
  /// back for; each in the shape of its operand.
  ///
  /// The tensors must have the shapes that the plan was made with; `outputGradient` that of its output.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor]
}

extension Experiment {
  /// dL/d(operand) for every operand with a gradient, from dL/d(output); nil for an operator whose gradients are not known.
  ///
  /// `outputGradient` must have the shape of the output.
  public func gradients(outputGradient: Tensor) -> [OperandName: Tensor]? {
    precondition(outputGradient.shape == outputShape, "the gradient is not that of this output")
    return (plan as? any DifferentiablePlan)?.gradients(operands: operands, outputGradient: outputGradient)
  }
}
