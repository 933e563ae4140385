import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, at shapes around each border of lanes, tiles, phases and bands.
@Suite struct TransposedGatherTests {
  /// What a transposed convolution is made of.
  struct Options {
    var batch = 1
    var channels = 2
    var filters = 3
    var input = PerAxis(vertical: 5, horizontal: 6)
    var kernel = PerAxis(3)
    var stride = PerAxis(2)
    var dilation = PerAxis(1)
    var padding = Padding.none
    var outputPadding = PerAxis(0)
    var groups = 1
    var orientation = KernelOrientation.crossCorrelation

    /// Filters and channels are those of a group.
    var convolution: TransposedConvolution {
      get throws {
        try TransposedConvolution(
          input: Shape(
            batch: batch, channels: channels * groups, height: input.vertical, width: input.horizontal),
          weights: Shape(
            batch: channels * groups, channels: filters, height: kernel.vertical, width: kernel.horizontal),
          geometry: ConvolutionGeometry(stride: stride, dilation: dilation, padding: padding),
          outputPadding: outputPadding, orientation: orientation, groups: groups)
      }
    }

    /// Small ones of all kinds; some crop everything away, and are none then.
    static func random(_ generator: inout SplitMix64) -> Options {
      func draw(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(generator.next() % UInt64(range.count)) }
      func pair(_ range: ClosedRange<Int>) -> PerAxis<Int> {
        PerAxis(vertical: draw(range), horizontal: draw(range))
      }
      var options = Options()
      options.batch = draw(1...2)
      options.channels = draw(1...3)
      options.filters = draw(1...10)
      options.input = pair(1...9)
      options.kernel = pair(1...5)
      options.stride = pair(1...4)
      options.dilation = pair(1...3)
      options.padding = Padding(top: draw(0...4), left: draw(0...4), bottom: draw(0...4), right: draw(0...4))
      options.outputPadding = PerAxis(
        vertical: draw(0...(max(options.stride.vertical, options.dilation.vertical) - 1)),
        horizontal: draw(0...(max(options.stride.horizontal, options.dilation.horizontal) - 1)))
      options.groups = draw(1...3)
      options.orientation = draw(0...1) == 0 ? .crossCorrelation : .convolution
      return options
    }
  }

  /// Cells that must stay as they are on both sides of the output.
  private static let canaries = 64
  private static let canary = Float(bitPattern: 0x7fa1_b2c3)

  /// The output, once canaries around it have been looked after.
  private func output(_ gather: TransposedGather, _ input: Tensor, _ filters: PackedFilters, workers: Workers)
    -> [Float]
  {
    let count = gather.convolution.output.count
    let around = Array(repeating: Self.canary, count: Self.canaries)
    // NaN around the input: a value that is read from there and kept would show.
    let source = around + input.values + around
    var cells = around + Array(repeating: Self.canary, count: count) + around
    source.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        gather.run(
          input: UnsafeBufferPointer(rebasing: source[Self.canaries..<(Self.canaries + input.values.count)]),
          filters: filters,
          output: UnsafeMutableBufferPointer(rebasing: cells[Self.canaries..<(Self.canaries + count)]),
          workspace: Workspace(), workers: workers)
      }
    }
    let outside = cells[..<Self.canaries] + cells[(Self.canaries + count)...]
    #expect(outside.allSatisfy { $0.bitPattern == Self.canary.bitPattern }, "a cell beside the output was written")
    return Array(cells[Self.canaries..<(Self.canaries + count)])
  }

  private func magnitudes(_ tensor: Tensor) throws -> Tensor {
    try Tensor(shape: tensor.shape, values: tensor.values.map { abs($0) })
  }

  private func check(_ options: Options, hasBias: Bool, _ generator: inout SplitMix64) throws {
    let convolution = try options.convolution
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let bias =
      hasBias ? try generator.fractions(Shape(channels: convolution.output.channels, height: 1, width: 1)) : nil
    let (sizes, weightSizes, biasSizes) = try (magnitudes(input), magnitudes(weights), bias.map(magnitudes))
    let cells = (0..<convolution.output.count).map { convolution.output.coordinate(at: $0) }
    let expected = cells.map {
      ReferenceTransposedConvolution.value(of: convolution, at: $0, input: input, weights: weights, bias: bias)
    }
    let most = cells.map {
      ReferenceTransposedConvolution.value(
        of: convolution, at: $0, input: sizes, weights: weightSizes, bias: biasSizes)
    }
    // t products and sums, each rounded to float32 at most once, the bias, and the reference's own rounding.
    let steps = Float(2 * convolution.mostTapsPerCell + 2) * 0x1p-24
    for kernels in VectorKernels.available {
      let gather = try #require(TransposedGather(of: convolution, kernels: kernels))
      let result = output(gather, input, gather.pack(weights: weights, bias: bias), workers: 1)
      let wrong = result.indices.filter { !(abs(result[$0] - expected[$0]) <= steps * most[$0]) }
      #expect(
        wrong.isEmpty,
        "\(kernels.name): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0): \(options)")
    }
  }

  @Test("by hand: two cells a stride of 3 apart, a kernel of 2, and a column that no tap reaches")
  func byHand() throws {
    let convolution = try TransposedConvolution(
      input: Shape(height: 1, width: 2), weights: Shape(height: 1, width: 2),
      geometry: ConvolutionGeometry(stride: PerAxis(vertical: 1, horizontal: 3)))
    let input = try Tensor(shape: convolution.input, values: [2, 3])
    let weights = try Tensor(shape: convolution.weights, values: [10, 100])
    for kernels in VectorKernels.available {
      let gather = try #require(TransposedGather(of: convolution, kernels: kernels))
      #expect(output(gather, input, gather.pack(weights: weights, bias: nil), workers: 1) == [20, 200, 0, 30, 300])
    }
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...120))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = Options.random(&generator)
    guard (try? options.convolution) != nil else { return }
    try check(options, hasBias: seed.isMultiple(of: 2), &generator)
  }

  @Test(
    "agrees with the reference with one column less and more than a vector, a tile and two tiles",
    arguments: [3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 95, 96, 97])
  func widths(width: Int) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for (kernel, stride, padding, more) in [(4, 2, 1, 0), (3, 2, 1, 1), (3, 1, 1, 0), (2, 3, 0, 2)] {
      var options = Options(input: PerAxis(vertical: 3, horizontal: width))
      options.kernel = PerAxis(kernel)
      options.stride = PerAxis(stride)
      options.padding = Padding(padding)
      options.outputPadding = PerAxis(more)
      try check(options, hasBias: true, &generator)
    }
  }

  @Test("agrees with the reference with one filter less and more than a tile, in groups too", arguments: [1, 2])
  func filters(groups: Int) throws {
    var generator = SplitMix64(seed: 7)
    for filters in [1, 5, 6, 7, 8, 9, 16, 17] {
      try check(Options(batch: 2, filters: filters, groups: groups), hasBias: false, &generator)
    }
  }

  @Test("agrees with the reference with one row less and more than a band", arguments: [15, 16, 17, 31, 32, 33, 49])
  func rows(height: Int) throws {
    var generator = SplitMix64(seed: UInt64(height))
    try check(Options(input: PerAxis(vertical: height, horizontal: 3)), hasBias: true, &generator)
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared, in a burst too")
  func workers() throws {
    let convolution = try Options(
      channels: 16, filters: 20, input: PerAxis(vertical: 45, horizontal: 53), kernel: PerAxis(4), padding: Padding(1)
    ).convolution
    #expect(convolution.input.count * 20 * 16 >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let gather = try #require(TransposedGather(of: convolution))
    let filters = gather.pack(weights: weights, bias: nil)
    let alone = output(gather, input, filters, workers: 1).map(\.bitPattern)
    for count in [2, 3, 8] {
      let workers = Workers(count)
      #expect(output(gather, input, filters, workers: workers).map(\.bitPattern) == alone, "\(count) workers")
      Burst.run(workers: workers) {
        #expect(output(gather, input, filters, workers: $0).map(\.bitPattern) == alone, "\(count) workers in a burst")
      }
    }
  }

  @Test("refuses strides with more phases than anybody sums")
  func strides() throws {
    var options = Options(stride: PerAxis(8))
    #expect(TransposedGather(of: try options.convolution) != nil)
    options.stride = PerAxis(vertical: 8, horizontal: 9)
    #expect(TransposedGather(of: try options.convolution) == nil)
    options.input = PerAxis(1)
    options.stride = PerAxis(AxisGeometry.limit)
    #expect(TransposedGather(of: try options.convolution) == nil)
  }

  @Test("phases by hand: kernel 4, stride 2, one cell cropped")
  func phases() throws {
    let geometry = try AxisGeometry(axis: .vertical, stride: 2, paddingBefore: 1, paddingAfter: 1)
    let phases = TransposedPhases(geometry, kernel: 4, input: 5, output: 10)
    // Output 2t takes taps 1 and 3 of inputs t and t − 1, output 2t + 1 taps 0 and 2 of inputs t + 1 and t.
    #expect(phases.axis.before == 1)
    #expect(phases.axis.reach == 2)
    #expect(phases.axis.output == 5)
    #expect(
      phases.taps == [
        [.init(tap: 1, distance: 1), .init(tap: 3, distance: 0)],
        [.init(tap: 0, distance: 2), .init(tap: 2, distance: 1)],
      ])
  }
}
