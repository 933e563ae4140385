import ConvolutionEngine

/// The exact-order algorithm for a shape, under the name that its rows have.
enum FastConvolution {
  case depthwise(DepthwiseConvolution)
  case pointwise(PointwiseConvolution)
  case direct(DirectConvolution)
  case implicitGEMM(ImplicitGEMMConvolution)

  /// The algorithm for a shape, and for strided ones the one that unfolds windows beside it.
  static func all(of convolution: Convolution) -> [FastConvolution] {
    let isStrided = convolution.geometry.stride != PerAxis(1)
    return [FastConvolution(of: convolution)].compactMap { $0 }
      + [isStrided ? ImplicitGEMMConvolution(of: convolution).map { .implicitGEMM($0) } : nil].compactMap { $0 }
  }

  /// nil where none applies.
  init?(of convolution: Convolution) {
    if let depthwise = DepthwiseConvolution(of: convolution) {
      self = .depthwise(depthwise)
    } else if let pointwise = PointwiseConvolution(of: convolution) {
      self = .pointwise(pointwise)
    } else if let direct = DirectConvolution(of: convolution) {
      self = .direct(direct)
    } else {
      return nil
    }
  }

  var name: String {
    switch self {
    case .depthwise: "depthwise"
    case .pointwise: "pointwise"
    case .direct: "direct"
    case .implicitGEMM: "implicit-gemm"
    }
  }

  func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    switch self {
    case .depthwise(let depthwise): depthwise.pack(weights: weights, bias: bias)
    case .pointwise(let pointwise): pointwise.pack(weights: weights, bias: bias)
    case .direct(let direct): direct.pack(weights: weights, bias: bias)
    case .implicitGEMM(let unfolded): unfolded.pack(weights: weights, bias: bias)
    }
  }

  func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers
  ) {
    switch self {
    case .depthwise(let depthwise):
      depthwise.run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
    case .pointwise(let pointwise):
      pointwise.run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
    case .direct(let direct):
      direct.run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
    case .implicitGEMM(let unfolded):
      unfolded.run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
    }
  }
}
