/// Every cell repeated, or some left out: PyTorch's `nn.Upsample(scale_factor:, mode="nearest")`.
public struct UpsampleNearestLayer: Layer {
  public static let kind = "upsample-nearest"

  public let parameters: Parameters

  /// - Parameter scale: output cells for each input cell, above 0.
  public init(scale: PerAxis<Double>) {
    self.init(LayerSettings(parameters: Parameters([.scale: .numbers(scale)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    guard case .numbers(let scale)? = parameters[.scale] else { throw .missingParameter(.scale) }
    return PerAxis(
      vertical: try Self.reach(scale: scale.vertical), horizontal: try Self.reach(scale: scale.horizontal))
  }

  private static func reach(scale: Double) throws(LayerError) -> AxisReach {
    guard scale > 0, scale < Double(AxisGeometry.limit) else {
      throw .operation(.parameterValue(.scale, .numbers(PerAxis(scale)), legal: .positive))
    }
    // Scales that people use are simple fractions. Others repeat so late that no receptive field is told for them.
    let most = AxisField.periodLimit
    let inputs = (1...most).first { (scale * Double($0)).rounded() == scale * Double($0) } ?? AxisGeometry.limit
    return .nearest(inputs: inputs, outputs: max(1, Int((scale * Double(inputs)).rounded())))
  }
}

extension LayerDescription {
  static let upsampleNearest = LayerDescription(
    parameters: [ParameterSpecification(.scale, .numbers, default: nil, isRequired: true)],
    make: UpsampleNearestLayer.init)
}
