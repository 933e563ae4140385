/// The hyperbolic tangent, cell by cell: PyTorch's `nn.Tanh`.
public struct TanhLayer: Layer {
  public static let operation = OperatorName.tanh

  public let parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }
}

extension LayerDescription {
  static let tanh = LayerDescription(make: TanhLayer.init)
}
