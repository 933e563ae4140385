import Testing

@testable import ConvolutionEngine

/// 1×1 kernels, around each border of vectors, tiles and pieces of work.
@Suite struct PointwiseConvolutionTests {
  private func pointwise(
    batch: Int = 1, channels: Int, filters: Int, height: Int = 1, width: Int, groups: Int = 1
  ) throws -> Convolution {
    try Convolution(
      input: Shape(batch: batch, channels: channels * groups, height: height, width: width),
      weights: Shape(batch: filters * groups, channels: channels, height: 1, width: 1),
      geometry: ConvolutionGeometry(), orientation: .convolution, groups: groups)
  }

  @Test("each cell is a product of a matrix with the channels there, by hand")
  func byHand() throws {
    let kernels = try #require(VectorKernels(named: "plain"))
    let convolution = try pointwise(channels: 2, filters: 2, height: 2, width: 2)
    let pointwise = try #require(PointwiseConvolution(of: convolution, kernels: kernels))
    let weights = try Tensor(shape: convolution.weights, values: [1, 10, 2, -1])
    let bias = try Tensor(shape: Shape(channels: 2, height: 1, width: 1), values: [0, 100])
    let filters = pointwise.pack(weights: weights, bias: bias)
    var output = Array(repeating: Float.nan, count: 8)
    [1, 2, 3, 4, 5, 6, 7, 8].withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        pointwise.run(input: input, filters: filters, output: output, workspace: Workspace())
      }
    }
    #expect(output == [51, 62, 73, 84, 97, 98, 99, 100])
  }

  @Test("agrees with the reference around each border of a vector, a tile and a piece", arguments: [1, 2])
  func sizes(groups: Int) throws {
    var generator = SplitMix64(seed: UInt64(groups))
    for cells in [16, 17, 31, 32, 33, 47, 48, 49, 63, 95, 96, 97, 200, 769, 1537] {
      for filters in [1, 6, 7, 9] {
        let convolution = try pointwise(batch: 2, channels: 3, filters: filters, width: cells, groups: groups)
        try ExactOrderCheck<PointwiseConvolution>(convolution: convolution).agrees(hasBias: true, &generator)
      }
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared")
  func workers() throws {
    let convolution = try pointwise(channels: 150, filters: 30, height: 53, width: 53)
    #expect(convolution.output.count * convolution.tapsPerCell >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    try ExactOrderCheck<PointwiseConvolution>(convolution: convolution).isBitEqual(workers: [2, 3, 8], &generator)
  }

  @Test("refuses kernels of more taps, strides, padding and pictures smaller than a vector")
  func refusals() throws {
    func applies(_ kernel: Int, _ geometry: ConvolutionGeometry, size: Int = 8) throws -> Bool {
      let convolution = try Convolution(
        input: Shape(height: size, width: size), weights: Shape(height: kernel, width: kernel), geometry: geometry)
      return PointwiseConvolution(of: convolution) != nil
    }
    #expect(try applies(1, ConvolutionGeometry()))
    #expect(try !applies(3, ConvolutionGeometry(padding: Padding(1))))
    #expect(try !applies(1, ConvolutionGeometry(stride: PerAxis(2))))
    #expect(try !applies(1, ConvolutionGeometry(padding: Padding(1))))
    #expect(try !applies(1, ConvolutionGeometry(), size: 1))
  }
}
