/// The sum of two or more inputs, cell by cell: a residual join.
///
/// More than two are added from the left, each sum rounded to Float32, as `a + b + c` is.
/// Source: He, Zhang, Ren, Sun, "Deep residual learning for image recognition" (2016).
public struct AddLayer: Layer {
  public static let operation = OperatorName.add
  public static let inputCount = 2...Int.max

  public let parameters: Parameters

  public init() {
    self.init(LayerSettings(parameters: Parameters([:])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
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
  static let add = LayerDescription(make: AddLayer.init)
}
