/// The largest number in each window: PyTorch's `nn.MaxPool2d`.
public struct MaxPool2DLayer: Layer {
  public static let operation = OperatorName.maxPool2d

  public let parameters: Parameters

  /// - Parameters:
  ///   - stride: nil for the size of the window.
  ///   - ceilMode: keeps a window that hangs over the end.
  public init(kernel: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1, ceilMode: Bool = false) {
    self.init(
      LayerSettings(
        parameters: Parameters([
          .kernelSize: .axes(PerAxis(kernel)), .stride: stride.map { .axes(PerAxis($0)) },
          .padding: .sides(Padding(padding)), .dilation: .axes(PerAxis(dilation)), .ceilMode: .flag(ceilMode),
        ])))
  }

  public init(_ settings: LayerSettings) {
    parameters = settings.parameters
  }

  public var kernel: PerAxis<Int>? { parameters.axes(.kernelSize) }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    try OperatorLayer.windowReach(of: self, for: inputs)
  }
}

extension LayerDescription {
  static let maxPool2d = LayerDescription(
    parameters: OperatorDescription.maxPool2d.parameters, make: MaxPool2DLayer.init)
}
