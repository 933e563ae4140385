/// Stochastic gradient descent with momentum: v ← μ·v + g, w ← w − rate·v, where v begins as the first gradient.
///
/// Each of the two is taken in Double and rounded to Float32 once. Source: PyTorch, `torch.optim.SGD`, whose rate, unlike
/// that of Polyak (1964) and Sutskever and others (2013), stands before v and not before g.
public struct GradientDescent: Sendable {
  /// The step against the gradient, above 0.
  public let learningRate: Double
  /// The share of the last step that goes on, from 0 to below 1.
  public let momentum: Double

  /// - Throws: `TrainingError.learningRate` or `.momentum`.
  public init(learningRate: Double, momentum: Double = 0) throws(TrainingError) {
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(learningRate) }
    guard (0..<1).contains(momentum) else { throw .momentum(momentum) }
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// One step of `weights` with velocity `velocity`, empty before the first; both as many numbers as the gradient.
  func step(_ weights: [Float], velocity: inout [Float], gradient: [Float]) -> [Float] {
    if velocity.isEmpty { velocity = Array(repeating: 0, count: gradient.count) }
    return weights.indices.map { index in
      velocity[index] = Float(momentum * Double(velocity[index]) + Double(gradient[index]))
      return Float(Double(weights[index]) - learningRate * Double(velocity[index]))
    }
  }
}
