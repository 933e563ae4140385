/// Moves each channel to mean 0 and variance 1 by the statistics of the training data, then scales and shifts it:
/// PyTorch's `nn.BatchNorm2d` in evaluation mode.
///
/// Its products are not counted as multiply-accumulates: they can be folded into the weights of the layer before.
public struct BatchNormLayer: Layer {
  public static let operation = OperatorName.batchNorm

  public let parameters: Parameters

  /// - Parameter epsilon: what is added to the variance.
  public init(epsilon: Double = 1e-5) {
    self.init(LayerSettings(parameters: Parameters([.epsilon: .number(epsilon)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public func tensors(for inputs: [ActivationShape]) throws(LayerError) -> [LayerTensor] {
    let channels = try inputs.single().channels
    return [
      try LayerTensor(.weights, axes: [channels]),
      try LayerTensor(.bias, axes: [channels]),
      try LayerTensor(.runningMean, axes: [channels], isTrainable: false),
      try LayerTensor(.runningVariance, axes: [channels], isTrainable: false),
    ]
  }
}

extension LayerDescription {
  static let batchNorm = LayerDescription(
    parameters: OperatorDescription.batchNorm.parameters, make: BatchNormLayer.init)
}
