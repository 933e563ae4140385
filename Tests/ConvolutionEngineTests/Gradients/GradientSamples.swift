import ConvolutionEngine
import Testing

/// A convolution drawn at random for its gradients: with groups too.
struct GradientCase {
  let convolution: Convolution

  /// Legal options drawn at random, the channels and filters times 1 to 3 groups.
  init(_ generator: inout SplitMix64, mode: PaddingMode? = nil) throws {
    var options = ConvolutionCase.random(&generator)
    if let mode, mode == .zeros { options.mode = PerAxis(mode) }
    try self.init(options, groups: generator.integer(1...3))
  }

  init(_ options: ConvolutionCase, groups: Int = 1) throws {
    let input = try options.inputShape
    let weights = try options.weightShape
    convolution = try Convolution(
      input: Shape(
        batch: input.batch, channels: input.channels * groups, height: input.height, width: input.width),
      weights: Shape(
        batch: weights.batch * groups, channels: weights.channels, height: weights.height, width: weights.width),
      geometry: ConvolutionGeometry(
        stride: options.stride, dilation: options.dilation, padding: options.padding, mode: options.mode),
      orientation: options.orientation, groups: groups)
  }
}

extension Tensor {
  /// Σ a·b in Double.
  func dot(_ other: Tensor) -> Double {
    zip(values, other.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  /// The same values without their signs.
  var magnitudes: Tensor {
    var result = self
    for offset in values.indices { result[shape.coordinate(at: offset)] = values[offset].magnitude }
    return result
  }
}
