/// The largest number in each part of a map that is cut into a given number of parts: PyTorch's `nn.AdaptiveMaxPool2d`.
public struct AdaptiveMaxPool2DLayer: Layer {
  public static let operation = OperatorName.adaptiveMaxPool2d

  public let parameters: Parameters

  /// - Parameter outputSize: rows and columns of the output.
  public init(outputSize: PerAxis<Int>) {
    self.init(LayerSettings(parameters: Parameters([.outputSize: .axes(outputSize)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    try OperatorLayer.sharedReach(of: self, for: inputs)
  }
}

extension LayerDescription {
  static let adaptiveMaxPool2d = LayerDescription(
    parameters: OperatorDescription.adaptiveMaxPool2d.parameters, make: AdaptiveMaxPool2DLayer.init)
}
