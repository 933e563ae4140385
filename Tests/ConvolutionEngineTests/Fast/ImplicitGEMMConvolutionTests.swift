import Testing

@testable import ConvolutionEngine

extension ImplicitGEMMConvolution: ExactOrderConvolution {}

/// Every width of vectors that this processor runs, at shapes around each border of lanes and tiles.
@Suite struct ImplicitGEMMConvolutionTests {
  private func check(_ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64) throws {
    try ExactOrderCheck<ImplicitGEMMConvolution>(convolution: convolution).agrees(hasBias: hasBias, &generator)
  }

  @Test("agrees with the reference at the corner shapes", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    let convolution = try options.convolution
    guard convolution.output.count > 0, convolution.weights.channels > 0 else {
      #expect(ImplicitGEMMConvolution(of: convolution) == nil)
      return
    }
    var generator = SplitMix64(seed: 1)
    try check(convolution, hasBias: options.hasBias, &generator)
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...60))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = ConvolutionCase.random(&generator)
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test(
    "agrees with the reference with one cell less and more than a vector and one and two tiles, whatever the stride",
    arguments: [1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 23, 24, 25, 47, 48, 49, 95, 96, 97])
  func widths(width: Int) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for stride in [1, 2, 5] {
      for filters in [1, 7, 8, 9] {
        let convolution = try Convolution(
          input: Shape(channels: 2, height: 2 + stride, width: (width - 1) * stride + 3),
          weights: Shape(batch: filters, channels: 2, height: 2, width: 3),
          geometry: ConvolutionGeometry(stride: PerAxis(stride)))
        #expect(convolution.output.width == width)
        try check(convolution, hasBias: true, &generator)
      }
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared")
  func workers() throws {
    let convolution = try Convolution(
      input: Shape(channels: 16, height: 61, width: 57), weights: Shape(batch: 26, channels: 16, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    #expect(convolution.output.count * convolution.tapsPerCell >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    try ExactOrderCheck<ImplicitGEMMConvolution>(convolution: convolution).isBitEqual(workers: [2, 3, 8], &generator)
  }

  @Test("refuses windows of too many taps, and a scale between sum and bias")
  func refuses() throws {
    let shape = try Shape(height: 1, width: 1 << 20)
    #expect(
      ImplicitGEMMConvolution(
        of: try Convolution(input: shape, weights: shape, geometry: ConvolutionGeometry())) == nil)
    let small = try Shape(height: 3, width: 3)
    #expect(
      ImplicitGEMMConvolution(
        of: try Convolution(input: small, weights: small, geometry: ConvolutionGeometry(), sampleStep: 0.5)) == nil)
  }
}
