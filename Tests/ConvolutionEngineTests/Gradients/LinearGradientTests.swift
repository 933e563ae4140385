import ConvolutionEngine
import Testing

@Suite struct LinearGradientTests {
  @Test("by hand: two rows of two features, three outputs")
  func byHand() throws {
    let gradients = try LinearGradient.gradients(
      input: Tensor(rows: [[1, 2], [3, 4]]), weights: Tensor(rows: [[1, 0], [0, 1], [5, -1]]),
      outputGradient: Tensor(rows: [[1, 0, 2], [0, 1, -1]]), outputs: 3)
    #expect(try gradients.input == Tensor(rows: [[1 + 10, -2], [-5, 1 + 1]]))
    #expect(try gradients.weights == Tensor(rows: [[1, 2], [3, 4], [2 - 3, 4 - 4]]))
    #expect(gradients.bias.values == [1, 1, 1])
    #expect(try gradients.bias.shape == Shape(channels: 3, height: 1, width: 1))
  }

  @Test("equals the gradients of the convolution that covers its whole input", arguments: UInt64(1)...10)
  func convolution(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let (rows, features, outputs) = (generator.integer(1...4), generator.integer(1...6), generator.integer(1...5))
    let input = try generator.cancelling(Shape(batch: rows, height: 1, width: features))
    let weights = try generator.cancelling(Shape(batch: outputs, height: 1, width: features))
    let gradient = try generator.cancelling(Shape(batch: rows, channels: outputs, height: 1, width: 1))
    let convolution = try Convolution(
      input: input.shape, weights: weights.shape, geometry: ConvolutionGeometry())
    #expect(
      LinearGradient.gradients(input: input, weights: weights, outputGradient: gradient, outputs: outputs)
        == ReferenceConvolutionGradient.gradients(
          of: convolution, input: input, weights: weights, outputGradient: gradient))
  }

  @Test("an empty batch has gradients of zeros")
  func empty() throws {
    let gradients = try LinearGradient.gradients(
      input: Tensor(shape: Shape(height: 0, width: 2)), weights: Tensor(rows: [[1, 2]]),
      outputGradient: Tensor(shape: Shape(height: 0, width: 1)), outputs: 1)
    #expect(gradients.input.values.isEmpty)
    #expect(gradients.weights.values == [0, 0])
    #expect(gradients.bias.values == [0])
  }
}
