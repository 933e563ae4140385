import ConvolutionEngine

extension PlaneBenchmark {
  /// Bytes read and written in a second by a plain copy of a large picture, at best, with as many threads.
  static func copyRate(settings: Settings) -> Double {
    let count = 3840 * 2160
    let input = Array(repeating: Float(1), count: count)
    var output = Array(repeating: Float(0), count: count)
    let times = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          SharedCopy.run(input: input, output: output, workers: settings.workers)
        }
      }
    }
    return Double(8 * count) / times.least
  }

  /// The row of the report.
  ///
  /// - Parameters:
  ///   - peak: float operations of one thread in a second, at best.
  ///   - copyRate: bytes that all threads copy in a second, at best.
  func measure(settings: Settings, peak: Double, copyRate: Double) throws -> String {
    let convolution = try convolution()
    var generator = SplitMix64(seed: 1)
    let input = try Tensor.drawn(convolution.input, &generator)
    let weights = try Tensor.drawn(convolution.weights, &generator)
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let workspace = Workspace()
    let workers = settings.workers
    let times: Stopwatch? = input.values.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        switch work {
        case .copy:
          return Stopwatch.times(budget: settings.budget) {
            SharedCopy.run(input: input, output: output, workers: workers)
          }
        case .filter:
          guard let filter = FilterConvolution(of: convolution) else { return nil }
          let filters = filter.pack(weights: weights, bias: nil)
          return Stopwatch.times(budget: settings.budget) {
            filter.run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
          }
        }
      }
    }
    guard let times else { return "{\"name\":\"\(name)\",\"error\":\"refused\"}" }
    let error = work == .copy ? 0 : convolution.relativeError(of: output, input, weights, &generator)
    let flop = work == .copy ? 0 : 2 * Double(convolution.output.count) * Double(kernel * kernel)
    let bytes = 4 * Double(convolution.input.count + convolution.output.count)
    let threads = Double(settings.threads)
    return
      "{\"group\":\"\(group)\",\"peer\":\"convoscope-\(work)\",\"name\":\"\(name)\",\"threads\":\(settings.threads),"
      + "\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),\"p90\":\(times.quantile(0.9)),"
      + "\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),\"bytes\":\(bytes),"
      + "\"gflops\":\(flop / times.median / 1e9),\"peak_share\":\(flop / times.median / (peak * threads)),"
      + "\"copy_share\":\(bytes / times.median / copyRate),"
      + "\"reference_error\":\(error),\"vectors\":\"\(VectorKernels.best.name)\"}"
  }
}

extension Tensor {
  /// Numbers from −½ to ½.
  static func drawn(_ shape: Shape, _ generator: inout SplitMix64) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
  }
}

extension Convolution {
  /// The relative root mean square distance of an output from the reference, at 500 cells drawn at random.
  func relativeError(
    of output: [Float], _ input: Tensor, _ weights: Tensor, _ generator: inout SplitMix64
  ) -> Double {
    var (difference, size) = (0.0, 0.0)
    for _ in 0..<500 {
      let offset = Int(generator.next() % UInt64(output.count))
      let expected = Double(
        ReferenceConvolution.value(of: self, at: self.output.coordinate(at: offset), input: input, weights: weights))
      difference += (Double(output[offset]) - expected) * (Double(output[offset]) - expected)
      size += expected * expected
    }
    return (difference / size).squareRoot()
  }
}
