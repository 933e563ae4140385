extension ConvolutionPlan: DifferentiablePlan {
  /// For input, weights and, where there is one, bias; see `ConvolutionGradient`.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let input = operands[.input], let weights = operands[.weights] else { return [:] }
    let gradients = ConvolutionGradient.gradients(
      of: convolution, input: input, weights: weights, outputGradient: outputGradient)
    return gradients.named(hasBias: operands[.bias] != nil)
  }
}

extension OperandGradients {
  /// The gradients by the names of their operands.
  func named(hasBias: Bool) -> [OperandName: Tensor] {
    var named: [OperandName: Tensor] = [.input: input, .weights: weights]
    if hasBias { named[.bias] = bias }
    return named
  }
}
