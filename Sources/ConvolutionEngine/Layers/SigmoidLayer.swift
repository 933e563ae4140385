/// 1 / (1 + e⁻ˣ), cell by cell: PyTorch's `nn.Sigmoid`.
public struct SigmoidLayer: Layer {
  public static let operation = OperatorName.sigmoid

  public let parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }
}

extension LayerDescription {
  static let sigmoid = LayerDescription(make: SigmoidLayer.init)
}
