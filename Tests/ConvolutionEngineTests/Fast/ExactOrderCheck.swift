import Testing

@testable import ConvolutionEngine

/// An algorithm that adds products in float32 tap by tap, as the tests drive it.
protocol ExactOrderConvolution {
  init?(of convolution: Convolution, kernels: VectorKernels)
  func pack(weights: Tensor, bias: Tensor?) -> PackedFilters
  func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers)
}

extension DirectConvolution: ExactOrderConvolution {}
extension DepthwiseConvolution: ExactOrderConvolution {}
extension PointwiseConvolution: ExactOrderConvolution {}

/// `DirectConvolution` with filters in the lanes, however few there are.
struct FilterLaneConvolution: ExactOrderConvolution {
  private let direct: DirectConvolution

  init?(of convolution: Convolution, kernels: VectorKernels) {
    guard let direct = DirectConvolution(of: convolution, kernels: kernels, filterLanes: .always) else { return nil }
    self.direct = direct
  }

  func pack(weights: Tensor, bias: Tensor?) -> PackedFilters { direct.pack(weights: weights, bias: bias) }

  func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers
  ) {
    direct.run(input: input, filters: filters, output: output, workspace: workspace, workers: workers)
  }
}

/// What every such algorithm must do with one convolution, at every width of vectors that this processor runs.
struct ExactOrderCheck<Algorithm: ExactOrderConvolution> {
  let convolution: Convolution

  /// Cells that must stay as they are on both sides of the output, and NaN on both sides of the input: a value that is read
  /// from there and kept would show.
  private static var canaries: Int { 64 }
  private static var canary: Float { Float(bitPattern: 0x7fa1_b2c3) }

  /// Holds the output against the reference.
  func agrees(hasBias: Bool, _ generator: inout SplitMix64) throws {
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let bias = hasBias ? try generator.fractions(Shape(channels: weights.shape.batch, height: 1, width: 1)) : nil
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
    let most = ReferenceConvolution.output(
      of: convolution, input: try magnitudes(input), weights: try magnitudes(weights), bias: try bias.map(magnitudes))
    for kernels in VectorKernels.available {
      let algorithm = try #require(Algorithm(of: convolution, kernels: kernels))
      let result = output(algorithm, input, algorithm.pack(weights: weights, bias: bias), workers: 1)
      // t products and sums, each rounded to float32 at most once, the bias, and the reference's own rounding.
      let steps = Float(2 * convolution.tapsPerCell + 2) * 0x1p-24
      let wrong = result.indices.filter { !(abs(result[$0] - expected.values[$0]) <= steps * most.values[$0]) }
      #expect(wrong.isEmpty, "\(kernels.name): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0)")
    }
  }

  /// Holds the output of several workers against that of one, bit by bit.
  func isBitEqual(workers counts: [Int], _ generator: inout SplitMix64) throws {
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let algorithm = try #require(Algorithm(of: convolution, kernels: .best))
    let filters = algorithm.pack(weights: weights, bias: nil)
    let alone = output(algorithm, input, filters, workers: 1).map(\.bitPattern)
    for workers in counts {
      #expect(output(algorithm, input, filters, workers: workers).map(\.bitPattern) == alone, "\(workers) workers")
    }
  }

  /// The output, once the canaries have been looked after.
  private func output(_ algorithm: Algorithm, _ input: Tensor, _ filters: PackedFilters, workers: Int) -> [Float] {
    let (count, canaries) = (convolution.output.count, Self.canaries)
    let around = Array(repeating: Self.canary, count: canaries)
    let source = around + input.values + around
    var cells = around + Array(repeating: Self.canary, count: count) + around
    source.withUnsafeBufferPointer { source in
      cells.withUnsafeMutableBufferPointer { cells in
        algorithm.run(
          input: UnsafeBufferPointer(rebasing: source[canaries..<(canaries + input.values.count)]), filters: filters,
          output: UnsafeMutableBufferPointer(rebasing: cells[canaries..<(canaries + count)]), workspace: Workspace(),
          workers: Workers(workers))
      }
    }
    let outside = cells[..<canaries] + cells[(canaries + count)...]
    #expect(outside.allSatisfy { $0.bitPattern == Self.canary.bitPattern }, "a cell beside the output was written")
    return Array(cells[canaries..<(canaries + count)])
  }

  private func magnitudes(_ tensor: Tensor) throws -> Tensor {
    try Tensor(shape: tensor.shape, values: tensor.values.map { abs($0) })
  }
}
