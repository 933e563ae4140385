/// x for positive x, otherwise a small multiple of it, cell by cell: PyTorch's `nn.LeakyReLU`.
public struct LeakyReLULayer: Layer {
  public static let kind = "leaky-relu"

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
    parameters: [ParameterSpecification(.negativeSlope, .number, default: .number(0.01))], make: LeakyReLULayer.init)
}
