import ConvolutionEngine
import Testing

@Suite struct ReLUGradientTests {
  @Test("passed on above 0, nothing at 0 and below, and passed on where the input is not a number")
  func values() throws {
    let input = try Tensor(rows: [[-1, -0.0, 0, .leastNonzeroMagnitude, 2, .nan, -.infinity]])
    let gradient = try Tensor(rows: [[1, 2, 3, 4, 5, 6, 7]])
    #expect(
      try ReLUGradient.input(input, outputGradient: gradient) == Tensor(rows: [[0, 0, 0, 4, 5, 6, 0]]))
  }
}
