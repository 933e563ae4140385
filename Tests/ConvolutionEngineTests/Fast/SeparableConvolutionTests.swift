import Testing

@testable import ConvolutionEngine

/// Every width of vectors that this processor runs, at shapes around each border of lanes and passes of rows.
@Suite struct SeparableConvolutionTests {
  /// A kernel of rank 1 for each filter, rounded to float32.
  private func product(_ shape: Shape, _ generator: inout SplitMix64) throws -> Tensor {
    var values: [Float] = []
    for _ in 0..<shape.batch {
      let column = try generator.fractions(Shape(height: shape.height, width: 1)).values
      let row = try generator.fractions(Shape(height: 1, width: shape.width)).values
      values += column.flatMap { cell in row.map { cell * $0 } }
    }
    return try Tensor(shape: shape, values: values)
  }

  private func check(_ convolution: Convolution, hasBias: Bool, _ generator: inout SplitMix64) throws {
    let input = try generator.fractions(convolution.input)
    let weights = try product(convolution.weights, &generator)
    let bias = hasBias ? try generator.fractions(Shape(channels: weights.shape.batch, height: 1, width: 1)) : nil
    let expected = ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
    let most = ReferenceConvolution.output(
      of: convolution, input: input.magnitudes, weights: weights.magnitudes, bias: bias?.magnitudes)
    for kernels in VectorKernels.available
    where min(convolution.input.width, convolution.output.width) >= kernels.lanes {
      let separable = try #require(SeparableConvolution(of: convolution, weights: weights, kernels: kernels))
      let filters = separable.pack(weights: weights, bias: bias)
      let result = Surrounded.output(count: expected.values.count, input: input.values) { input, output in
        separable.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: 1)
      }
      // Two passes, each product and sum rounded at most twice, the factors, the kernel's distance from a product, which is
      // told of its largest cell, and the bias.
      let steps = Float(2 * (weights.shape.height + weights.shape.width) + 4) * 0x1p-24
      let largest = weights.values.map(abs).max() ?? 0
      let spread = Float(SeparableKernels.tolerance) * largest * Float(convolution.tapsPerCell)
      let wrong = result.indices.filter { !(abs(result[$0] - expected.values[$0]) <= steps * most.values[$0] + spread) }
      #expect(wrong.isEmpty, "\(kernels.name): \(wrong.count) of \(result.count) cells, first at \(wrong.first ?? 0)")
    }
  }

  @Test("Sobel over an edge is exact: 4 beside it, 0 elsewhere")
  func sobel() throws {
    let row: [Float] = Array(repeating: 0, count: 10) + Array(repeating: 1, count: 10)
    let convolution = try Convolution(
      input: Shape(height: 3, width: 20), weights: Shape(height: 3, width: 3), geometry: ConvolutionGeometry())
    let weights = try Tensor(rows: [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    let separable = try #require(SeparableConvolution(of: convolution, weights: weights))
    let filters = separable.pack(weights: weights, bias: nil)
    let result = Surrounded.output(count: 18, input: row + row + row) { input, output in
      separable.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
    #expect(result == [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test(
    "agrees with the reference in each padding mode, one column less and more than vectors",
    arguments: PaddingMode.allCases)
  func widths(mode: PaddingMode) throws {
    var generator = SplitMix64(seed: 5)
    for (height, width) in [(1, 18), (5, 33), (6, 47), (7, 48), (13, 49), (50, 64), (97, 65)] {
      for (rows, columns, padding) in [(3, 3, 1), (1, 5, 0), (7, 4, 2), (6, 1, 0)] {
        guard height + 2 * padding >= rows, mode != .reflect || padding < height, padding <= height else { continue }
        let convolution = try Convolution(
          input: Shape(height: height, width: width), weights: Shape(height: rows, width: columns),
          geometry: ConvolutionGeometry(padding: Padding(padding), mode: PerAxis(mode)))
        try check(convolution, hasBias: true, &generator)
      }
    }
  }

  @Test("channels, pictures and turned kernels each find their plane")
  func planes() throws {
    var generator = SplitMix64(seed: 6)
    for orientation in [KernelOrientation.crossCorrelation, .convolution] {
      let convolution = try Convolution(
        input: Shape(batch: 2, channels: 3, height: 9, width: 40),
        weights: Shape(batch: 6, channels: 1, height: 5, width: 3),
        geometry: ConvolutionGeometry(padding: Padding(2)), orientation: orientation, groups: 3)
      try check(convolution, hasBias: true, &generator)
    }
  }

  @Test("bit-equal for 1, 2, 3 and 8 workers where the work is shared")
  func workers() throws {
    let convolution = try Convolution(
      input: Shape(height: 300, width: 301), weights: Shape(height: 7, width: 7),
      geometry: ConvolutionGeometry(padding: Padding(3)))
    var generator = SplitMix64(seed: 3)
    let input = try generator.fractions(convolution.input)
    let weights = try product(convolution.weights, &generator)
    let separable = try #require(SeparableConvolution(of: convolution, weights: weights))
    let filters = separable.pack(weights: weights, bias: nil)
    func output(_ workers: Workers) -> [UInt32] {
      Surrounded.output(count: convolution.output.count, input: input.values) { input, output in
        separable.run(input: input, filters: filters, output: output, workspace: Workspace(), workers: workers)
      }.map(\.bitPattern)
    }
    let alone = output(1)
    Burst.run(workers: 8) { crew in
      for workers in [2, 3, 8] { #expect(output(crew.atMost(workers)) == alone, "\(workers) workers") }
    }
  }

  @Test("a kernel is of rank 1 up to a distance of 2⁻²² of its largest cell, and not beyond")
  func tolerance() throws {
    let convolution = try Convolution(
      input: Shape(height: 20, width: 20), weights: Shape(height: 2, width: 2), geometry: ConvolutionGeometry())
    func isSeparable(_ rows: [[Float]]) throws -> Bool {
      SeparableConvolution(of: convolution, weights: try Tensor(rows: rows)) != nil
    }
    #expect(try isSeparable([[1, 2], [2, 4]]))
    // 4 is the largest cell, and 1 stands against 2·2/4.
    #expect(try isSeparable([[1 + 0x1p-21, 2], [2, 4]]))
    #expect(try isSeparable([[1 + 0x1p-20, 2], [2, 4]]))
    #expect(try !isSeparable([[1 + 0x1p-19, 2], [2, 4]]))
    #expect(try !isSeparable([[1, 0], [0, 1]]))
    #expect(try !isSeparable([[0, 0], [0, 0]]))
    #expect(try !isSeparable([[.nan, 1], [1, 1]]))
    var generator = SplitMix64(seed: 9)
    #expect(SeparableConvolution(of: convolution, weights: try generator.fractions(convolution.weights)) == nil)
  }

  @Test("the presets that are outer products are found", arguments: ["gaussian-5", "box-5", "sobel-x", "blur"])
  func presets(name: String) throws {
    let kernel = try #require(KernelPreset.named(name)).weights
    let convolution = try Convolution(
      input: Shape(height: 20, width: 20), weights: kernel.shape, geometry: ConvolutionGeometry())
    #expect(SeparableConvolution(of: convolution, weights: kernel) != nil)
  }
}
