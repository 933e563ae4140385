/// Drops numbers at random in training; a network computes what a trained one answers, where it changes nothing.
///
/// Source: PyTorch, `nn.Dropout` in evaluation mode.
public struct DropoutLayer: Layer {
  public static let operation = OperatorName.dropout

  public let parameters: Parameters

  /// - Parameter probability: with which training drops a number, 0 to 1.
  public init(probability: Double = 0.5) {
    self.init(LayerSettings(parameters: Parameters([.dropProbability: .number(probability)])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }
}

extension LayerDescription {
  static let dropout = LayerDescription(
    parameters: OperatorDescription.dropout.parameters.filter { $0.name == .dropProbability },
    make: DropoutLayer.init)
}
