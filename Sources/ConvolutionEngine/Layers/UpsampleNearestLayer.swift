/// Every cell repeated, or some left out: PyTorch's `nn.Upsample(scale_factor:, mode="nearest")`.
public struct UpsampleNearestLayer: Layer {
  public static let operation = OperatorName.upsampleNearest

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
    let (input, output) = (try inputs.maps().size, try outputShape(for: inputs).size)
    return PerAxis(
      vertical: Self.reach(scale: scale.vertical, input: input.vertical, output: output.vertical),
      horizontal: Self.reach(scale: scale.horizontal, input: input.horizontal, output: output.horizontal))
  }

  /// The operator copies or doubles an axis that stays as long or gets twice as long, and otherwise goes by the scale.
  private static func reach(scale: Double, input: Int, output: Int) -> AxisReach {
    if output == input { return .cell }
    if output == 2 * input { return .nearest(inputs: 1, outputs: 2) }
    // Scales that people use are simple fractions. Others repeat so late that no receptive field is told for them.
    let inputs = (1...AxisField.periodLimit).first { (scale * Double($0)).rounded() == scale * Double($0) }
    guard let inputs else { return .nearest(inputs: input, outputs: AxisGeometry.limit) }
    return .nearest(inputs: inputs, outputs: Int(scale * Double(inputs)))
  }
}

extension LayerDescription {
  static let upsampleNearest = LayerDescription(
    parameters: OperatorDescription.upsampleNearest.parameters, make: UpsampleNearestLayer.init)
}
