import Testing

@testable import ConvolutionEngine

/// What the fewer products cost in accuracy, measured and bounded for weights and values spread evenly over ±0.5.
///
/// The direct algorithm comes to 1e-7 (3 channels), 4e-7 (64) and 8e-7 (256) in the relative root mean square.
@Suite struct WinogradAccuracyTests {
  /// The most that is allowed of a number of channels: about a fifth more than the worst of all widths of vectors, that
  /// of the baseline without a fused multiply-add.
  struct Bounds: Sendable, CustomTestStringConvertible {
    let channels: Int
    /// Root mean square distance from the reference by the root mean square of the reference.
    let two: Double
    let four: Double
    /// The largest distance with F(4×4, 3×3), and so large in the reference.
    let largest: Double

    var testDescription: String { "\(channels) channels" }

    static let all = [
      Bounds(channels: 1, two: 1.5e-7, four: 5e-7, largest: 6e-7),
      Bounds(channels: 3, two: 1.5e-7, four: 4e-7, largest: 7e-7),
      Bounds(channels: 64, two: 3.3e-7, four: 1e-6, largest: 1.1e-5),
      Bounds(channels: 256, two: 6e-7, four: 2e-6, largest: 3.4e-5),
    ]
  }

  @Test("the error stays below its bounds", arguments: Bounds.all)
  func bounds(_ bounds: Bounds) throws {
    // Whole tiles, cut ones and ghosts.
    let convolution = try Convolution(
      input: Shape(channels: bounds.channels, height: 14, width: 14),
      weights: Shape(batch: 2, channels: bounds.channels, height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    var generator = SplitMix64(seed: UInt64(bounds.channels))
    func draw(_ shape: Shape) throws -> Tensor {
      try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.next() >> 40) / 0x1p24 - 0.5 })
    }
    let (input, weights) = try (draw(convolution.input), draw(convolution.weights))
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: nil).values
    for kernels in VectorKernels.available {
      for tile in WinogradTile.allCases {
        let winograd = try #require(WinogradConvolution(of: convolution, tile: tile, kernels: kernels))
        let filters = winograd.pack(weights: weights, bias: nil)
        var cells = Array(repeating: Float.nan, count: convolution.output.count)
        input.values.withUnsafeBufferPointer { input in
          cells.withUnsafeMutableBufferPointer {
            winograd.run(input: input, filters: filters, output: $0, workspace: Workspace(), workers: 1)
          }
        }
        let distances = cells.indices.map { abs(Double(cells[$0]) - Double(expected[$0])) }
        func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }
        let relative = (squares(distances) / squares(expected.map(Double.init))).squareRoot()
        #expect(relative <= (tile == .four ? bounds.four : bounds.two), "\(kernels.name), \(tile)")
        #expect((distances.max() ?? 0) <= bounds.largest, "\(kernels.name), \(tile)")
      }
    }
  }
}
