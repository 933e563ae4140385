import ConvolutionEngine
import Testing

/// The options of one convolution as a test names them, and the convolution that they make.
struct ConvolutionCase: Sendable, CustomTestStringConvertible {
  var batch = 1
  var channels = 1
  var filters = 1
  var input = PerAxis(6)
  var kernel = PerAxis(3)
  var stride = PerAxis(1)
  var dilation = PerAxis(1)
  var padding = Padding.none
  var mode = PerAxis(PaddingMode.zeros)
  var orientation = KernelOrientation.crossCorrelation
  var hasBias = false

  var inputShape: Shape {
    get throws { try Shape(batch: batch, channels: channels, height: input.vertical, width: input.horizontal) }
  }
  var weightShape: Shape {
    get throws { try Shape(batch: filters, channels: channels, height: kernel.vertical, width: kernel.horizontal) }
  }
  var biasShape: Shape? {
    get throws { hasBias ? try Shape(channels: filters, height: 1, width: 1) : nil }
  }

  var convolution: Convolution {
    get throws {
      let geometry = try ConvolutionGeometry(stride: stride, dilation: dilation, padding: padding, mode: mode)
      return try Convolution(
        input: inputShape, weights: weightShape, bias: biasShape, geometry: geometry, orientation: orientation)
    }
  }

  var testDescription: String {
    "\(batch)×\(channels)→\(filters), input \(input.text), kernel \(kernel.text), stride \(stride.text), "
      + "dilation \(dilation.text), padding \(ParameterValue.sides(padding)), \(mode.vertical)/\(mode.horizontal), "
      + "\(orientation), bias \(hasBias)"
  }

  /// The shapes at which schedules, traces and algorithms go wrong first.
  static let corners: [ConvolutionCase] = [
    ConvolutionCase(input: PerAxis(1), kernel: PerAxis(1)),
    ConvolutionCase(input: PerAxis(1), kernel: PerAxis(3), padding: Padding(1), mode: PerAxis(.replicate)),
    ConvolutionCase(input: PerAxis(5), kernel: PerAxis(5)),
    ConvolutionCase(input: PerAxis(9), kernel: PerAxis(2), stride: PerAxis(4)),
    ConvolutionCase(
      channels: 2, filters: 3, input: PerAxis(vertical: 5, horizontal: 8), kernel: PerAxis(vertical: 2, horizontal: 3),
      stride: PerAxis(vertical: 2, horizontal: 1), padding: Padding(top: 0, left: 2, bottom: 3, right: 1), hasBias: true
    ),
    ConvolutionCase(
      batch: 2, channels: 3, filters: 2, input: PerAxis(7), kernel: PerAxis(3), dilation: PerAxis(2),
      padding: Padding(2),
      mode: PerAxis(.reflect), orientation: .convolution),
    ConvolutionCase(
      input: PerAxis(vertical: 4, horizontal: 11), kernel: PerAxis(vertical: 1, horizontal: 7), padding: Padding(4),
      mode: PerAxis(vertical: .circular, horizontal: .reflect), orientation: .convolution, hasBias: true),
    ConvolutionCase(
      input: PerAxis(vertical: 3, horizontal: 20), kernel: PerAxis(vertical: 2, horizontal: 5),
      stride: PerAxis(vertical: 1, horizontal: 3), dilation: PerAxis(vertical: 1, horizontal: 3),
      padding: Padding(vertical: 2, horizontal: 9), mode: PerAxis(vertical: .zeros, horizontal: .circular)),
    // Padding alone is larger than the input: whole windows see only ghosts.
    ConvolutionCase(input: PerAxis(2), kernel: PerAxis(2), padding: Padding(5)),
    ConvolutionCase(input: PerAxis(2), kernel: PerAxis(2), padding: Padding(5), mode: PerAxis(.replicate)),
    ConvolutionCase(batch: 0, filters: 2),
    ConvolutionCase(filters: 0, hasBias: true),
    ConvolutionCase(channels: 0, filters: 2, hasBias: true),
  ]

  /// Legal options drawn at random, small enough for the reference.
  static func random(_ generator: inout SplitMix64) -> ConvolutionCase {
    var options = ConvolutionCase()
    options.batch = generator.integer(1...2)
    options.channels = generator.integer(1...3)
    options.filters = generator.integer(1...3)
    options.hasBias = generator.integer(0...1) == 1
    options.orientation = generator.integer(0...1) == 1 ? .convolution : .crossCorrelation
    for axis in Axis.allCases {
      options.input[axis] = generator.integer(1...9)
      options.kernel[axis] = generator.integer(1...6)
      options.stride[axis] = generator.integer(1...3)
      options.dilation[axis] = generator.integer(1...3)
      options.mode[axis] = generator.element(of: PaddingMode.allCases) ?? .zeros
    }
    func side(_ axis: Axis) -> Int {
      switch options.mode[axis] {
      case .reflect: generator.integer(0...(options.input[axis] - 1))
      case .circular: generator.integer(0...options.input[axis])
      case .zeros, .replicate: generator.integer(0...4)
      }
    }
    options.padding = Padding(
      top: side(.vertical), left: side(.horizontal), bottom: side(.vertical), right: side(.horizontal))
    // Shorten what does not fit the padded input rather than drawing again: one draw, one case.
    let padded = PerAxis(
      vertical: options.input.vertical + options.padding.top + options.padding.bottom,
      horizontal: options.input.horizontal + options.padding.left + options.padding.right)
    for axis in Axis.allCases {
      options.kernel[axis] = min(options.kernel[axis], (padded[axis] - 1) / options.dilation[axis] + 1)
    }
    return options
  }
}

extension PerAxis {
  fileprivate var text: String { "\(vertical)×\(horizontal)" }
}
