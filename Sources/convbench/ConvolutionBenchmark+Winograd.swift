import ConvolutionEngine

extension ConvolutionBenchmark {
  /// Measures Winograd's algorithm with both sizes of tiles where it is meant for the shape; the rows of the report.
  ///
  /// The rate counts the operations of the direct algorithm, so that it may go beyond the peak.
  func winograd(settings: Settings, peak: Double) throws -> [String] {
    guard kernel == 3, stride == 1, dilation == 1, groups == 1, channels >= 64 else { return [] }
    let convolution = try convolution()
    var generator = SplitMix64(seed: 1)
    func draw(_ shape: Shape) throws -> Tensor {
      try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
    }
    let (input, weights) = try (draw(convolution.input), draw(convolution.weights))
    let bias = try draw(Shape(channels: filters, height: 1, width: 1))
    let workspace = Workspace()
    return [WinogradTile.four, .two].compactMap { tile in
      guard let winograd = WinogradConvolution(of: convolution, tile: tile) else { return nil }
      let packed = winograd.pack(weights: weights, bias: bias)
      var output = Array(repeating: Float.nan, count: convolution.output.count)
      let times = input.values.withUnsafeBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          Stopwatch.times(budget: settings.budget) {
            winograd.run(
              input: input, filters: packed, output: output, workspace: workspace, workers: settings.workers)
          }
        }
      }
      let error = relativeError(of: output, convolution, input, weights, bias, &generator)
      let flop = 2 * Double(convolution.output.count) * Double(convolution.tapsPerCell)
      let cells = convolution.input.count + convolution.weights.count + filters + convolution.output.count
      let rate = flop / times.median
      return "{\"group\":\"a\",\"peer\":\"convoscope-winograd\(tile.rawValue)\",\"name\":\"\(name)\","
        + "\"threads\":\(settings.threads),\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),"
        + "\"p90\":\(times.quantile(0.9)),\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),"
        + "\"bytes\":\(4 * cells),\"gflops\":\(rate / 1e9),\"peak_share\":\(rate / (peak * Double(settings.threads))),"
        + "\"reference_error\":\(error),\"workspace\":\(workspace.byteCount),\"vectors\":\"\(VectorKernels.best.name)\"}"
    }
  }
}
