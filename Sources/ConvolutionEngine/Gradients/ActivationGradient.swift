/// The gradients of functions of one number, y = f(x): dL/dx = g · f′(x), in Double and rounded to Float32 once.
extension CellTrace.EpilogueStep {
  /// g · f′(x) for the functions that layers apply; nil for the other steps.
  ///
  /// Where a bent function has no derivative, at 0, it is that of the part below. Not-a-number passes relu's gradient on.
  /// Source: PyTorch's `threshold_backward`, `leaky_relu_backward`, `sigmoid_backward` and `tanh_backward`.
  func gradient(at x: Double, times g: Double) -> Double? {
    switch self {
    case .rectify: return x <= 0 ? 0 : g
    case .leak(let slope): return x > 0 ? g : g * slope
    case .logistic:
      // σ′ = σ·(1 − σ), the second factor as σ(−x) so that it does not cancel.
      return g * applied(to: x) * applied(to: -x)
    case .hyperbolicTangent:
      let y = applied(to: x)
      return g * ((1 - y) * (1 + y))
    case .addBias, .scale, .subtract, .divide, .share: return nil
    }
  }
}

extension ActivationPlan: DifferentiablePlan {
  /// For the input. Complexity: O(input).
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let input = operands[.input] else { return [:] }
    let gradient = Tensor(shape: input.shape) { cells in
      for index in cells.indices {
        let value = function.gradient(at: Double(input.values[index]), times: Double(outputGradient.values[index]))
        cells.initializeElement(at: index, to: Float(roundingSum: value ?? .nan))
      }
    }
    return [.input: gradient]
  }
}
