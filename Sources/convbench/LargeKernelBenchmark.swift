import ConvolutionEngine

/// Large kernels over one plane: by Fourier transforms, and where they begin to be faster than products; and those of rank 1.
struct LargeKernelBenchmark {
  let height: Int
  let width: Int
  let kernel: Int
  let isRankOne: Bool

  static let all: [LargeKernelBenchmark] = [(512, 512), (2048, 2048), (2160, 3840)].flatMap { height, width in
    [13, 15, 17, 31, 63].map { LargeKernelBenchmark(height: height, width: width, kernel: $0, isRankOne: false) }
      + [5, 7, 31].map { LargeKernelBenchmark(height: height, width: width, kernel: $0, isRankOne: true) }
  }

  /// As in the peers' table.
  var name: String { "f\(kernel)x\(kernel) \(width)x\(height)" }

  /// The row of the report; nil where the algorithm refuses the shape.
  func measure(settings: Settings) throws -> ReportRow? {
    let convolution = try Convolution(
      input: Shape(height: height, width: width), weights: Shape(height: kernel, width: kernel),
      geometry: ConvolutionGeometry(padding: Padding(kernel / 2)))
    let operands = try operands(of: convolution)
    let algorithm: (any FastConvolution)? =
      isRankOne
      ? SeparableConvolution(of: convolution, weights: operands.weights) : FourierConvolution(of: convolution)
    guard let algorithm else { return nil }
    let (times, output, workspace) = algorithm.measured(on: operands, output: convolution.output, settings: settings)
    let error = relativeError(of: output, shape: convolution.output) { cell in
      ReferenceConvolution.value(of: convolution, at: cell, input: operands.input, weights: operands.weights)
    }
    return ReportRow(
      group: "b", algorithm: isRankOne ? "separable" : "fft", name: name, threads: settings.threads, times: times,
      flop: 2 * Double(convolution.output.count) * Double(convolution.tapsPerCell),
      bytes: 4 * (convolution.input.count + convolution.output.count), error: error, workspace: workspace)
  }

  private func operands(of convolution: Convolution) throws -> Operands {
    let drawn = try Operands(input: convolution.input, weights: convolution.weights, bias: nil)
    guard isRankOne else { return drawn }
    let (column, row) = (drawn.weights.values[..<kernel], drawn.weights.values[kernel..<(2 * kernel)])
    let product = try Tensor(shape: convolution.weights, values: column.flatMap { cell in row.map { cell * $0 } })
    return Operands(input: drawn.input, weights: product, bias: nil)
  }
}
