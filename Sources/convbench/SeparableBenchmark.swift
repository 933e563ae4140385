import ConvolutionEngine

/// Kernels of rank 1 over one plane.
struct SeparableBenchmark {
  let size: (height: Int, width: Int)
  let kernel: Int

  static let all: [SeparableBenchmark] = [(512, 512), (2048, 2048), (2160, 3840)].flatMap { height, width in
    [5, 7, 31].map { SeparableBenchmark(size: (height, width), kernel: $0) }
  }

  /// As in the peers' table.
  var name: String { "f\(kernel)x\(kernel) \(size.width)x\(size.height)" }

  /// The row of the report; its error is that at 500 cells, of the two passes' products.
  func measure(settings: Settings) throws -> String {
    let convolution = try Convolution(
      input: Shape(height: size.height, width: size.width), weights: Shape(height: kernel, width: kernel),
      geometry: ConvolutionGeometry(padding: Padding(kernel / 2)))
    var generator = SplitMix64(seed: 1)
    let input = try Tensor.drawn(convolution.input, &generator)
    let column = try Tensor.drawn(Shape(height: kernel, width: 1), &generator).values
    let row = try Tensor.drawn(Shape(height: 1, width: kernel), &generator).values
    let weights = try Tensor(shape: convolution.weights, values: column.flatMap { cell in row.map { cell * $0 } })
    guard let separable = SeparableConvolution(of: convolution, weights: weights) else {
      return "{\"name\":\"\(name)\",\"error\":\"refused\"}"
    }
    let filters = separable.pack(weights: weights, bias: nil)
    let workspace = Workspace()
    var output = Array(repeating: Float.nan, count: convolution.output.count)
    let times = input.values.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Stopwatch.times(budget: settings.budget) {
          separable.run(input: input, filters: filters, output: output, workspace: workspace, workers: settings.workers)
        }
      }
    }
    let flop = 4 * Double(convolution.output.count) * Double(kernel)
    return "{\"group\":\"b\",\"peer\":\"convoscope-separable\",\"name\":\"\(name)\",\"threads\":\(settings.threads),"
      + "\"median\":\(times.median),\"p10\":\(times.quantile(0.1)),\"p90\":\(times.quantile(0.9)),"
      + "\"min\":\(times.least),\"n\":\(times.count),\"flop\":\(flop),"
      + "\"bytes\":\(4 * (convolution.input.count + convolution.output.count)),\"workspace\":\(workspace.byteCount),"
      + "\"reference_error\":\(convolution.relativeError(of: output, input, weights, &generator))}"
  }
}
