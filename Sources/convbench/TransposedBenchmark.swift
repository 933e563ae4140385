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

  /// The row of the report.
  func measure(settings: Settings, peak: Double) throws -> String {
    let convolution = try convolution()
    var generator = SplitMix64(seed: 1)
    func draw(_ shape: Shape) throws -> Tensor {
      try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
    }
    let (input, weights) = try (draw(convolution.input), draw(convolution.weights))
    let bias = try draw(Shape(channels: filters, height: 1, width: 1))
    guard let gather = TransposedGather(of: convolution) else { return "{\"name\":\"\(name)\",\"error\":\"refused\"}" }
    let (workspace, packed) = (Workspace(), gather.pack(weights: weights, bias: bias))
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let times = input.values.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          gather.run(input: input, filters: packed, output: output, workspace: workspace, workers: settings.workers)
        }
      }
    }
    var (difference, square) = (0.0, 0.0)
    for _ in 0..<500 {
      let offset = Int(generator.next() % UInt64(output.count))
      let expected = Double(
        ReferenceTransposedConvolution.value(
          of: convolution, at: convolution.output.coordinate(at: offset), input: input, weights: weights, bias: bias))
      difference += (Double(output[offset]) - expected) * (Double(output[offset]) - expected)
      square += expected * expected
    }
    let flop = 2 * Double(convolution.input.count) * Double(filters * kernel * kernel)
    let cells = convolution.input.count + convolution.weights.count + filters + convolution.output.count
    return "{\"group\":\"a\",\"peer\":\"convoscope-gather\",\"name\":\"\(name)\",\"threads\":\(settings.threads),"
      + "\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),\"p90\":\(times.quantile(0.9)),"
      + "\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),\"bytes\":\(4 * cells),"
      + "\"gflops\":\(flop / times.median / 1e9),"
      + "\"peak_share\":\(flop / times.median / (peak * Double(settings.threads))),"
      + "\"reference_error\":\((difference / square).squareRoot()),\"workspace\":\(workspace.byteCount),\"vectors\":\"\(VectorKernels.best.name)\"}"
  }
}
