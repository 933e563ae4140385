import Testing

@testable import ConvolutionEngine

@Suite struct RowBandConvolutionTests {
  static let bandCounts = [1, 2, 3, 7, 100]

  private func check(_ options: ConvolutionCase, _ generator: inout SplitMix64, _ kind: ValueKind) throws {
    func draw(_ shape: Shape) throws -> Tensor { try generator.values(kind, shape) }
    let convolution = try options.convolution
    let (input, weights) = try (draw(options.inputShape), draw(options.weightShape))
    let bias = try options.biasShape.map(draw)
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
    for schedule in Self.bandCounts.map({ RowBandSchedule(bandCount: $0) }) + [RowBandSchedule()] {
      let result = RowBandConvolution.output(
        of: convolution, input: input, weights: weights, bias: bias, schedule: schedule)
      #expect(result == expected, "\(schedule.bandCount) bands")
    }
  }

  @Test("bit-equal to the reference at the corner shapes, for any number of bands", arguments: ConvolutionCase.corners)
  func corners(options: ConvolutionCase) throws {
    var generator = SplitMix64(seed: 1)
    for kind in ValueKind.allCases { try check(options, &generator, kind) }
  }

  @Test("bit-equal to the reference over random options", arguments: Array(UInt64(1)...150))
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = ConvolutionCase.random(&generator)
    for kind in ValueKind.allCases { try check(options, &generator, kind) }
  }

  @Test("bit-equal where a row is longer than a run of sums, with every kernel width around the taps of one pass")
  func longRows() throws {
    var generator = SplitMix64(seed: 5)
    for (width, stride, dilation) in [(1, 1, 1), (2, 3, 1), (3, 1, 2), (4, 1, 1), (5, 2, 1), (8, 1, 1), (9, 1, 3)] {
      let options = ConvolutionCase(
        input: PerAxis(vertical: 2, horizontal: (RowBandConvolution.runLength + 9) * stride + width),
        kernel: PerAxis(vertical: 1, horizontal: width), stride: PerAxis(vertical: 1, horizontal: stride),
        dilation: PerAxis(vertical: 1, horizontal: dilation), padding: Padding(vertical: 0, horizontal: width),
        mode: PerAxis(.reflect))
      try check(options, &generator, .cancelling)
    }
  }

  @Test("a schedule that is cancelled from the start gives nothing, serial or in bands", arguments: [nil, 1, 5])
  func cancelledAtOnce(bands: Int?) throws {
    let options = ConvolutionCase()
    let result = try RowBandConvolution.output(
      of: options.convolution, input: Tensor(shape: options.inputShape), weights: Tensor(shape: options.weightShape),
      bias: nil, schedule: RowBandSchedule(bandCount: bands, isCancelled: { true }))
    #expect(result == nil)
  }

  @Test("a schedule that is cancelled inside its only band stops before the band's end")
  func cancelledMidway() throws {
    let options = ConvolutionCase(input: PerAxis(400), kernel: PerAxis(3))
    let questions = CallCounter()
    let schedule = RowBandSchedule(bandCount: 1, isCancelled: { questions.next() >= 3 })
    let result = try RowBandConvolution.output(
      of: options.convolution, input: Tensor(shape: options.inputShape), weights: Tensor(shape: options.weightShape),
      bias: nil, schedule: schedule)
    #expect(result == nil)
    #expect(questions.count == 3)
  }
}
