import Testing

@testable import ConvolutionEngine

@Suite struct PaddedConvolutionTests {
  private func check(_ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64) throws {
    for kind in ValueKind.allCases {
      let input = try generator.values(kind, convolution.input)
      let weights = try generator.values(kind, convolution.weights)
      let bias = hasBias ? try generator.values(kind, Shape(vectorOf: convolution.output.channels)) : nil
      let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
      let padded = try #require(PaddedConvolution(of: convolution))
      for bands in [1, 2, 3, 8, nil] {
        let result = padded.output(
          input: input, weights: weights, bias: bias, schedule: RowBandSchedule(bandCount: bands))
        #expect(result == expected, "\(String(describing: bands)) bands")
      }
    }
  }

  @Test("bit-equal to the reference at the corner shapes, for any number of bands", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    var generator = SplitMix64(seed: 1)
    try check(options.convolution, hasBias: options.hasBias, &generator)
  }

  @Test("bit-equal to the reference over random options with groups", arguments: UInt64(1)...60)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let convolution = try GradientCase(&generator).convolution
    try check(convolution, hasBias: generator.integer(0...1) == 1, &generator)
  }

  @Test("a sample step scales the sum and not the bias")
  func sampleStep() throws {
    var generator = SplitMix64(seed: 4)
    let convolution = try Convolution(
      input: Shape(height: 1, width: 9), weights: Shape(batch: 2, height: 1, width: 3),
      geometry: ConvolutionGeometry(), sampleStep: 0.3)
    try check(convolution, hasBias: true, &generator)
  }

  @Test("left to others: planes above the limit, and padding out of all proportion")
  func refused() throws {
    func padded(_ options: ConvolutionCase) throws -> PaddedConvolution? {
      try PaddedConvolution(of: options.convolution)
    }
    let side = PerAxis(vertical: 1, horizontal: PaddedConvolution.largestPlane)
    #expect(try padded(ConvolutionCase(input: side, kernel: PerAxis(1))) != nil)
    #expect(
      try padded(
        ConvolutionCase(input: PerAxis(vertical: 1, horizontal: side.horizontal + 1), kernel: PerAxis(1))) == nil)
    #expect(
      try padded(
        ConvolutionCase(input: PerAxis(2), kernel: PerAxis(2), stride: PerAxis(1 << 30), padding: Padding(1 << 30)))
        == nil)
  }

  @Test("a schedule that is cancelled gives nothing")
  func cancelled() throws {
    let convolution = try ConvolutionCase(batch: 3, filters: 4).convolution
    let padded = try #require(PaddedConvolution(of: convolution))
    let questions = CallCounter()
    let result = padded.output(
      input: Tensor(shape: convolution.input), weights: Tensor(shape: convolution.weights), bias: nil,
      schedule: RowBandSchedule(bandCount: 1, isCancelled: { questions.next() >= 3 }))
    #expect(result == nil)
    #expect(questions.count == 3)
  }

  @Test("asked for by name, every exact algorithm gives the same bits")
  func byName() throws {
    var generator = SplitMix64(seed: 6)
    let experiment = try RandomExperiment(description: .conv2d, kind: .cancelling).draw(&generator)
    let outputs = ConvolutionAlgorithm.allCases.filter(\.isExact).map { experiment.output(algorithm: $0) }
    for output in outputs { #expect(output == outputs[0] && output != nil) }
  }
}
