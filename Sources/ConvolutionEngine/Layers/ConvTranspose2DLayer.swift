/// A two-dimensional transposed convolution with weights C×(O/groups)×kH×kW, PyTorch's `nn.ConvTranspose2d`; see
/// `OperatorDescription.convTranspose2d`.
public struct ConvTranspose2DLayer: Layer {
  public static let operation = OperatorName.convTranspose2d

  /// The number of output channels.
  public let filters: Int
  public let hasBias: Bool
  public let parameters: Parameters

  /// A square kernel, and the same stride, cropping and output padding along both axes.
  ///
  /// - Parameter padding: cells that are cropped from each side of the output.
  public init(
    filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0, dilation: Int = 1,
    groups: Int = 1, hasBias: Bool = true
  ) {
    self.init(
      LayerSettings(
        outputs: filters, hasBias: hasBias,
        parameters: Parameters([
          .kernelSize: .axes(PerAxis(kernel)), .stride: .axes(PerAxis(stride)), .padding: .sides(Padding(padding)),
          .outputPadding: .axes(PerAxis(outputPadding)), .dilation: .axes(PerAxis(dilation)), .groups: .integer(groups),
        ])))
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
      axes: [channels, filters / parameters.groups, kernel.vertical, kernel.horizontal],
      bias: hasBias ? filters : nil)
  }

  /// inputs × (O/groups)·kH·kW: every input cell meets every weight of its channel once, whatever the stride.
  ///
  /// Multiplying the outputs by the kernel, as some tools do, counts the zeros between the input cells too: stride² times
  /// as many. This is what the convolution costs whose adjoint it is, cropped cells included as padding is there.
  public func multiplyAccumulates(for inputs: [ActivationShape]) throws(LayerError) -> Int {
    let input = try inputs.maps()
    let weights = try tensors(for: inputs)[0]
    return try LayerQuantity.multiplyAccumulates.product(input.count, weights.count / input.channels)
  }

  public var kernel: PerAxis<Int>? { parameters.axes(.kernelSize) }

  public var groups: Int? { parameters.groups }

  public func reach(for inputs: [ActivationShape]) throws(LayerError) -> PerAxis<AxisReach> {
    let kernel = try parameters.required(.kernelSize)
    let padding = parameters.paddingCells ?? .none
    return PerAxis(
      vertical: .transposed(
        taps: kernel.vertical, stride: parameters.stride.vertical, dilation: parameters.dilation.vertical,
        padding: padding.top),
      horizontal: .transposed(
        taps: kernel.horizontal, stride: parameters.stride.horizontal, dilation: parameters.dilation.horizontal,
        padding: padding.left))
  }
}

extension LayerDescription {
  static let convTranspose2d = LayerDescription(
    outputs: .filters, hasBiasOption: true,
    parameters: [.kernelSize]
      + OperatorDescription.convTranspose2d.parameters.filter { $0.name != .flip && $0.name != .paddingMode },
    make: ConvTranspose2DLayer.init)
}
