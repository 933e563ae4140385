import Testing

@testable import ConvolutionEngine

/// What applies, what `auto` takes, and that a name gets what it says.
@Suite struct AlgorithmChoiceTests {
  private func experiment(
    channels: Int, filters: Int, size: Int, kernel: Int, groups: Int = 1,
    _ parameters: [ParameterName: ParameterValue] = [:]
  ) throws -> Experiment {
    var generator = SplitMix64(seed: 5)
    let input = try generator.fractions(Shape(channels: channels, height: size, width: size))
    let weights = try generator.fractions(
      Shape(batch: filters, channels: channels / groups, height: kernel, width: kernel))
    var all = Parameters(defaultsOf: OperatorCatalog.description(of: .conv2d).parameters)
    if groups != 1 { all[.groups] = .integer(groups) }
    for (name, value) in parameters { all[name] = value }
    return try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]), parameters: all)
  }

  @Test("exact ones apply to every convolution, padded maps to small planes, the others where their types say")
  func applies() throws {
    let small = try experiment(channels: 1, filters: 1, size: 5, kernel: 3)
    #expect(small.algorithms.filter(\.isExact) == [.exact, .reference, .paddedMaps, .rowBands])
    #expect(small.algorithms.contains(.filter) && small.algorithms.contains(.winograd4))
    let wide = try experiment(channels: 2, filters: 2, size: 70, kernel: 2)
    #expect(wide.algorithms == [.auto, .exact, .reference, .rowBands, .direct, .implicitGEMM])
    let input = try Tensor(rows: [[1]])
    let relu = try Experiment(operation: .relu, operands: Operands([.input: input]))
    #expect(relu.algorithms == [.auto, .exact, .reference])
    #expect(relu.choice == AlgorithmChoice(algorithm: .exact, reason: .onlyWay))
  }

  @Test("auto goes by the documented rule")
  func rule() throws {
    #expect(
      try experiment(channels: 1, filters: 1, size: 5, kernel: 3).choice
        == AlgorithmChoice(algorithm: .exact, reason: .littleWork(products: 81, limit: AlgorithmChoice.exactProducts)))
    #expect(
      try experiment(channels: 1, filters: 1, size: 600, kernel: 3).choice
        == AlgorithmChoice(algorithm: .filter, reason: .singleChannel))
    #expect(
      try experiment(channels: 64, filters: 64, size: 130, kernel: 3, groups: 64, [.stride: .axes(PerAxis(2))]).choice
        == AlgorithmChoice(algorithm: .depthwise, reason: .depthwise))
    #expect(
      try experiment(channels: 64, filters: 64, size: 70, kernel: 3, groups: 64).choice
        == AlgorithmChoice(algorithm: .depthwise, reason: .depthwise))
    #expect(
      try experiment(channels: 64, filters: 64, size: 40, kernel: 7, groups: 64).choice
        == AlgorithmChoice(algorithm: .filter, reason: .singleChannel))
    #expect(
      try experiment(channels: 64, filters: 64, size: 20, kernel: 3).choice
        == AlgorithmChoice(algorithm: .winograd4, reason: .winograd(channels: 64, filters: 64)))
    #expect(
      try experiment(channels: 3, filters: 8, size: 120, kernel: 3).choice
        == AlgorithmChoice(algorithm: .direct, reason: .general))
    #expect(
      try experiment(channels: 64, filters: 128, size: 56, kernel: 1, [.stride: .axes(PerAxis(2))]).choice
        == AlgorithmChoice(algorithm: .implicitGEMM, reason: .farApart))
    #expect(
      try experiment(channels: 64, filters: 64, size: 60, kernel: 1).choice
        == AlgorithmChoice(algorithm: .pointwise, reason: .pointwise))
    #expect(
      try experiment(channels: 1, filters: 1, size: 300, kernel: 19).choice
        == AlgorithmChoice(algorithm: .fourier, reason: .largeKernel(taps: 361)))
    #expect(
      try experiment(channels: 64, filters: 64, size: 20, kernel: 3, [.sampleStep: .number(0.5)]).choice
        == AlgorithmChoice(algorithm: .exact, reason: .scaledSums))
  }

  @Test("padding and dilation that make a giant of a small picture are left to unfolding, or to exact sums")
  func giants() throws {
    func convolution(groups: Int) throws -> Convolution {
      try Convolution(
        input: Shape(channels: 64, height: 100, width: 100),
        weights: Shape(batch: 64, channels: 64 / groups, height: 3, width: 3),
        geometry: ConvolutionGeometry(dilation: PerAxis(900), padding: Padding(900)), groups: groups)
    }
    #expect(try DirectConvolution(of: convolution(groups: 1)) == nil)
    #expect(try ImplicitGEMMConvolution(of: convolution(groups: 1)) != nil)
    #expect(try DepthwiseConvolution(of: convolution(groups: 64)) != nil)
    let giant = try Convolution(
      input: Shape(channels: 64, height: 100, width: 100), weights: Shape(batch: 64, channels: 1, height: 3, width: 3),
      geometry: ConvolutionGeometry(dilation: PerAxis(8000), padding: Padding(8000)), groups: 64)
    #expect(DepthwiseConvolution(of: giant) == nil)
    let transposed = try TransposedConvolution(
      input: Shape(channels: 4, height: 60, width: 60), weights: Shape(batch: 4, channels: 8, height: 3, width: 3),
      geometry: ConvolutionGeometry(dilation: PerAxis(1000)))
    #expect(TransposedGather(of: transposed) == nil)
    // As `run` comes to it.
    let parameters: [ParameterName: ParameterValue] = [.dilation: .axes(PerAxis(900)), .padding: .sides(Padding(900))]
    let experiment = try experiment(channels: 64, filters: 16, size: 20, kernel: 3, parameters)
    #expect(experiment.choice == AlgorithmChoice(algorithm: .implicitGEMM, reason: .wideRows))
    let (fast, exact) = (try #require(experiment.output(algorithm: .auto)), try #require(experiment.output()))
    #expect(zip(fast.values, exact.values).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("asked for by name, each that applies is near the reference, and auto is what it chose, bit for bit")
  func byName() throws {
    for experiment in [
      try experiment(channels: 1, filters: 1, size: 40, kernel: 3),
      try experiment(channels: 4, filters: 4, size: 40, kernel: 3, groups: 4),
      try experiment(channels: 64, filters: 64, size: 16, kernel: 3),
    ] {
      let reference = try #require(experiment.output(algorithm: .reference))
      for algorithm in experiment.algorithms {
        let output = try #require(experiment.output(algorithm: algorithm))
        if algorithm.isExact {
          #expect(output == reference, "\(algorithm)")
        } else {
          // Relative, in the root mean square; the bound documented for Winograd's larger tile, the least exact of all.
          let differences = zip(output.values, reference.values).map { Double($0) - Double($1) }
          let size = reference.values.reduce(0) { $0 + Double($1) * Double($1) }
          #expect(differences.reduce(0) { $0 + $1 * $1 } <= 3e-6 * 3e-6 * size, "\(algorithm)")
        }
      }
      #expect(experiment.output(algorithm: .auto) == experiment.output(algorithm: experiment.choice.algorithm))
    }
  }

  @Test("what was cancelled before it began gives nothing, and what is done is told")
  func schedule() throws {
    let experiment = try experiment(channels: 2, filters: 2, size: 9, kernel: 3)
    #expect(experiment.output(schedule: RowBandSchedule(isCancelled: { true }), algorithm: .direct) == nil)
    let counter = CallCounter()
    _ = experiment.output(
      schedule: RowBandSchedule(didComplete: { for _ in 0..<$0 { _ = counter.next() } }), algorithm: .direct)
    #expect(counter.count == experiment.outputShape.count)
  }
}
