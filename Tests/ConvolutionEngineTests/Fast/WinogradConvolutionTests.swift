import Testing

@testable import ConvolutionEngine

/// Both sizes of tiles in every width of vectors that this processor runs, at shapes around each border.
@Suite struct WinogradConvolutionTests {
  /// Cells that must stay as they are on both sides of the output.
  private static let canaries = 64
  private static let canary = Float(bitPattern: 0x7fa1_b2c3)

  /// The output, once canaries around it and around the input have been looked after.
  private func output(
    _ winograd: WinogradConvolution, _ input: Tensor, _ filters: WinogradFilters, workers: Int = 1,
    workspace: Workspace = Workspace()
  ) -> [Float] {
    let count = winograd.convolution.output.count
    let around = Array(repeating: Self.canary, count: Self.canaries)
    // NaN around the input: a value that is read from there and kept would show.
    let source = around + input.values + around
    var cells = around + Array(repeating: Self.canary, count: count) + around
    source.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        winograd.run(
          input: UnsafeBufferPointer(rebasing: source[Self.canaries..<(Self.canaries + input.values.count)]),
          filters: filters,
          output: UnsafeMutableBufferPointer(rebasing: cells[Self.canaries..<(Self.canaries + count)]),
          workspace: workspace, workers: Workers(workers))
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
    for kernels in VectorKernels.available {
      for tile in WinogradTile.allCases {
        let winograd = try #require(WinogradConvolution(of: convolution, tile: tile, kernels: kernels))
        let result = output(winograd, input, winograd.pack(weights: weights, bias: bias))
        // Weights and values are at most 1: each of the steps between a value and a cell rounds numbers whose sizes add up to
        // no more than the growth. There are 8 in the input transform, one in the filter's, two a channel, 11 on the way back.
        let channels = Double(weights.shape.channels)
        let most = (20 + 2 * channels) * 0x1p-24 * (WinogradMatrices(tile).growth * channels + 1)
        let wrong = result.indices.filter { !(abs(Double(result[$0]) - Double(expected.values[$0])) <= most) }
        #expect(
          wrong.isEmpty,
          "\(kernels.name), \(tile): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0)")
      }
    }
  }

  @Test("hand-worked: a kernel of one tap shifts the input, exactly for F(2×2, 3×3)")
  func shift() throws {
    let convolution = try ConvolutionCase(
      input: PerAxis(vertical: 2, horizontal: 3), padding: Padding(1), hasBias: true
    ).convolution
    let input = try Tensor(shape: convolution.input, values: [1, 2, 3, 4, 5, 6])
    let weights = try Tensor(shape: convolution.weights, values: [1, 0, 0, 0, 0, 0, 0, 0, 0])
    let bias = try Tensor(shape: Shape(channels: 1, height: 1, width: 1), values: [10])
    for kernels in VectorKernels.available {
      let winograd = try #require(WinogradConvolution(of: convolution, tile: .two, kernels: kernels))
      #expect(output(winograd, input, winograd.pack(weights: weights, bias: bias)) == [10, 10, 10, 10, 11, 12])
    }
  }

  @Test("F(2×2, 3×3) equals the reference where no number needs rounding")
  func exact() throws {
    var generator = SplitMix64(seed: 2)
    let convolution = try ConvolutionCase(
      batch: 2, channels: 3, filters: 9, input: PerAxis(vertical: 13, horizontal: 37), padding: Padding(1)
    ).convolution
    let input = try generator.integers(convolution.input)
    // Filters are multiplied by halves and quarters.
    var weights = try generator.integers(convolution.weights)
    weights = try Tensor(shape: weights.shape, values: weights.values.map { 4 * $0 })
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: nil)
    for kernels in VectorKernels.available {
      let winograd = try #require(WinogradConvolution(of: convolution, tile: .two, kernels: kernels))
      #expect(output(winograd, input, winograd.pack(weights: weights, bias: nil)) == expected.values)
    }
  }

  @Test("agrees with the reference over random options", arguments: Array(UInt64(1)...40))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var options = ConvolutionCase.random(&generator)
    options.kernel = PerAxis(WinogradTile.taps)
    options.stride = PerAxis(1)
    options.dilation = PerAxis(1)
    // Room for a kernel even without padding.
    options.input = PerAxis(vertical: options.input.vertical + 2, horizontal: options.input.horizontal * 4)
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test("padding larger than the input, which whole tiles see nothing but ghosts of", arguments: PaddingMode.allCases)
  func ghosts(mode: PaddingMode) throws {
    var generator = SplitMix64(seed: 4)
    let side = mode == .reflect ? 1 : mode == .circular ? 2 : 9
    let options = ConvolutionCase(
      channels: 2, filters: 2, input: PerAxis(2), padding: Padding(side), mode: PerAxis(mode))
    try check(options.convolution, hasBias: true, &generator)
  }

  @Test(
    "agrees with the reference with one cell less and more than tiles and vectors of tiles",
    arguments: [1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129])
  func widths(width: Int) throws {
    var generator = SplitMix64(seed: UInt64(width))
    for padding in [0, 1] {
      let options = ConvolutionCase(
        channels: 2, filters: 2, input: PerAxis(vertical: 7 - padding, horizontal: width + 2 - 2 * padding),
        padding: Padding(padding))
      guard options.input.horizontal > 0 else { continue }
      try check(options.convolution, hasBias: true, &generator)
    }
  }

  @Test("agrees with the reference in blocks of tiles of several pictures and groups", arguments: [1, 3])
  func blocks(groups: Int) throws {
    var generator = SplitMix64(seed: 8)
    let convolution = try Convolution(
      input: Shape(batch: 2, channels: groups, height: 30, width: 45),
      weights: Shape(batch: 2 * groups, channels: 1, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)), groups: groups)
    try check(convolution, hasBias: false, &generator)
  }

  @Test("agrees with the reference with one filter less and more than a block and a part", arguments: [1, 2])
  func filters(groups: Int) throws {
    var generator = SplitMix64(seed: 7)
    for filters in [1, 5, 6, 7, 8, 9, 23, 24, 25, 31, 32, 33, 47, 48, 49, 63, 64, 65] {
      let convolution = try Convolution(
        input: Shape(channels: 2 * groups, height: 4, width: 6),
        weights: Shape(batch: filters * groups, channels: 2, height: 3, width: 3),
        geometry: ConvolutionGeometry(padding: Padding(1)), groups: groups)
      try check(convolution, hasBias: true, &generator)
    }
  }

  @Test(
    "bit-equal for 1, 2, 3 and 8 workers, where blocks of tiles are shared and where filters are too",
    arguments: WinogradTile.allCases, [(size: 61, filters: 26, channels: 16), (size: 9, filters: 330, channels: 60)])
  func workers(tile: WinogradTile, shape: (size: Int, filters: Int, channels: Int)) throws {
    let convolution = try Convolution(
      input: Shape(channels: shape.channels, height: shape.size, width: shape.size - 1),
      weights: Shape(batch: shape.filters, channels: shape.channels, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    let products = convolution.output.count * convolution.tapsPerCell
    #expect(products >= Workers.productsWorthWaking)
    var generator = SplitMix64(seed: 3)
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let winograd = try #require(WinogradConvolution(of: convolution, tile: tile))
    let filters = winograd.pack(weights: weights, bias: nil)
    #expect((winograd.shareCount > 1) == (shape.filters > 300))
    let workspace = Workspace()
    let alone = output(winograd, input, filters, workspace: workspace).map(\.bitPattern)
    for workers in [2, 3, 8] {
      // The workspace holds what the last call left: none of it may show.
      let result = output(winograd, input, filters, workers: workers, workspace: workspace)
      #expect(result.map(\.bitPattern) == alone, "\(workers) workers")
    }
  }

  @Test("refuses other kernels, strides and dilations, and a scale between sum and bias")
  func refusals() throws {
    let refused = [
      ConvolutionCase(kernel: PerAxis(vertical: 3, horizontal: 2)), ConvolutionCase(kernel: PerAxis(5)),
      ConvolutionCase(stride: PerAxis(vertical: 2, horizontal: 1)),
      ConvolutionCase(dilation: PerAxis(vertical: 1, horizontal: 2)), ConvolutionCase(batch: 0),
      ConvolutionCase(channels: 0, filters: 2),
    ]
    for options in refused { #expect(try WinogradConvolution(of: options.convolution) == nil) }
    let shape = try Shape(height: 3, width: 3)
    let scaled = try Convolution(input: shape, weights: shape, geometry: ConvolutionGeometry(), sampleStep: 0.5)
    #expect(WinogradConvolution(of: scaled) == nil)
  }

  @Test("is chosen where the rule counts less than nine tenths, with the tile that counts the least")
  func choice() throws {
    let kernels = try #require(VectorKernels(named: "plain"))
    func tile(_ channels: Int, _ filters: Int, _ size: Int, padding: Int = 1, stride: Int = 1) throws -> WinogradTile? {
      WinogradConvolution.tile(
        for: try Convolution(
          input: Shape(channels: channels, height: size, width: size),
          weights: Shape(batch: filters, channels: channels, height: 3, width: 3),
          geometry: ConvolutionGeometry(stride: PerAxis(stride), padding: Padding(padding))),
        kernels: kernels)
    }
    // Four lanes: 1024 vectors of cells and 64 of tiles of 4×4 in 64×64 cells. With C channels and F filters, 9216·C·F against
    // 64·(36·C·F + 540·C + 400·F): one channel and six filters count 55,296 to 201,984, eight and 24 1,769,472 to 1,333,248.
    #expect(try tile(1, 6, 64) == nil)
    #expect(try tile(8, 24, 64) == .four)
    #expect(try tile(64, 64, 64) == .four)
    #expect(try tile(64, 64, 64, stride: 2) == nil)
    #expect(try tile(512, 66, 64) == .four)
    #expect(try tile(513, 66, 64) == .two)
    #expect(
      WinogradConvolution.pays(
        try Convolution(
          input: Shape(channels: 64, height: 64, width: 64),
          weights: Shape(batch: 64, channels: 64, height: 3, width: 3), geometry: ConvolutionGeometry())))
  }
}
