/// The gradients of a convolution: the quick form where it fits, the reference elsewhere. The result is the same, but for
/// padding that repeats cells; see `PaddedConvolutionGradient`.
public enum ConvolutionGradient {
  /// See `ReferenceConvolutionGradient`, whose formulas and shapes these are.
  public static func gradients(
    of convolution: Convolution, input: Tensor, weights: Tensor, outputGradient: Tensor
  ) -> OperandGradients {
    precondition(input.shape == convolution.input, "the input is not the one the convolution was made for")
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(outputGradient.shape == convolution.output, "the gradient is not that of the convolution's output")
    guard let quick = PaddedConvolutionGradient(of: convolution) else {
      return ReferenceConvolutionGradient.gradients(
        of: convolution, input: input, weights: weights, outputGradient: outputGradient)
    }
    return quick.gradients(input: input, weights: weights, outputGradient: outputGradient)
  }
}

extension ConvolutionPlan: DifferentiablePlan {
  /// For input, weights and, where there is one, bias; see `ConvolutionGradient`.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let input = operands[.input], let weights = operands[.weights] else { return [:] }
    let gradients = ConvolutionGradient.gradients(
      of: convolution, input: input, weights: weights, outputGradient: outputGradient)
    return gradients.named(hasBias: operands[.bias] != nil)
  }
}
