/// The gradients of one number, the loss, with respect to the operands of an operator: dL/d(operand), each in the shape of
/// its operand.
public struct OperandGradients: Equatable, Sendable {
  public let input: Tensor
  public let weights: Tensor
  /// One number for each filter, output feature or channel: 1×O×1×1. The same whether a bias was added or not.
  public let bias: Tensor

  public init(input: Tensor, weights: Tensor, bias: Tensor) {
    self.input = input
    self.weights = weights
    self.bias = bias
  }
}

extension Tensor {
  /// Sums in storage order, each times `factor` and then rounded to Float32 once.
  init(shape: Shape, roundingSums sums: UnsafePointer<Double>, times factor: Double = 1) {
    self.init(shape: shape) { cells in
      for index in 0..<shape.count { cells.initializeElement(at: index, to: Float(roundingSum: sums[index] * factor)) }
    }
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
