import ConvolutionEngine

/// Large kernels over one plane by Fourier transforms, and where they begin to be faster than products.
struct FourierBenchmark {
  let size: (height: Int, width: Int)
  let kernel: Int

  static let all: [FourierBenchmark] = [(512, 512), (2048, 2048), (2160, 3840)].flatMap { height, width in
    [13, 15, 17, 31, 63].map { FourierBenchmark(size: (height, width), kernel: $0) }
  }

  /// As in the peers' table.
  var name: String { "f\(kernel)x\(kernel) \(size.width)x\(size.height)" }

  /// The row of the report; its error is that at 500 cells, and its speed that of the definition's products.
  func measure(settings: Settings) throws -> String {
    let convolution = try Convolution(
      input: Shape(height: size.height, width: size.width), weights: Shape(height: kernel, width: kernel),
      geometry: ConvolutionGeometry(padding: Padding(kernel / 2)))
    guard let fourier = FourierConvolution(of: convolution) else {
      return "{\"name\":\"\(name)\",\"error\":\"refused\"}"
    }
    var generator = SplitMix64(seed: 1)
    let input = try Tensor.drawn(convolution.input, &generator)
    let weights = try Tensor.drawn(convolution.weights, &generator)
    let filters = fourier.pack(weights: weights, bias: nil)
    let workspace = Workspace()
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let times = input.values.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          fourier.run(input: input, filters: filters, output: output, workspace: workspace, workers: settings.workers)
        }
      }
    }
    let flop = 2 * Double(convolution.output.count) * Double(convolution.tapsPerCell)
    return "{\"group\":\"b\",\"peer\":\"convoscope-fft\",\"name\":\"\(name)\",\"threads\":\(settings.threads),"
      + "\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),\"p90\":\(times.quantile(0.9)),"
      + "\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),"
      + "\"bytes\":\(4 * (convolution.input.count + convolution.output.count)),\"workspace\":\(workspace.byteCount),"
      + "\"reference_error\":\(convolution.relativeError(of: output, input, weights, &generator))}"
  }
}
