/// max(x, 0), cell by cell: PyTorch's `nn.ReLU`.
public struct ReLULayer: Layer {
  public static let operation = OperatorName.relu

  public let parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }
}

extension LayerDescription {
  static let relu = LayerDescription(make: ReLULayer.init)
}
