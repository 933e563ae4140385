/// The mean of each map: C×1×1 numbers.
///
/// Source: Lin, Chen, Yan, "Network in network" (2014), section 3.2.
public struct GlobalAvgPool2DLayer: Layer {
  public static let operation = OperatorName.globalAvgPool2d

  public let parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    let size = try inputs.maps().size
    return PerAxis(vertical: .everything(count: size.vertical), horizontal: .everything(count: size.horizontal))
  }
}

extension LayerDescription {
  static let globalAvgPool2d = LayerDescription(make: GlobalAvgPool2DLayer.init)
}
