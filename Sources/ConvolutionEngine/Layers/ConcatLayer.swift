/// The channels of all inputs one after another, PyTorch's `torch.cat` along axis 1; the features of vectors.
public struct ConcatLayer: Layer {
  public static let operation = OperatorName.concat
  public static let inputCount = 2...Int.max

  public private(set) var parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
    parameters[.axis] = .integer(1)
  }

  public func outputShape(for inputs: [ActivationShape]) throws(LayerError) -> ActivationShape {
    try OperatorLayer.joinedShape(of: self, for: inputs)
  }

  public func forward(
    _ inputs: [Activation], tensors: [OperandName: NDArray<Float>], schedule: RowBandSchedule,
    algorithm: ConvolutionAlgorithm
  ) throws(LayerError) -> Activation? {
    try OperatorLayer.joined(self, inputs, schedule: schedule)
  }
}

extension LayerDescription {
  static let concat = LayerDescription(make: ConcatLayer.init)
}
