import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, at shapes around each border of lanes, passes of rows and bands.
@Suite struct FilterConvolutionTests {
  private func check(
    _ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64,
    limits: FilterConvolution.Limits = FilterConvolution.Limits(tinyPlane: 0)
  ) throws {
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let bias = hasBias ? try generator.fractions(Shape(channels: weights.shape.batch, height: 1, width: 1)) : nil
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
    let most = ReferenceConvolution.output(
      of: convolution, input: input.magnitudes, weights: weights.magnitudes, bias: bias?.magnitudes)
    for kernels in VectorKernels.available {
      let filter = try #require(
        FilterConvolution(of: convolution, kernels: kernels, limits: limits))
      let filters = filter.pack(weights: weights, bias: bias)
      let result = Surrounded.output(count: expected.values.count, input: input.values) { input, output in
        filter.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: 1)
      }
      // t products and sums, each rounded to float32 at most once, the bias, and the reference's own rounding.
      let steps = Float(2 * convolution.tapsPerCell + 2) * 0x1p-24
      let wrong = result.indices.filter { !(abs(result[$0] - expected.values[$0]) <= steps * most.values[$0]) }
      #expect(wrong.isEmpty, "\(kernels.name): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0)")
    }
  }

  @Test("a kernel of three taps over one row, by hand: 1·2 + 2·3 + 3·4 = 20 stands in the middle")
  func byHand() throws {
    let convolution = try Convolution(
      input: Shape(height: 1, width: 4), weights: Shape(height: 1, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(vertical: 0, horizontal: 1)))
    let filter = try #require(FilterConvolution(of: convolution))
    let filters = filter.pack(weights: try Tensor(rows: [[2, 3, 4]]), bias: nil)
    let result = Surrounded.output(count: 4, input: [1, 2, 3, 4]) { input, output in
      filter.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
    #expect(result == [11, 20, 29, 18])
  }

  @Test("agrees with the reference at those corner shapes that a filter is for", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    let convolution = try options.convolution
    guard FilterConvolution(of: convolution) != nil else { return }
    var generator = SplitMix64(seed: 1)
    try check(convolution, hasBias: options.hasBias, &generator)
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...60))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var options = ConvolutionCase.random(&generator)
    (options.channels, options.stride, options.dilation) = (1, PerAxis(1), PerAxis(1))
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test(
    "agrees with the reference with one column less and more than vectors and blocks, whatever stands beyond the borders",
    arguments: [1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 47, 63, 64, 65, 66, 79, 81, 95, 129])
  func widths(width: Int) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for (kernel, mode) in zip([3, 2, 5, 1, 9], PaddingMode.allCases + [.zeros]) {
      let padding = mode == .zeros || mode == .replicate ? kernel / 2 : min(kernel / 2, width - 1)
      let options = ConvolutionCase(
        input: PerAxis(vertical: 4, horizontal: width), kernel: PerAxis(vertical: 3, horizontal: min(kernel, width)),
        padding: Padding(vertical: 1, horizontal: padding), mode: PerAxis(mode), orientation: .convolution)
      try check(options.convolution, hasBias: true, &generator)
    }
  }

  @Test("agrees with the reference for every height of a kernel, and of a picture around a pass of rows")
  func heights() throws {
    var generator = SplitMix64(seed: 5)
    for kernel in 1...12 {
      for height in [1, 4, 5, 6, 7, 11, 13] {
        let options = ConvolutionCase(
          input: PerAxis(vertical: height, horizontal: 18), kernel: PerAxis(vertical: kernel, horizontal: 2),
          padding: Padding(top: kernel - 1, left: 1, bottom: kernel / 2, right: 0))
        try check(options.convolution, hasBias: false, &generator)
      }
    }
  }

  @Test("agrees with the reference where bands follow each other, and where padding is wider than a vector")
  func bands() throws {
    var generator = SplitMix64(seed: 6)
    for mode in PaddingMode.allCases {
      let tall = ConvolutionCase(
        input: PerAxis(vertical: 131, horizontal: 9), padding: Padding(1), mode: PerAxis(mode))
      try check(tall.convolution, hasBias: false, &generator)
      let wide = ConvolutionCase(
        input: PerAxis(vertical: 3, horizontal: 45), kernel: PerAxis(vertical: 2, horizontal: 4),
        padding: Padding(top: 0, left: 21, bottom: 2, right: 18), mode: PerAxis(mode))
      try check(wide.convolution, hasBias: false, &generator)
    }
  }

  @Test("agrees with the reference past the caches, with rows that are whole vectors and with others")
  func pastCaches() throws {
    var generator = SplitMix64(seed: 8)
    for width in [64, 96, 80, 144, 100] {
      for kernel in [1, 3, 8] {
        let options = ConvolutionCase(
          input: PerAxis(vertical: 9, horizontal: width + kernel - 1 - 2 * (kernel / 2)), kernel: PerAxis(kernel),
          padding: Padding(kernel / 2))
        let convolution = try options.convolution
        #expect(convolution.output.width == width)
        try check(
          convolution, hasBias: true, &generator, limits: FilterConvolution.Limits(tinyPlane: 0, cellsBeyondCaches: 0))
      }
    }
  }

  @Test("agrees with the reference plane by plane: a batch, several filters of a channel, depthwise")
  func planes() throws {
    var generator = SplitMix64(seed: 9)
    for (channels, filters) in [(1, 3), (3, 3), (2, 6)] {
      let convolution = try Convolution(
        input: Shape(batch: 2, channels: channels, height: 8, width: 21),
        weights: Shape(batch: filters, channels: 1, height: 3, width: 3),
        geometry: ConvolutionGeometry(padding: Padding(1)), groups: channels)
      try check(convolution, hasBias: true, &generator)
    }
  }

  @Test(
    "bit-equal for 1, 2, 3 and 8 workers where the work is shared, past the caches or not", arguments: [0, Int.max])
  func workers(cellsBeyondCaches: Int) throws {
    let convolution = try Convolution(
      input: Shape(height: 150, width: 144), weights: Shape(height: 29, width: 31),
      geometry: ConvolutionGeometry(padding: Padding(vertical: 14, horizontal: 15)))
    let work = convolution.output.count * (convolution.tapsPerCell + 4)
    #expect(work >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let filter = try #require(
      FilterConvolution(
        of: convolution, kernels: .best, limits: FilterConvolution.Limits(cellsBeyondCaches: cellsBeyondCaches)))
    let filters = filter.pack(weights: weights, bias: nil)
    let results = [1, 2, 3, 8].map { workers in
      Surrounded.output(count: convolution.output.count, input: input.values) { input, output in
        filter.run(
          input: input, filters: filters, output: output, workspace: Workspace(), workers: Workers(workers))
      }.map(\.bitPattern)
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }

  @Test("refuses several channels of input for one of output, strides, dilations, a scale, and giants made of padding")
  func refusals() throws {
    let plane = try Shape(height: 9, width: 9)
    let kernel = try Shape(height: 3, width: 3)
    func filter(_ geometry: ConvolutionGeometry, sampleStep: Double = 1) throws -> FilterConvolution? {
      FilterConvolution(
        of: try Convolution(input: plane, weights: kernel, geometry: geometry, sampleStep: sampleStep))
    }
    #expect(try filter(ConvolutionGeometry()) != nil)
    #expect(try filter(ConvolutionGeometry(), sampleStep: 0.5) == nil)
    #expect(try filter(ConvolutionGeometry(stride: PerAxis(vertical: 1, horizontal: 2))) == nil)
    #expect(try filter(ConvolutionGeometry(dilation: PerAxis(2))) == nil)
    #expect(try filter(ConvolutionGeometry(padding: Padding(vertical: 0, horizontal: 1 << 28))) == nil)
    let channels = try Convolution(
      input: Shape(channels: 2, height: 9, width: 9), weights: Shape(channels: 2, height: 3, width: 3),
      geometry: ConvolutionGeometry())
    #expect(FilterConvolution(of: channels) == nil)
  }
}
