import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, at shapes around each border of lanes, tiles and bands.
@Suite struct DirectConvolutionTests {
  private func check(_ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64) throws {
    try ExactOrderCheck<DirectConvolution>(convolution: convolution).agrees(hasBias: hasBias, &generator)
  }

  @Test("agrees with the reference at the corner shapes", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    let convolution = try options.convolution
    guard convolution.output.count > 0, convolution.weights.channels > 0 else {
      #expect(DirectConvolution(of: convolution) == nil)
      return
    }
    var generator = SplitMix64(seed: 1)
    try check(convolution, hasBias: options.hasBias, &generator)
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...100))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = ConvolutionCase.random(&generator)
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test(
    "agrees with the reference with one cell less and more than a vector, a tile and two tiles, whatever the stride",
    arguments: [3, 4, 5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 31, 32, 33, 47, 48, 49, 95, 96, 97])
  func widths(width: Int) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for (stride, dilation, padding) in [(1, 1, 1), (1, 1, 0), (2, 1, 1), (3, 2, 2), (1, 2, 2)] {
      let options = ConvolutionCase(
        channels: 2, filters: 3,
        input: PerAxis(vertical: 5, horizontal: (width - 1) * stride + 2 * dilation + 1 - 2 * padding),
        stride: PerAxis(stride), dilation: PerAxis(dilation), padding: Padding(padding))
      guard options.input.horizontal > 0 else { continue }
      let convolution = try options.convolution
      #expect(convolution.output.width == width)
      try check(convolution, hasBias: true, &generator)
    }
  }

  @Test("agrees with the reference with one filter less and more than a tile, in groups too", arguments: [1, 2, 3])
  func filters(groups: Int) throws {
    var generator = SplitMix64(seed: 7)
    for filters in [1, 5, 6, 7, 8, 9, 12, 13, 16, 17] {
      let convolution = try Convolution(
        input: Shape(batch: 2, channels: 2 * groups, height: 6, width: 10),
        weights: Shape(batch: filters * groups, channels: 2, height: 3, width: 2),
        geometry: ConvolutionGeometry(padding: Padding(1)), groups: groups)
      try check(convolution, hasBias: false, &generator)
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared")
  func workers() throws {
    let convolution = try Convolution(
      input: Shape(channels: 16, height: 61, width: 57), weights: Shape(batch: 26, channels: 16, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    let products = convolution.output.count * convolution.tapsPerCell
    #expect(products >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    try ExactOrderCheck<DirectConvolution>(convolution: convolution).isBitEqual(workers: [2, 3, 8], &generator)
  }

  @Test("refuses a scale between sum and bias")
  func sampleStep() throws {
    let shape = try Shape(height: 3, width: 3)
    let convolution = try Convolution(
      input: shape, weights: shape, geometry: ConvolutionGeometry(), sampleStep: 0.5)
    #expect(DirectConvolution(of: convolution) == nil)
  }
}
