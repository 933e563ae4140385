import Testing

@testable import ConvolutionEngine

/// Rows in place and rows in bands, around each border of lanes and passes.
@Suite struct DepthwiseConvolutionTests {
  private func check(_ convolution: Convolution, hasBias: Bool = true, _ generator: inout SplitMix64) throws {
    try ExactOrderCheck<DepthwiseConvolution>(convolution: convolution).agrees(hasBias: hasBias, &generator)
  }

  /// The options with each channel a group of its own, and `multiplier` filters for each channel.
  private func depthwise(_ options: ConvolutionCase, multiplier: Int) throws -> Convolution {
    let geometry = try ConvolutionGeometry(
      stride: options.stride, dilation: options.dilation, padding: options.padding, mode: options.mode)
    return try Convolution(
      input: options.inputShape,
      weights: Shape(
        batch: options.channels * multiplier, channels: 1, height: options.kernel.vertical,
        width: options.kernel.horizontal),
      geometry: geometry, orientation: options.orientation, groups: options.channels)
  }

  @Test("each channel has its own filters, by hand")
  func byHand() throws {
    let convolution = try Convolution(
      input: Shape(channels: 2, height: 1, width: 3), weights: Shape(batch: 4, channels: 1, height: 1, width: 2),
      geometry: ConvolutionGeometry(), groups: 2)
    let depthwise = try #require(DepthwiseConvolution(of: convolution))
    let weights = try Tensor(shape: convolution.weights, values: [1, 0, 0, 1, 1, 1, 1, -1])
    let bias = try Tensor(shape: Shape(channels: 4, height: 1, width: 1), values: [0, 10, 20, 30])
    let filters = depthwise.pack(weights: weights, bias: bias)
    var output = Array(repeating: Float.nan, count: 8)
    [1, 2, 3, 4, 6, 9].withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        depthwise.run(input: input, filters: filters, output: output, workspace: Workspace())
      }
    }
    #expect(output == [1, 2, 12, 13, 30, 35, 28, 27])
  }

  @Test("agrees with the reference at the corner shapes", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    guard options.channels > 0, options.filters > 0, options.batch > 0 else { return }
    var generator = SplitMix64(seed: 1)
    try check(depthwise(options, multiplier: options.filters), hasBias: options.hasBias, &generator)
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...80))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = ConvolutionCase.random(&generator)
    try check(depthwise(options, multiplier: options.filters), hasBias: options.hasBias, &generator)
  }

  @Test(
    "agrees with the reference around each border of lanes, with rows in place and all ways to pad them above",
    arguments: [3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 66, 79, 80, 113], PaddingMode.allCases)
  func widths(width: Int, mode: PaddingMode) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for (kernel, before, after) in [
      (PerAxis(3), 1, 1), (PerAxis(vertical: 2, horizontal: 5), 3, 0), (PerAxis(5), 0, 2),
    ] {
      var options = ConvolutionCase(channels: 2)
      options.kernel = kernel
      options.padding = Padding(top: 1, left: before, bottom: 2, right: after)
      options.mode = PerAxis(vertical: mode, horizontal: .zeros)
      options.input = PerAxis(vertical: 5, horizontal: width + kernel.horizontal - 1 - before - after)
      guard options.input.horizontal > 0 else { continue }
      let convolution = try depthwise(options, multiplier: 1)
      #expect(convolution.output.width == width)
      try check(convolution, &generator)
    }
  }

  @Test("agrees with the reference around each number of rows in a pass", arguments: 1...14)
  func heights(height: Int) throws {
    var generator = SplitMix64(seed: UInt64(height))
    for kernel in [1, 3, 4, 5, 7] {
      let options = ConvolutionCase(
        batch: 2, channels: 3, input: PerAxis(vertical: height, horizontal: 20), kernel: PerAxis(kernel),
        padding: Padding(kernel / 2 + 1), orientation: .convolution)
      try check(depthwise(options, multiplier: 2), &generator)
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared, in place and in bands", arguments: [1, 2])
  func workers(stride: Int) throws {
    let options = ConvolutionCase(
      channels: 5, input: PerAxis(vertical: 150 * stride, horizontal: 150 * stride), kernel: PerAxis(11),
      stride: PerAxis(stride), padding: Padding(5))
    let convolution = try depthwise(options, multiplier: 1)
    #expect(convolution.output.count * convolution.tapsPerCell >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    try ExactOrderCheck<DepthwiseConvolution>(convolution: convolution).isBitEqual(workers: [2, 3, 8], &generator)
  }

  @Test("refuses channels that share filters, and a scale between sum and bias")
  func refusals() throws {
    let shape = try Shape(height: 3, width: 3)
    #expect(
      try DepthwiseConvolution(of: Convolution(input: shape, weights: shape, geometry: ConvolutionGeometry())) != nil)
    #expect(
      try DepthwiseConvolution(
        of: Convolution(input: shape, weights: shape, geometry: ConvolutionGeometry(), sampleStep: 0.5)) == nil)
    let two = try Shape(channels: 2, height: 3, width: 3)
    #expect(
      try DepthwiseConvolution(of: Convolution(input: two, weights: two, geometry: ConvolutionGeometry())) == nil)
  }
}
