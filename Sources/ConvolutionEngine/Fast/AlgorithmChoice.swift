/// Which algorithm `auto` takes for a convolution, and why.
///
/// The rule looks at shapes and weights alone, never at a clock, so that the same call gives the same bits on every day. In this
/// order:
///
/// 1. little work, or a scale between sum and bias: `exact`;
/// 2. one input channel for each filter: `separable` for kernels of rank 1 from 9×9 on, `fft` for large kernels over large
///    planes, `depthwise` for up to nine taps in each of several channels, `filter` for others where windows move cell by cell,
///    and `depthwise` where they do not;
/// 3. 1×1 kernels with stride 1: `pointwise`;
/// 4. 3×3 kernels with stride 1 over many channels: `winograd-f4` or `winograd-f2`, as `WinogradConvolution.tile(for:)` has it;
/// 5. windows that stand far apart, for many filters: `implicit-gemm`;
/// 6. everything else: `direct`, and where its padded rows would be too large, `implicit-gemm`.
///
/// A transposed convolution with more than little work: `gather`.
public struct AlgorithmChoice: Equatable, Sendable {
  public let algorithm: ConvolutionAlgorithm
  public let reason: Reason

  public enum Reason: Equatable, Sendable {
    /// The operator has no other way.
    case onlyWay
    /// So few products that the exact sums cost next to nothing.
    case littleWork(products: Double, limit: Double)
    /// A scale stands between sum and bias.
    case scaledSums
    /// A kernel that is a column times a row.
    case rankOne(height: Int, width: Int)
    /// A kernel so large that transforms cost less than its products.
    case largeKernel(taps: Int)
    /// One filter over one plane at a time, cell by cell.
    case singleChannel
    /// Each of several channels has filters of its own.
    case depthwise
    /// 1×1 kernels: a product of matrices.
    case pointwise
    /// 3×3 kernels over so many channels that transforms cost less than the products that they save.
    case winograd(channels: Int, filters: Int)
    /// Windows that stand so far apart that unfolding them is less than copying rows.
    case farApart
    /// Padded rows so wide or so many, for the windows in them, that unfolding windows is less.
    case wideRows
    /// A transposed convolution, each cell from the taps that reach it.
    case transposed
    /// None of the others applies.
    case general
    /// No fast algorithm applies to shapes as extreme as these.
    case beyondFast
  }

  /// The most products for which exact sums are taken, some 2 ms on one core.
  static let exactProducts = 2_000_000.0
}

extension ConvolutionPlan {
  func choice(for operands: Operands) -> AlgorithmChoice {
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    guard products > AlgorithmChoice.exactProducts else {
      return AlgorithmChoice(
        algorithm: .exact, reason: .littleWork(products: products, limit: AlgorithmChoice.exactProducts))
    }
    guard convolution.sampleStep == 1 else { return AlgorithmChoice(algorithm: .exact, reason: .scaledSums) }
    let (weights, filters) = (convolution.weights, convolution.weights.batch / convolution.groups)
    let tile = WinogradConvolution.tile(for: convolution)
    // In order; a way that would be slow for the shape is left out, and one that does not apply is passed over.
    let ways: [(pays: Bool, ConvolutionAlgorithm, AlgorithmChoice.Reason)] = [
      (SeparableConvolution.pays(convolution), .separable, .rankOne(height: weights.height, width: weights.width)),
      (FourierConvolution.pays(convolution), .fourier, .largeKernel(taps: weights.height * weights.width)),
      (DepthwiseConvolution.pays(convolution), .depthwise, .depthwise),
      (true, .filter, .singleChannel),
      (true, .depthwise, .depthwise),
      (true, .pointwise, .pointwise),
      (tile != nil, tile == .two ? .winograd2 : .winograd4, .winograd(channels: weights.channels, filters: filters)),
      (ImplicitGEMMConvolution.pays(convolution), .implicitGEMM, .farApart),
      (true, .direct, .general),
      (true, .implicitGEMM, .wideRows),
    ]
    for (pays, algorithm, reason) in ways where pays && fast(algorithm, operands) != nil {
      return AlgorithmChoice(algorithm: algorithm, reason: reason)
    }
    return AlgorithmChoice(algorithm: .exact, reason: .beyondFast)
  }

  /// The convolution by one of the algorithms that are not exact; nil where it does not apply.
  func fast(_ algorithm: ConvolutionAlgorithm, _ operands: Operands) -> (any FastConvolution)? {
    switch algorithm {
    case .direct: DirectConvolution(of: convolution)
    case .implicitGEMM: ImplicitGEMMConvolution(of: convolution)
    case .pointwise: PointwiseConvolution(of: convolution)
    case .depthwise: DepthwiseConvolution(of: convolution)
    case .filter: FilterConvolution(of: convolution)
    case .separable:
      operands[.weights].flatMap { SeparableConvolution(of: convolution, weights: $0) }
    case .fourier: FourierConvolution(of: convolution)
    case .winograd2: WinogradConvolution(of: convolution, tile: .two)
    case .winograd4: WinogradConvolution(of: convolution, tile: .four)
    case .auto, .exact, .reference, .paddedMaps, .rowBands, .gather: nil
    }
  }
}

extension TransposedConvolutionPlan {
  func choice(for operands: Operands) -> AlgorithmChoice {
    let products = Double(output.count) * Double(termsPerCell)
    guard products > AlgorithmChoice.exactProducts else {
      return AlgorithmChoice(
        algorithm: .exact, reason: .littleWork(products: products, limit: AlgorithmChoice.exactProducts))
    }
    return TransposedGather(of: convolution) == nil
      ? AlgorithmChoice(algorithm: .exact, reason: .beyondFast)
      : AlgorithmChoice(algorithm: .gather, reason: .transposed)
  }
}
