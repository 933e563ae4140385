import ConvolutionEngine

/// The transposed convolution that the peers run as well.
struct TransposedBenchmark {
  let name: String
  let channels: Int
  let size: Int
  let filters: Int
  let kernel: Int
  let stride: Int
  let padding: Int

  static let all = [
    TransposedBenchmark(
      name: "T128-64 k4 s2 p1 @56", channels: 128, size: 56, filters: 64, kernel: 4, stride: 2, padding: 1)
  ]

  private func convolution() throws -> TransposedConvolution {
    try TransposedConvolution(
      input: Shape(channels: channels, height: size, width: size),
      weights: Shape(batch: channels, channels: filters, height: kernel, width: kernel),
      bias: Shape(channels: filters, height: 1, width: 1),
      geometry: ConvolutionGeometry(stride: PerAxis(stride), padding: Padding(padding)))
  }

  /// The row of the report; nil where the algorithm refuses the shape.
  func measure(settings: Settings, peak: Double) throws -> ReportRow? {
    let convolution = try convolution()
    let operands = try Operands(
      input: convolution.input, weights: convolution.weights, bias: Shape(channels: filters, height: 1, width: 1))
    guard let gather = TransposedGather(of: convolution) else { return nil }
    let (times, output, workspace) = gather.measured(on: operands, output: convolution.output, settings: settings)
    let error = relativeError(of: output, shape: convolution.output) { cell in
      ReferenceTransposedConvolution.value(
        of: convolution, at: cell, input: operands.input, weights: operands.weights, bias: operands.bias)
    }
    return ReportRow(
      group: "a", algorithm: "gather", name: name, threads: settings.threads, times: times,
      flop: 2 * Double(convolution.input.count) * Double(filters * kernel * kernel),
      bytes: 4 * (convolution.input.count + convolution.weights.count + filters + convolution.output.count), peak: peak,
      error: error, workspace: workspace)
  }
}
