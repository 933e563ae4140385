/// Cells around each map, by one of the padding modes: PyTorch's `F.pad`.
public struct PadLayer: Layer {
  public static let kind = "pad"

  public let parameters: Parameters

  public init(padding: Padding, mode: PerAxis<PaddingMode> = PerAxis(.zeros)) {
    self.init(
      LayerSettings(parameters: Parameters([.padding: .sides(padding), .paddingMode: .modes(mode)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    let padding = parameters.paddingCells ?? .none
    return PerAxis(
      vertical: .window(taps: 1, stride: 1, padding: padding.top),
      horizontal: .window(taps: 1, stride: 1, padding: padding.left))
  }
}

extension LayerDescription {
  static let pad = LayerDescription(
    parameters: [
      ParameterSpecification(.padding, .sides, default: nil, isRequired: true),
      ParameterSpecification(.paddingMode, .modes, default: .modes(PerAxis(.zeros))),
    ],
    make: PadLayer.init)
}
