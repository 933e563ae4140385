/// One valid two-dimensional convolution: the shapes, the geometry and the orientation, checked together once.
///
/// Input N×C×H×W and weights O×C×kH×kW give an output N×O×H′×W′ (the rule of PyTorch's `Conv2d` with one group).
/// The value holds no numbers; `ReferenceConvolution` and `RowBandConvolution` compute with it.
public struct Convolution: Hashable, Sendable {
  public let input: Shape
  public let weights: Shape
  public let output: Shape
  public let geometry: ConvolutionGeometry
  public let orientation: KernelOrientation

  /// - Parameter bias: the shape of the bias, 1×O×1×1, or nil for none.
  /// - Throws: `ConvolutionError` with both facts of the mismatch, or the geometry's own reason.
  public init(
    input: Shape, weights: Shape, bias: Shape? = nil, geometry: ConvolutionGeometry,
    orientation: KernelOrientation = .crossCorrelation
  ) throws(ConvolutionError) {
    guard input.channels == weights.channels else {
      throw .channelMismatch(input: input.channels, weights: weights.channels)
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
  }

  /// The number of products in one output cell: C × kH × kW.
  public var tapsPerCell: Int { weights.channels * weights.height * weights.width }
}

/// Why shapes, geometry and bias make no convolution.
public enum ConvolutionError: Error, Equatable, Sendable {
  /// The input and the weights have different numbers of channels.
  case channelMismatch(input: Int, weights: Int)
  /// The bias does not hold one value for each filter.
  case biasMismatch(bias: Int, filters: Int)
  case geometry(GeometryError)
  /// The output would have more elements than `Int` counts.
  case output(ShapeError)
}
