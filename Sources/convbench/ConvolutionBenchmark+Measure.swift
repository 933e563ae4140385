import ConvolutionEngine

extension ConvolutionBenchmark {
  /// Measures the algorithms for the shape; the rows of the report.
  func measure(settings: Settings, peak: Double) throws -> [String] {
    let convolution = try convolution()
    return try FastConvolution.all(of: convolution).map { fast in
      try measure(fast, of: convolution, settings: settings, peak: peak)
    }
  }

  private func measure(
    _ fast: FastConvolution, of convolution: Convolution, settings: Settings, peak: Double
  ) throws -> String {
    var generator = SplitMix64(seed: 1)
    func draw(_ shape: Shape) throws -> Tensor {
      try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
    }
    let (input, weights) = try (draw(convolution.input), draw(convolution.weights))
    let bias = try draw(Shape(channels: filters, height: 1, width: 1))
    let workspace = Workspace()
    let packed = fast.pack(weights: weights, bias: bias)
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let times = input.values.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          fast.run(
            input: input, filters: packed, output: output, workspace: workspace, workers: settings.workers)
        }
      }
    }
    let error = relativeError(of: output, convolution, input, weights, bias, &generator)
    let flop = 2 * Double(convolution.output.count) * Double(convolution.tapsPerCell)
    let cells = convolution.input.count + convolution.weights.count + filters + convolution.output.count
    let rate = flop / times.median
    return "{\"group\":\"a\",\"peer\":\"convoscope-\(fast.name)\",\"name\":\"\(name)\",\"threads\":\(settings.threads),"
      + "\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),\"p90\":\(times.quantile(0.9)),"
      + "\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),\"bytes\":\(4 * cells),"
      + "\"gflops\":\(rate / 1e9),\"peak_share\":\(rate / (peak * Double(settings.threads))),"
      + "\"reference_error\":\(error),\"workspace\":\(workspace.byteCount),\"vectors\":\"\(VectorKernels.best.name)\"}"
  }

  /// The relative root mean square distance from the reference, at 500 cells drawn at random.
  func relativeError(
    of output: [Float], _ convolution: Convolution, _ input: Tensor, _ weights: Tensor, _ bias: Tensor,
    _ generator: inout SplitMix64
  ) -> Double {
    var (difference, size) = (0.0, 0.0)
    for _ in 0..<500 {
      let offset = Int(generator.next() % UInt64(output.count))
      let expected = Double(
        ReferenceConvolution.value(
          of: convolution, at: convolution.output.coordinate(at: offset), input: input, weights: weights, bias: bias))
      difference += (Double(output[offset]) - expected) * (Double(output[offset]) - expected)
      size += expected * expected
    }
    return (difference / size).squareRoot()
  }
}
