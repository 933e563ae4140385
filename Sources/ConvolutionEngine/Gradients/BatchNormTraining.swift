/// Batch normalisation while training: each channel made to have mean 0 and variance 1 over the batch, then scaled and
/// shifted; and its gradients.
///
/// Over the m = N·H·W values of a channel: μ = Σ x / m, σ² = Σ (x − μ)² / m (the biased variance), x̂ = (x − μ) / √(σ² + ε),
/// y = γ·x̂ + β. Taken in Double; the output is rounded to Float32 once. A channel must have values.
/// Source: Ioffe, Szegedy, "Batch Normalization" (2015), algorithm 1 and section 3; PyTorch, `torch.nn.BatchNorm2d`.
public struct BatchNormTraining: Sendable {
  /// y, in the shape of the input, N×C×H×W.
  public let output: Tensor
  /// μ of each channel.
  public let mean: [Double]
  /// σ² of each channel, divided by m.
  public let variance: [Double]
  /// m, the number of values of each channel.
  public let valuesPerChannel: Int
  private let input: Tensor
  private let weights: Tensor
  private let epsilon: Double

  /// - Parameters:
  ///   - weights: γ of each channel, 1×C×1×1.
  ///   - bias: β of each channel, 1×C×1×1.
  ///   - epsilon: what keeps the root from 0; PyTorch's default.
  public init(input: Tensor, weights: Tensor, bias: Tensor, epsilon: Double = 1e-5) {
    let shape = input.shape
    precondition(
      weights.shape.count == shape.channels && bias.shape.count == shape.channels, "one value for each channel")
    let count = shape.batch * shape.height * shape.width
    let mean = Self.sums(shape) { offset, _ in Double(input.values[offset]) }.map { $0 / Double(count) }
    let variance = Self.sums(shape) { offset, channel in
      let difference = Double(input.values[offset]) - mean[channel]
      return difference * difference
    }.map { $0 / Double(count) }
    let scales = variance.map { 1 / ($0 + epsilon).squareRoot() }
    output = Self.cells(shape) { offset, channel in
      let normal = (Double(input.values[offset]) - mean[channel]) * scales[channel]
      return normal * Double(weights.values[channel]) + Double(bias.values[channel])
    }
    self.mean = mean
    self.variance = variance
    valuesPerChannel = count
    self.input = input
    self.weights = weights
    self.epsilon = epsilon
  }

  /// The gradients from that of the output, g:
  /// dL/dβ = Σ g, dL/dγ = Σ g·x̂, dL/dx = γ / √(σ² + ε) · (g − (Σ g)/m − x̂·(Σ g·x̂)/m). Complexity: O(input).
  public func gradients(outputGradient: Tensor) -> OperandGradients {
    let shape = input.shape
    precondition(outputGradient.shape.count == shape.count, "the gradient is not that of this output")
    let scales = variance.map { 1 / ($0 + epsilon).squareRoot() }
    func normal(_ offset: Int, _ channel: Int) -> Double {
      (Double(input.values[offset]) - mean[channel]) * scales[channel]
    }
    let biasSums = Self.sums(shape) { offset, _ in Double(outputGradient.values[offset]) }
    let weightSums = Self.sums(shape) { Double(outputGradient.values[$0]) * normal($0, $1) }
    let count = Double(valuesPerChannel)
    let inputGradient = Self.cells(shape) { offset, channel in
      let rest = biasSums[channel] / count + normal(offset, channel) * weightSums[channel] / count
      return Double(weights.values[channel]) * scales[channel] * (Double(outputGradient.values[offset]) - rest)
    }
    return OperandGradients(
      input: inputGradient, weights: Tensor(shape: weights.shape, roundingSums: weightSums),
      bias: Tensor(shape: Shape(vectorOf: shape.channels), roundingSums: biasSums))
  }

  /// The sum of a term over the values of each channel, in storage order.
  private static func sums(_ shape: Shape, _ term: (_ offset: Int, _ channel: Int) -> Double) -> [Double] {
    var sums = Array(repeating: 0.0, count: shape.channels)
    forEachCell(shape) { sums[$1] += term($0, $1) }
    return sums
  }

  private static func cells(_ shape: Shape, _ value: (_ offset: Int, _ channel: Int) -> Double) -> Tensor {
    Tensor(shape: shape) { cells in
      forEachCell(shape) { cells.initializeElement(at: $0, to: Float(roundingSum: value($0, $1))) }
    }
  }

  private static func forEachCell(_ shape: Shape, _ body: (_ offset: Int, _ channel: Int) -> Void) {
    let planeCount = shape.height * shape.width
    for plane in 0..<(shape.batch * shape.channels) {
      for offset in (plane * planeCount)..<((plane + 1) * planeCount) { body(offset, plane % shape.channels) }
    }
  }
}
