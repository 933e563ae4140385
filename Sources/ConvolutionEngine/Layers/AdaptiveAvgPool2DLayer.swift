/// The mean of each part of a map that is cut into a given number of parts: PyTorch's `nn.AdaptiveAvgPool2d`.
public struct AdaptiveAvgPool2DLayer: Layer {
  public static let operation = OperatorName.adaptiveAvgPool2d

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
  static let adaptiveAvgPool2d = LayerDescription(
    parameters: OperatorDescription.adaptiveAvgPool2d.parameters, make: AdaptiveAvgPool2DLayer.init)
}
