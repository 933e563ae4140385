import Testing

@testable import ConvolutionEngine

/// Held against the bands of `FilterConvolution`, which have their own tests against the reference.
@Suite struct TinyConvolutionTests {
  /// Both ways through one filter, on every width of vectors; expects equal bits.
  private func check(_ options: ConvolutionCase, _ generator: inout SplitMix64) throws {
    let convolution = try options.convolution
    let (input, weights) = try (generator.fractions(convolution.input), generator.fractions(convolution.weights))
    let bias = try generator.fractions(Shape(channels: options.filters, height: 1, width: 1))
    #expect(TinyConvolution.takes(convolution))
    for kernels in VectorKernels.available {
      let results = try [TinyConvolution.largestPlane, 0].map { tinyPlane in
        let filter = try #require(
          FilterConvolution(
            of: convolution, kernels: kernels, limits: FilterConvolution.Limits(tinyPlane: tinyPlane)))
        let filters = filter.pack(weights: weights, bias: bias)
        return Surrounded.output(count: convolution.output.count, input: input.values) { input, output in
          filter.run(input: input, filters: filters, output: output, workspace: Workspace())
        }.map(\.bitPattern)
      }
      #expect(results[0] == results[1], "\(kernels.name): \(options)")
    }
  }

  @Test("a 2×2 picture under 3×3 ones, by hand: with a ring of zeros every window sees all four cells")
  func byHand() throws {
    let convolution = try Convolution(
      input: Shape(height: 2, width: 2), weights: Shape(height: 3, width: 3),
      geometry: ConvolutionGeometry(padding: Padding(1)))
    let filter = try #require(FilterConvolution(of: convolution))
    let filters = filter.pack(
      weights: Tensor(shape: convolution.weights, repeating: 1),
      bias: Tensor(shape: try Shape(height: 1, width: 1), repeating: 10))
    let result = Surrounded.output(count: 4, input: [1, 2, 3, 4]) { input, output in
      filter.run(input: input, filters: filters, output: output, workspace: Workspace())
    }
    #expect(result == [20, 20, 20, 20])
  }

  @Test("bit-equal to bands for every width and height of the output", arguments: Array(1...32))
  func sizes(size: Int) throws {
    var generator = SplitMix64(seed: UInt64(size))
    let other = 33 - size
    for (kernel, padding) in [(3, 1), (2, 0), (5, 3), (1, 0)] {
      let input = PerAxis(vertical: other + kernel - 1 - 2 * padding, horizontal: size + kernel - 1 - 2 * padding)
      guard min(input.vertical, input.horizontal) > 0 else { continue }
      try check(ConvolutionCase(input: input, kernel: PerAxis(kernel), padding: Padding(padding)), &generator)
    }
  }

  @Test(
    "bit-equal to bands for every kernel, uneven padding and all that may stand there", arguments: PaddingMode.allCases)
  func kernels(mode: PaddingMode) throws {
    var generator = SplitMix64(seed: 2)
    for height in 1...7 {
      for width in 1...7 {
        let options = ConvolutionCase(
          batch: 2, filters: 2, input: PerAxis(vertical: 6, horizontal: 7),
          kernel: PerAxis(vertical: height, horizontal: width), padding: Padding(top: 1, left: 3, bottom: 4, right: 0),
          mode: PerAxis(vertical: mode, horizontal: generator.element(of: PaddingMode.allCases) ?? mode),
          orientation: .convolution)
        try check(options, &generator)
      }
    }
  }

  @Test("refuses larger outputs and larger kernels")
  func refusals() throws {
    func isTaken(input: Int, kernel: Int) throws -> Bool {
      let options = ConvolutionCase(input: PerAxis(vertical: input, horizontal: 9), kernel: PerAxis(kernel))
      return TinyConvolution.takes(try options.convolution)
    }
    #expect(try isTaken(input: 34, kernel: 3))
    #expect(try !isTaken(input: 35, kernel: 3))
    #expect(try !isTaken(input: 9, kernel: 8))
  }
}
