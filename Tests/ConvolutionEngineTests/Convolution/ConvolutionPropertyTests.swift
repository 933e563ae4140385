import ConvolutionEngine
import Testing

/// Laws of convolution over random legal options. Values are small whole numbers, so that every sum is exact and the
/// laws hold to the bit.
@Suite struct ConvolutionPropertyTests {
  static let seeds = Array(UInt64(1)...40)

  private func output(_ options: ConvolutionCase, _ input: Tensor, _ weights: Tensor) throws -> Tensor {
    var options = options
    options.hasBias = false
    return try ReferenceConvolution.output(of: options.convolution, input: input, weights: weights)
  }

  private func combine(_ left: Tensor, _ right: Tensor, _ operation: (Float, Float) -> Float) throws -> Tensor {
    try Tensor(shape: left.shape, values: zip(left.values, right.values).map(operation))
  }

  @Test("linear in the input and in the weights: f(3a + b) = 3 f(a) + f(b)", arguments: seeds)
  func linearity(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let options = ConvolutionCase.random(&generator)
    let (a, b) = try (generator.integers(options.inputShape), generator.integers(options.inputShape))
    let (v, w) = try (generator.integers(options.weightShape), generator.integers(options.weightShape))
    func mix(_ left: Tensor, _ right: Tensor) throws -> Tensor { try combine(left, right) { 3 * $0 + $1 } }
    #expect(try output(options, mix(a, b), w) == mix(output(options, a, w), output(options, b, w)))
    #expect(try output(options, a, mix(v, w)) == mix(output(options, a, v), output(options, a, w)))
  }

  @Test(
    "true convolution is cross-correlation with the kernel turned by 180°, and turning twice changes nothing",
    arguments: seeds)
  func flip(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var options = ConvolutionCase.random(&generator)
    let input = try generator.fractions(options.inputShape)
    let weights = try generator.fractions(options.weightShape)
    let turned = try turn(weights)
    options.orientation = .convolution
    let convolved = try output(options, input, weights)
    options.orientation = .crossCorrelation
    #expect(try convolved == output(options, input, turned))
    #expect(try turn(turned) == weights)
  }

  private func turn(_ weights: Tensor) throws -> Tensor {
    let plane = weights.shape.height * weights.shape.width
    let values = stride(from: 0, to: weights.shape.count, by: plane).flatMap {
      weights.values[$0..<($0 + plane)].reversed()
    }
    return try Tensor(shape: weights.shape, values: values)
  }

  @Test("a delta kernel shifts the input by its place", arguments: [(0, 0), (0, 2), (1, 1), (2, 0), (2, 2)])
  func delta(row: Int, column: Int) throws {
    var generator = SplitMix64(seed: 7)
    let input = try generator.fractions(Shape(height: 6, width: 8))
    var kernel = try Tensor(shape: Shape(height: 3, width: 3))
    kernel[row: row, column: column] = 1
    let result = try output(
      ConvolutionCase(input: PerAxis(vertical: 6, horizontal: 8), kernel: PerAxis(3)), input, kernel)
    for outputRow in 0..<4 {
      for outputColumn in 0..<6 {
        #expect(
          result[row: outputRow, column: outputColumn] == input[row: outputRow + row, column: outputColumn + column])
      }
    }
  }

  @Test("shifting a circular input shifts the output")
  func shift() throws {
    var generator = SplitMix64(seed: 11)
    let options = ConvolutionCase(
      input: PerAxis(vertical: 5, horizontal: 7), kernel: PerAxis(3), padding: Padding(1), mode: PerAxis(.circular))
    let input = try generator.fractions(options.inputShape)
    let weights = try generator.fractions(options.weightShape)
    func shifted(_ tensor: Tensor) -> Tensor {
      var result = tensor
      for row in 0..<5 {
        for column in 0..<7 {
          result[row: (row + 2) % 5, column: (column + 3) % 7] = tensor[row: row, column: column]
        }
      }
      return result
    }
    #expect(try output(options, shifted(input), weights) == shifted(output(options, input, weights)))
  }
}
