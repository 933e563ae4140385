import Testing

@testable import ConvolutionEngine

/// Filters in the lanes, around each border of tiles, of strips of ghosts and of blocks of filters.
@Suite struct FilterLanesTests {
  private func check(_ convolution: Convolution, hasBias: Bool = true, _ generator: inout SplitMix64) throws {
    try ExactOrderCheck<FilterLaneConvolution>(convolution: convolution).agrees(hasBias: hasBias, &generator)
  }

  @Test("agrees with the reference at the corner shapes", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    let convolution = try options.convolution
    guard convolution.output.count > 0, convolution.weights.channels > 0 else { return }
    var generator = SplitMix64(seed: 1)
    try check(convolution, hasBias: options.hasBias, &generator)
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...80))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = ConvolutionCase.random(&generator)
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test(
    "agrees with the reference at every width up to three tiles and more, with and without windows inside the input",
    arguments: Array(1...46), PaddingMode.allCases)
  func widths(width: Int, mode: PaddingMode) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for (stride, dilation, left, right) in [(1, 1, 1, 1), (2, 1, 0, 3), (3, 2, 4, 0)] {
      let options = ConvolutionCase(
        filters: 2,
        input: PerAxis(vertical: 3, horizontal: (width - 1) * stride + 2 * dilation + 1 - left - right),
        stride: PerAxis(vertical: 1, horizontal: stride), dilation: PerAxis(vertical: 1, horizontal: dilation),
        padding: Padding(top: 1, left: left, bottom: 0, right: right), mode: PerAxis(mode))
      // Reflection needs more cells than it mirrors.
      guard options.input.horizontal > max(left, right) else { continue }
      let convolution = try options.convolution
      #expect(convolution.output.width == width)
      try check(convolution, &generator)
    }
  }

  @Test("agrees with the reference with one filter less and more than a vector and than a block, in groups too")
  func filters() throws {
    var generator = SplitMix64(seed: 7)
    for groups in [1, 3] {
      for filters in [1, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 65] {
        let convolution = try Convolution(
          input: Shape(batch: 2, channels: 2 * groups, height: 4, width: 5),
          weights: Shape(batch: filters * groups, channels: 2, height: 3, width: 2),
          geometry: ConvolutionGeometry(padding: Padding(1)), groups: groups)
        try check(convolution, hasBias: true, &generator)
      }
    }
  }

  @Test("has the bits of cells in the lanes, where vectors have a fused multiply-add and where not")
  func sameBits() throws {
    let convolution = try Convolution(
      input: Shape(channels: 9, height: 13, width: 17), weights: Shape(batch: 40, channels: 9, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    var generator = SplitMix64(seed: 5)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    for kernels in VectorKernels.available {
      let outputs = try [FilterLanes.Rule.always, FilterLanes.Rule(leastTaps: 1 << 20, leastUse: 0)].map { rule in
        let direct = try #require(DirectConvolution(of: convolution, kernels: kernels, filterLanes: rule))
        let filters = direct.pack(weights: weights, bias: nil)
        var output = Array(repeating: Float.nan, count: convolution.output.count)
        input.values.withUnsafeBufferPointer { input in
          output.withUnsafeMutableBufferPointer { output in
            direct.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: 1)
          }
        }
        return output.map(\.bitPattern)
      }
      #expect(outputs[0] == outputs[1], "\(kernels.name)")
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers, with few rows and with many", arguments: [3, 61])
  func workers(height: Int) throws {
    let convolution = try Convolution(
      input: Shape(channels: 16, height: height, width: 3600 / height),
      weights: Shape(batch: 70, channels: 16, height: 3, width: 3), geometry: ConvolutionGeometry(padding: Padding(1)))
    #expect(convolution.output.count * convolution.tapsPerCell >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    try ExactOrderCheck<FilterLaneConvolution>(convolution: convolution).isBitEqual(workers: [2, 3, 8], &generator)
  }

  @Test("apply to many filters with many taps, and leave the others to cells in the lanes")
  func rule() throws {
    func applies(channels: Int, filters: Int) throws -> Bool {
      let convolution = try Convolution(
        input: Shape(channels: channels, height: 8, width: 8),
        weights: Shape(batch: filters, channels: channels, height: 3, width: 3), geometry: ConvolutionGeometry())
      return FilterLanes(of: convolution, kernels: .best, rule: .standard) != nil
    }
    #expect(try applies(channels: 64, filters: 64))
    #expect(try !applies(channels: 64, filters: 1))
    #expect(try !applies(channels: 3, filters: 64))
  }
}
