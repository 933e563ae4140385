/// A tensor that a layer holds besides what flows through it.
public struct LayerTensor: Hashable, Sendable {
  /// Its role in the layer's operator.
  public let operand: OperandName
  /// The axes as in PyTorch: (out,in) of a linear layer, (O,C/groups,kH,kW) of a convolution, (C) of a bias.
  public let axes: [Int]
  /// Whether training changes it by its gradient. Running statistics are buffers: they are kept, not trained.
  public let isTrainable: Bool

  /// The number of elements.
  public let count: Int

  /// - Throws: `LayerError.uncountable` when the number of elements does not fit `Int`.
  public init(_ operand: OperandName, axes: [Int], isTrainable: Bool = true) throws(LayerError) {
    guard let count = try? NDArray<Float>.count(of: axes) else { throw .uncountable(.parameters) }
    self.operand = operand
    self.axes = axes
    self.isTrainable = isTrainable
    self.count = count
  }

  /// The last part of its name in a PyTorch state dict.
  public var stateName: String {
    switch operand {
    case .weights: "weight"
    case .runningMean: "running_mean"
    case .runningVariance: "running_var"
    default: operand.rawValue
    }
  }
}
