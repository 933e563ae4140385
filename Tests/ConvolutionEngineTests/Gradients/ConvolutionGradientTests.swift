import ConvolutionEngine
import Testing

@Suite struct ConvolutionGradientTests {
  static let seeds = Array(UInt64(1)...40)

  @Test("by hand: 3×3 under a 2×2 kernel")
  func byHand() throws {
    let options = ConvolutionCase(input: PerAxis(3), kernel: PerAxis(2))
    let input = try Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let weights = try Tensor(rows: [[1, 2], [3, 4]])
    let gradient = try Tensor(rows: [[1, -1], [2, 0]])
    let expected = try OperandGradients(
      // The kernel laid down at (0,0) once, at (0,1) −1 times and at (1,0) twice.
      input: Tensor(rows: [[1, 1, -2], [5, 5, -4], [6, 8, 0]]),
      // Each tap: 1·x − 1·(its right neighbour) + 2·(the one below).
      weights: Tensor(rows: [[1 - 2 + 8, 2 - 3 + 10], [4 - 5 + 14, 5 - 6 + 16]]),
      bias: Tensor(rows: [[2]]))
    #expect(
      try ReferenceConvolutionGradient.gradients(
        of: options.convolution, input: input, weights: weights, outputGradient: gradient) == expected)
    #expect(
      try ConvolutionGradient.gradients(
        of: options.convolution, input: input, weights: weights, outputGradient: gradient) == expected)
  }

  @Test("by hand: a ghost's gradient goes to the cell it repeats, a zero's to nobody")
  func ghosts() throws {
    let input = try Tensor(rows: [[3]])
    let weights = try Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let gradient = try Tensor(rows: [[2]])
    var options = ConvolutionCase(input: PerAxis(1), kernel: PerAxis(3), padding: Padding(1))
    func gradients() throws -> OperandGradients {
      try ConvolutionGradient.gradients(
        of: options.convolution, input: input, weights: weights, outputGradient: gradient)
    }
    let zeros = try gradients()
    #expect(try zeros.input == Tensor(rows: [[2 * 5]]))
    #expect(try zeros.weights == Tensor(rows: [[0, 0, 0], [0, 6, 0], [0, 0, 0]]))
    options.mode = PerAxis(.replicate)
    let replicate = try gradients()
    #expect(try replicate.input == Tensor(rows: [[2 * 45]]))
    #expect(try replicate.weights == Tensor(rows: [[6, 6, 6], [6, 6, 6], [6, 6, 6]]))
  }

  @Test(
    "the gradient is the difference: L(x + d) − L(x) = ⟨dL/dx, d⟩ for any step d, as for weights and bias",
    arguments: seeds)
  func differences(seed: UInt64) throws {
    // L(x) = ⟨g, conv(x)⟩ is linear in each operand, and whole numbers are exact: no step is too large, and nothing rounds.
    // With the first terms of both sides this is ⟨g, conv d⟩ = ⟨convᵀ g, d⟩, the adjoint property.
    var generator = SplitMix64(seed: seed)
    let convolution = try GradientCase(&generator).convolution
    let (x, d) = try (generator.integers(convolution.input), generator.integers(convolution.input))
    let (w, v) = try (generator.integers(convolution.weights), generator.integers(convolution.weights))
    let bias = try generator.integers(Shape(channels: convolution.output.channels, height: 1, width: 1))
    let g = try generator.integers(convolution.output)
    let gradients = ConvolutionGradient.gradients(of: convolution, input: x, weights: w, outputGradient: g)
    func loss(_ input: Tensor, _ weights: Tensor, _ bias: Tensor? = nil) -> Double {
      g.dot(ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias))
    }
    #expect(try loss(x.adding(d), w) - loss(x, w) == gradients.input.dot(d))
    #expect(try loss(x, w.adding(v)) - loss(x, w) == gradients.weights.dot(v))
    #expect(loss(x, w, bias) - loss(x, w) == gradients.bias.dot(bias))
  }

  @Test("the gradient of the input is the transposed convolution of the output's", arguments: seeds)
  func transposed(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let convolution = try GradientCase(&generator, mode: .zeros).convolution
    let weights = try generator.integers(convolution.weights)
    let gradient = try generator.integers(convolution.output)
    let (shape, kernel) = (convolution.input, convolution.weights)
    let transposed = try TransposedConvolution(
      input: convolution.output, weights: kernel, geometry: convolution.geometry,
      outputPadding: PerAxis(
        vertical: convolution.geometry.vertical.droppedCount(input: shape.height, kernel: kernel.height),
        horizontal: convolution.geometry.horizontal.droppedCount(input: shape.width, kernel: kernel.width)),
      orientation: convolution.orientation, groups: convolution.groups)
    try #require(transposed.output == shape)
    let gradients = try ConvolutionGradient.gradients(
      of: convolution, input: generator.integers(shape), weights: weights, outputGradient: gradient)
    for offset in 0..<shape.count {
      let cell = shape.coordinate(at: offset)
      #expect(
        gradients.input[cell]
          == ReferenceTransposedConvolution.value(of: transposed, at: cell, input: gradient, weights: weights))
    }
  }

  @Test("over zeros the quick form has the reference's bits", arguments: seeds, ValueKind.allCases)
  func bits(seed: UInt64, kind: ValueKind) throws {
    var generator = SplitMix64(seed: seed)
    let convolution = try GradientCase(&generator, mode: .zeros).convolution
    let (input, weights, gradient) = try (
      generator.values(kind, convolution.input), generator.values(kind, convolution.weights),
      generator.values(kind, convolution.output)
    )
    #expect(
      ConvolutionGradient.gradients(of: convolution, input: input, weights: weights, outputGradient: gradient)
        == ReferenceConvolutionGradient.gradients(
          of: convolution, input: input, weights: weights, outputGradient: gradient))
  }

  @Test("over repeated cells the quick form has the reference's weights, and its input within the stated bound")
  func repeated() throws {
    for seed in Self.seeds {
      var generator = SplitMix64(seed: seed)
      let convolution = try GradientCase(&generator).convolution
      let (input, weights, gradient) = try (
        generator.fractions(convolution.input), generator.fractions(convolution.weights),
        generator.fractions(convolution.output)
      )
      let quick = ConvolutionGradient.gradients(
        of: convolution, input: input, weights: weights, outputGradient: gradient)
      let reference = ReferenceConvolutionGradient.gradients(
        of: convolution, input: input, weights: weights, outputGradient: gradient)
      #expect(quick.weights == reference.weights)
      #expect(quick.bias == reference.bias)
      let magnitudes = ReferenceConvolutionGradient.gradients(
        of: convolution, input: input, weights: weights.magnitudes, outputGradient: gradient.magnitudes)
      // No input cell has more products than there are; two sums, each then rounded to Float32, which a tie may part.
      let count = Double(convolution.output.count * convolution.tapsPerCell)
      for (offset, value) in quick.input.values.enumerated() {
        let bound = 2 * count * 0x1p-53 * Double(magnitudes.input.values[offset]) + Double(value.ulp)
        #expect(abs(Double(value) - Double(reference.input.values[offset])) <= bound, "seed \(seed), cell \(offset)")
      }
    }
  }

  @Test("corner shapes, among them padding out of all proportion", arguments: ConvolutionCase.corners + [.remote])
  func corners(options: ConvolutionCase) throws {
    var generator = SplitMix64(seed: 3)
    let convolution = try GradientCase(options).convolution
    let (input, weights) = try (generator.integers(convolution.input), generator.integers(convolution.weights))
    let gradient = try generator.integers(convolution.output)
    #expect(
      ConvolutionGradient.gradients(of: convolution, input: input, weights: weights, outputGradient: gradient)
        == ReferenceConvolutionGradient.gradients(
          of: convolution, input: input, weights: weights, outputGradient: gradient))
  }

  @Test("the sample step stands before the gradients of input and weights, not of the bias")
  func sampleStep() throws {
    let convolution = try Convolution(
      input: Shape(height: 1, width: 3), weights: Shape(height: 1, width: 2), geometry: ConvolutionGeometry(),
      sampleStep: 0.5)
    let gradients = try ConvolutionGradient.gradients(
      of: convolution, input: Tensor(rows: [[1, 2, 3]]), weights: Tensor(rows: [[4, 6]]),
      outputGradient: Tensor(rows: [[1, 1]]))
    #expect(try gradients.input == Tensor(rows: [[2, 5, 3]]))
    #expect(try gradients.weights == Tensor(rows: [[1.5, 2.5]]))
    #expect(try gradients.bias == Tensor(rows: [[2]]))
  }
}

extension ConvolutionCase {
  /// Two windows a billion cells apart, of which one touches the input: padded maps would take exabytes.
  fileprivate static let remote = ConvolutionCase(
    input: PerAxis(2), kernel: PerAxis(2), stride: PerAxis(1 << 30), padding: Padding(1 << 30))
}

extension Tensor {
  fileprivate func adding(_ other: Tensor) throws -> Tensor {
    try Tensor(shape: shape, values: zip(values, other.values).map(+))
  }
}
