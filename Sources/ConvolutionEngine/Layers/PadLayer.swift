/// Cells around each map, by one of the padding modes: PyTorch's `F.pad`.
public struct PadLayer: Layer {
  public static let operation = OperatorName.pad

  public let parameters: Parameters

  public init(padding: Padding, mode: PerAxis<PaddingMode> = PerAxis(.zeros)) {
    self.init(
      LayerSettings(parameters: Parameters([.padding: .sides(padding), .paddingMode: .modes(mode)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    try OperatorLayer.windowReach(of: self, for: inputs)
  }
}

extension LayerDescription {
  static let pad = LayerDescription(
    parameters: OperatorDescription.pad.parameters, make: PadLayer.init)
}
