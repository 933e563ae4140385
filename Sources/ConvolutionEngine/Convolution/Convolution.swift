/// One valid two-dimensional convolution: the shapes, the geometry and the orientation, checked together once.
///
/// Input N×C×H×W and weights O×(C/groups)×kH×kW give an output N×O×H′×W′ (the rule of PyTorch's `Conv2d`): filters and
/// channels are cut into `groups` equal parts in order, and a filter sees the channels of its part only. As many groups as
/// channels is a depthwise convolution.
/// The value holds no numbers; `ReferenceConvolution` and `RowBandConvolution` compute with it.
public struct Convolution: Hashable, Sendable {
  public let input: Shape
  public let weights: Shape
  public let output: Shape
  public let geometry: ConvolutionGeometry
  public let orientation: KernelOrientation
  /// At least 1; divides the channels and the filters.
  public let groups: Int
  /// What every sum is multiplied by before the bias is added: the sample step of a Riemann sum, otherwise 1.
  public let sampleStep: Double

  /// - Parameter bias: the shape of the bias, 1×O×1×1, or nil for none.
  /// - Throws: `ConvolutionError` with both facts of the mismatch, or the geometry's own reason.
  public init(
    input: Shape, weights: Shape, bias: Shape? = nil, geometry: ConvolutionGeometry,
    orientation: KernelOrientation = .crossCorrelation, groups: Int = 1, sampleStep: Double = 1
  ) throws(ConvolutionError) {
    guard groups >= 1, input.channels.isMultiple(of: groups), weights.batch.isMultiple(of: groups) else {
      throw .groups(groups, channels: input.channels, filters: weights.batch)
    }
    guard input.channels / groups == weights.channels else {
      throw .channelMismatch(input: input.channels, weights: weights.channels, groups: groups)
    }
    if let bias, bias.count != weights.batch || bias.channels != weights.batch {
      throw .biasMismatch(bias: bias.count, filters: weights.batch)
    }
    let inputSize = PerAxis(vertical: input.height, horizontal: input.width)
    let kernelSize = PerAxis(vertical: weights.height, horizontal: weights.width)
    do {
      try geometry.validate(input: inputSize, kernel: kernelSize)
    } catch {
      throw .geometry(error)
    }
    let size = geometry.outputSize(input: inputSize, kernel: kernelSize)
    do {
      output = try Shape(
        batch: input.batch, channels: weights.batch, height: size.vertical, width: size.horizontal)
    } catch {
      throw .output(error)
    }
    self.input = input
    self.weights = weights
    self.geometry = geometry
    self.orientation = orientation
    self.groups = groups
    self.sampleStep = sampleStep
  }

  /// The input channels that a filter sees.
  public func inputChannels(ofFilter filter: Int) -> Range<Int> {
    let group = filter / (weights.batch / groups)
    return (group * weights.channels)..<((group + 1) * weights.channels)
  }

  /// The number of products in one output cell: C/groups × kH × kW.
  public var tapsPerCell: Int { weights.channels * weights.height * weights.width }
}

/// Why shapes, geometry and bias make no convolution.
public enum ConvolutionError: Error, Equatable, Sendable {
  /// The groups do not divide both the channels of the input and the filters, or are none at all.
  case groups(Int, channels: Int, filters: Int)
  /// The weights are not for the channels that each group has.
  case channelMismatch(input: Int, weights: Int, groups: Int)
  /// A transposed convolution: the weights are not for as many channels as the input has.
  case transposedChannelMismatch(input: Int, weights: Int)
  /// Padding of the output that is below 0, or not below the stride or dilation.
  case outputPadding(Int, legal: ClosedRange<Int>, axis: Axis)
  /// A transposed convolution whose padding crops everything.
  case nothingLeft(extent: Int, cropped: Int, axis: Axis)
  /// The bias does not hold one value for each filter.
  case biasMismatch(bias: Int, filters: Int)
  case geometry(GeometryError)
  /// The output would have more elements than `Int` counts.
  case output(ShapeError)
}
