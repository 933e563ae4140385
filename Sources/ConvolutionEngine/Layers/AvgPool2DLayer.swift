/// The mean of each window: PyTorch's `nn.AvgPool2d`.
public struct AvgPool2DLayer: Layer {
  public static let operation = OperatorName.avgPool2d

  public let parameters: Parameters

  /// - Parameters:
  ///   - stride: nil for the size of the window.
  ///   - ceilMode: keeps a window that hangs over the end.
  public init(kernel: Int, stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false) {
    self.init(
      LayerSettings(
        parameters: Parameters([
          .kernelSize: .axes(PerAxis(kernel)), .stride: stride.map { .axes(PerAxis($0)) },
          .padding: .sides(Padding(padding)), .ceilMode: .flag(ceilMode), .countIncludePad: .flag(true),
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
  static let avgPool2d = LayerDescription(
    parameters: OperatorDescription.avgPool2d.parameters, make: AvgPool2DLayer.init)
}
