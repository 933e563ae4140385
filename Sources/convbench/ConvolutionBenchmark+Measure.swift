import ConvolutionEngine

extension ConvolutionBenchmark {
  /// Measures the algorithms that are meant for the shape; the rows of the report.
  ///
  /// Rates count the operations of the definition, so that Winograd's may go beyond the peak.
  func measure(settings: Settings, peak: Double) throws -> [ReportRow] {
    let convolution = try convolution()
    let operands = try Operands(
      input: convolution.input, weights: convolution.weights, bias: Shape(channels: filters, height: 1, width: 1))
    let cells = convolution.input.count + convolution.weights.count + filters + convolution.output.count
    return algorithms(of: convolution).map { name, algorithm in
      let (times, output, workspace) = algorithm.measured(
        on: operands, output: convolution.output, settings: settings)
      let error = relativeError(of: output, shape: convolution.output) { cell in
        ReferenceConvolution.value(
          of: convolution, at: cell, input: operands.input, weights: operands.weights, bias: operands.bias)
      }
      return ReportRow(
        group: "a", algorithm: name, name: self.name, threads: settings.threads, times: times,
        flop: 2 * Double(convolution.output.count) * Double(convolution.tapsPerCell), bytes: 4 * cells, peak: peak,
        error: error, workspace: workspace)
    }
  }

  private func algorithms(of convolution: Convolution) -> [(name: String, algorithm: any FastConvolution)] {
    let isWinograd = kernel == 3 && stride == 1 && dilation == 1 && groups == 1 && channels >= 64
    let pointwise = PointwiseConvolution(of: convolution)
    let all: [(String, (any FastConvolution)?)] = [
      ("depthwise", DepthwiseConvolution(of: convolution)), ("filter", FilterConvolution(of: convolution)),
      ("pointwise", pointwise),
      ("direct", groups == 1 && pointwise == nil ? DirectConvolution(of: convolution) : nil),
      ("implicit-gemm", stride > 1 ? ImplicitGEMMConvolution(of: convolution) : nil),
      ("winograd4", isWinograd ? WinogradConvolution(of: convolution, tile: .four) : nil),
      ("winograd2", isWinograd ? WinogradConvolution(of: convolution, tile: .two) : nil),
    ]
    return all.compactMap { name, algorithm in algorithm.map { (name, $0) } }
  }
}
