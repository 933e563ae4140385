import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, at shapes around each border of lanes, tiles and bands.
@Suite struct DirectConvolutionTests {
  /// Cells that must stay as they are on both sides of the output.
  private static let canaries = 64
  private static let canary = Float(bitPattern: 0x7fa1_b2c3)

  /// The output, once canaries around it and around the input have been looked after.
  private func output(
    _ direct: DirectConvolution, _ input: Tensor, _ filters: PackedFilters, workers: Int
  ) -> [Float] {
    let count = direct.convolution.output.count
    let around = Array(repeating: Self.canary, count: Self.canaries)
    // NaN around the input: a value that is read from there and kept would show.
    let source = around + input.values + around
    var cells = around + Array(repeating: Self.canary, count: count) + around
    source.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        direct.run(
          input: UnsafeBufferPointer(rebasing: source[Self.canaries..<(Self.canaries + input.values.count)]),
          filters: filters,
          output: UnsafeMutableBufferPointer(rebasing: cells[Self.canaries..<(Self.canaries + count)]),
          workspace: Workspace(), workers: Workers(workers))
      }
    }
    let outside = cells[..<Self.canaries] + cells[(Self.canaries + count)...]
    #expect(outside.allSatisfy { $0.bitPattern == Self.canary.bitPattern }, "a cell beside the output was written")
    return Array(cells[Self.canaries..<(Self.canaries + count)])
  }

  private func check(_ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64) throws {
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let bias = hasBias ? try generator.fractions(Shape(channels: weights.shape.batch, height: 1, width: 1)) : nil
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
    let most = ReferenceConvolution.output(
      of: convolution, input: try magnitudes(input), weights: try magnitudes(weights), bias: try bias.map(magnitudes))
    for kernels in VectorKernels.available {
      let direct = try #require(DirectConvolution(of: convolution, kernels: kernels))
      let filters = direct.pack(weights: weights, bias: bias)
      let result = output(direct, input, filters, workers: 1)
      // t products and sums, each rounded to float32 at most once, the bias, and the reference's own rounding.
      let steps = Float(2 * convolution.tapsPerCell + 2) * 0x1p-24
      let wrong = result.indices.filter { !(abs(result[$0] - expected.values[$0]) <= steps * most.values[$0]) }
      #expect(wrong.isEmpty, "\(kernels.name): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0)")
    }
  }

  private func magnitudes(_ tensor: Tensor) throws -> Tensor {
    try Tensor(shape: tensor.shape, values: tensor.values.map { abs($0) })
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
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let direct = try #require(DirectConvolution(of: convolution))
    let filters = direct.pack(weights: weights, bias: nil)
    let alone = output(direct, input, filters, workers: 1).map(\.bitPattern)
    for workers in [2, 3, 8] {
      #expect(output(direct, input, filters, workers: workers).map(\.bitPattern) == alone, "\(workers) workers")
    }
  }

  @Test("refuses a scale between sum and bias")
  func sampleStep() throws {
    let shape = try Shape(height: 3, width: 3)
    let convolution = try Convolution(
      input: shape, weights: shape, geometry: ConvolutionGeometry(), sampleStep: 0.5)
    #expect(DirectConvolution(of: convolution) == nil)
  }
}
