/// A two-dimensional convolution with weights O×(C/groups)×kH×kW, PyTorch's `nn.Conv2d`; see `OperatorDescription.conv2d`.
public struct Conv2DLayer: Layer {
  public static let operation = OperatorName.conv2d

  /// The number of output channels.
  public let filters: Int
  public let hasBias: Bool
  public let parameters: Parameters

  /// - Parameters:
  ///   - stride: cells between neighbouring windows.
  ///   - padding: cells per side; for `same` use the initialiser with settings.
  public init(
    filters: Int, kernel: PerAxis<Int>, stride: PerAxis<Int> = PerAxis(1), padding: Padding = .none,
    dilation: PerAxis<Int> = PerAxis(1), groups: Int = 1, hasBias: Bool = true
  ) {
    self.init(
      LayerSettings(
        outputs: filters, hasBias: hasBias,
        parameters: Parameters([
          .kernelSize: .axes(kernel), .stride: .axes(stride), .padding: .sides(padding), .dilation: .axes(dilation),
          .groups: .integer(groups),
        ])))
  }

  /// A square kernel, and the same stride and padding along both axes.
  public init(
    filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1, groups: Int = 1,
    hasBias: Bool = true
  ) {
    self.init(
      filters: filters, kernel: PerAxis(kernel), stride: PerAxis(stride), padding: Padding(padding),
      dilation: PerAxis(dilation), groups: groups, hasBias: hasBias)
  }

  public init(_ settings: LayerSettings) {
    filters = settings.outputs
    hasBias = settings.hasBias
    parameters = settings.parameters
  }

  public func tensors(for inputs: [ActivationShape]) throws(LayerError) -> [LayerTensor] {
    let channels = try inputs.maps().channels
    let kernel = try parameters.kernel(channels: channels, filters: filters)
    return try LayerTensor.weights(
      axes: [filters, channels / parameters.groups, kernel.vertical, kernel.horizontal],
      bias: hasBias ? filters : nil)
  }

  /// outputs × (C/groups)·kH·kW.
  public func multiplyAccumulates(for inputs: [ActivationShape]) throws(LayerError) -> Int {
    let weights = try tensors(for: inputs)[0]
    return try LayerQuantity.multiplyAccumulates.product(
      try outputShape(for: inputs).count, weights.count / filters)
  }

  public var kernel: PerAxis<Int>? { parameters.axes(.kernelSize) }

  public var groups: Int? { parameters.groups }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    try OperatorLayer.windowReach(of: self, for: inputs)
  }
}

extension LayerDescription {
  static let conv2d = LayerDescription(
    outputs: .filters, hasBiasOption: true,
    parameters: [.kernelSize] + OperatorDescription.conv2d.parameters.filter { $0.name != .flip },
    make: Conv2DLayer.init)
}
