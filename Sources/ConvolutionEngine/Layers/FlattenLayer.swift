/// All numbers of a picture in one row, channel after channel: PyTorch's `nn.Flatten`.
public struct FlattenLayer: Layer {
  public static let operation = OperatorName.flatten

  public private(set) var parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
    // The batch is axis 0 and stays.
    self.parameters[.startDimension] = .integer(1)
    self.parameters[.endDimension] = .integer(-1)
  }

  /// A vector has no place in the picture: it sees what all its parts see.
  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    let size = try inputs.single().size
    return PerAxis(vertical: .everything(count: size.vertical), horizontal: .everything(count: size.horizontal))
  }
}

extension LayerDescription {
  static let flatten = LayerDescription(make: FlattenLayer.init)
}
