import ConvolutionEngine
import Testing

/// How convolutions are made of others: groups of blocks, stacks of kernels, and the transposed one as the adjoint. Values
/// are small whole numbers, so that every sum is exact and the laws hold to the bit.
@Suite struct ConvolutionStructureTests {
  static let seeds = Array(UInt64(1)...40)

  private func conv2d(
    _ input: Tensor, _ weights: Tensor, _ parameters: [ParameterName: ParameterValue] = [:],
    operation: OperatorName = .conv2d
  ) throws -> Tensor {
    var all = Parameters(defaultsOf: OperatorCatalog.description(of: operation).parameters)
    for (name, value) in parameters { all[name] = value }
    let experiment = try Experiment(
      operation: operation, operands: Operands([.input: input, .weights: weights]), parameters: all)
    return try #require(experiment.output())
  }

  private func dot(_ left: Tensor, _ right: Tensor) -> Double {
    zip(left.values, right.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  @Test("the transposed convolution is the adjoint: ⟨conv x, y⟩ = ⟨x, convᵀ y⟩", arguments: seeds)
  func adjoint(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var options = ConvolutionCase.random(&generator)
    options.mode = PerAxis(.zeros)
    let groups = generator.integer(1...3)
    options.channels *= groups
    options.filters *= groups
    let x = try generator.integers(options.inputShape)
    let weights = try generator.integers(
      Shape(
        batch: options.filters, channels: options.channels / groups, height: options.kernel.vertical,
        width: options.kernel.horizontal))
    let shared: [ParameterName: ParameterValue] = [
      .stride: .axes(options.stride), .dilation: .axes(options.dilation), .padding: .sides(options.padding),
      .groups: .integer(groups), .flip: .flag(options.orientation == .convolution),
    ]
    let forward = try conv2d(x, weights, shared)
    let y = try generator.integers(forward.shape)
    // What the last window did not reach comes back as output padding.
    let geometry = try ConvolutionGeometry(
      stride: options.stride, dilation: options.dilation, padding: options.padding)
    var back = shared
    back[.outputPadding] = .axes(
      PerAxis(
        vertical: geometry.vertical.droppedCount(input: options.input.vertical, kernel: options.kernel.vertical),
        horizontal: geometry.horizontal.droppedCount(
          input: options.input.horizontal, kernel: options.kernel.horizontal)))
    let transposed = try conv2d(y, weights, back, operation: .convTranspose2d)
    #expect(transposed.shape == x.shape)
    #expect(dot(forward, y) == dot(x, transposed))
  }

  @Test("groups are convolutions of their blocks side by side", arguments: seeds)
  func groups(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let groups = generator.integer(2...3)
    let (channels, filters) = (generator.integer(1...2), generator.integer(1...2))
    let input = try generator.fractions(Shape(batch: 2, channels: groups * channels, height: 5, width: 6))
    let weights = try generator.fractions(Shape(batch: groups * filters, channels: channels, height: 3, width: 2))
    let whole = try conv2d(input, weights, [.groups: .integer(groups), .padding: .sides(Padding(1))])
    for group in 0..<groups {
      let block = try conv2d(
        slice(input, channels: (group * channels)..<((group + 1) * channels)),
        slice(weights, filters: (group * filters)..<((group + 1) * filters)), [.padding: .sides(Padding(1))])
      #expect(try slice(whole, channels: (group * filters)..<((group + 1) * filters)) == block)
    }
  }

  private func slice(_ tensor: Tensor, channels: Range<Int>) throws -> Tensor {
    let shape = tensor.shape
    var part = Tensor(
      shape: try Shape(batch: shape.batch, channels: channels.count, height: shape.height, width: shape.width))
    for offset in 0..<part.shape.count {
      let place = part.shape.coordinate(at: offset)
      var source = place
      source.channel += channels.lowerBound
      part[place] = tensor[source]
    }
    return part
  }

  private func slice(_ weights: Tensor, filters: Range<Int>) throws -> Tensor {
    let size = weights.shape.count / weights.shape.batch
    return try Tensor(
      shape: Shape(
        batch: filters.count, channels: weights.shape.channels, height: weights.shape.height,
        width: weights.shape.width),
      values: Array(weights.values[(filters.lowerBound * size)..<(filters.upperBound * size)]))
  }

  @Test("two kernels one after the other are their full convolution at once", arguments: seeds)
  func stack(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    func kernel() throws -> Tensor {
      try generator.integers(Shape(height: generator.integer(1...4), width: generator.integer(1...4)))
    }
    let (first, second) = try (kernel(), kernel())
    let input = try generator.integers(Shape(height: 9, width: 10))
    let full = try conv2d(
      first, second,
      [
        .flip: .flag(true),
        .padding: .sides(
          Padding(vertical: second.shape.height - 1, horizontal: second.shape.width - 1)),
      ])
    #expect(try conv2d(conv2d(input, first), second) == conv2d(input, full))
  }

  @Test("as many groups as channels filter every channel by itself")
  func depthwise() throws {
    let input = try Tensor(shape: Shape(channels: 2, height: 1, width: 3), values: [1, 2, 3, 10, 20, 30])
    let weights = try Tensor(
      shape: Shape(batch: 4, channels: 1, height: 1, width: 2), values: [1, 0, 0, 1, 1, 1, 1, -1])
    let output = try conv2d(input, weights, [.groups: .integer(2)])
    #expect(output.values == [1, 2, 2, 3, 30, 50, -10, -10])
  }

  @Test("a transposed convolution scatters the kernel: overlaps add up, output padding adds zeros, padding crops")
  func scatter() throws {
    let input = try Tensor(rows: [[1, 2]])
    let weights = try Tensor(rows: [[1, 10, 100]])
    func transposed(_ parameters: [ParameterName: ParameterValue]) throws -> [Float] {
      try conv2d(input, weights, parameters, operation: .convTranspose2d).values
    }
    let stride: ParameterValue = .axes(PerAxis(vertical: 1, horizontal: 2))
    #expect(try transposed([:]) == [1, 12, 120, 200])
    #expect(try transposed([.stride: stride]) == [1, 10, 102, 20, 200])
    #expect(
      try transposed([.stride: stride, .outputPadding: .axes(PerAxis(vertical: 0, horizontal: 1))])
        == [1, 10, 102, 20, 200, 0])
    #expect(
      try transposed([.stride: stride, .padding: .sides(Padding(top: 0, left: 1, bottom: 0, right: 2))]) == [10, 102])
    #expect(try transposed([.dilation: stride]) == [1, 2, 10, 20, 100, 200])
    #expect(try transposed([.flip: .flag(true)]) == [100, 210, 21, 2])
  }

  @Test("same padding keeps ⌈input / stride⌉ cells, the odd one at the bottom and right", arguments: 1...4, 1...5)
  func same(stride: Int, kernel: Int) throws {
    for side in 1...7 {
      let input = Tensor(shape: try Shape(height: side, width: side), repeating: 1)
      let weights = Tensor(shape: try Shape(height: kernel, width: kernel), repeating: 1)
      let output = try conv2d(input, weights, [.padding: .named(.same), .stride: .axes(PerAxis(stride))])
      #expect(output.shape.height == (side + stride - 1) / stride)
      #expect(output.shape.width == (side + stride - 1) / stride)
    }
    let pair = try conv2d(
      try Tensor(rows: [[1, 2, 4]]), try Tensor(rows: [[1, 1]]), [.padding: .named(.same)])
    #expect(pair.values == [3, 6, 4])
  }
}
