/// Every output is a weighted sum of all inputs, with weights out×in: PyTorch's `nn.Linear`, which on feature maps works
/// on each row.
///
/// It has as many inputs as it gets, like PyTorch's `nn.LazyLinear`.
public struct LinearLayer: Layer {
  public static let operation = OperatorName.linear

  /// The number of outputs.
  public let features: Int
  public let hasBias: Bool
  public let parameters: Parameters

  public init(features: Int, hasBias: Bool = true) {
    self.init(LayerSettings(outputs: features, hasBias: hasBias, parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    features = settings.outputs
    hasBias = settings.hasBias
    parameters = settings.parameters
  }

  public func tensors(for inputs: [ActivationShape]) throws(LayerError) -> [LayerTensor] {
    let axes = try inputs.single().axes
    guard LayerOutputs.legal.contains(features) else { throw .outputs(features, legal: LayerOutputs.legal) }
    return try LayerTensor.weights(axes: [features, axes[axes.count - 1]], bias: hasBias ? features : nil)
  }

  /// in × out for each row.
  public func multiplyAccumulates(for inputs: [ActivationShape]) throws(LayerError) -> Int {
    try LayerQuantity.multiplyAccumulates.product(try inputs.single().count, features)
  }

  /// The whole row.
  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    let shape = try inputs.single()
    return PerAxis(vertical: .cell, horizontal: .everything(count: shape.size.horizontal))
  }
}

extension LayerDescription {
  static let linear = LayerDescription(outputs: .features, hasBiasOption: true, make: LinearLayer.init)
}
