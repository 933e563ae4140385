/// x for positive x, otherwise a small multiple of it, cell by cell: PyTorch's `nn.LeakyReLU`.
public struct LeakyReLULayer: Layer {
  public static let operation = OperatorName.leakyRelu

  public let parameters: Parameters

  /// - Parameter negativeSlope: what a negative number is multiplied by.
  public init(negativeSlope: Double = 0.01) {
    self.init(LayerSettings(parameters: Parameters([.negativeSlope: .number(negativeSlope)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }
}

extension LayerDescription {
  static let leakyRelu = LayerDescription(
    parameters: OperatorDescription.leakyRelu.parameters, make: LeakyReLULayer.init)
}
