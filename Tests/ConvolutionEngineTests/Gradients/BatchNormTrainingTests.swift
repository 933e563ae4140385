import ConvolutionEngine
import Testing

@Suite struct BatchNormTrainingTests {
  @Test("by hand: two channels of two values")
  func byHand() throws {
    let input = try Tensor(shape: Shape(batch: 2, channels: 2, height: 1, width: 1), values: [1, 10, 3, 10])
    let vector = try Shape(channels: 2, height: 1, width: 1)
    let training = try BatchNormTraining(
      input: input, weights: Tensor(shape: vector, values: [2, 3]), bias: Tensor(shape: vector, values: [5, 7]),
      epsilon: 3)
    #expect(training.mean == [2, 10])
    #expect(training.variance == [1, 0])
    #expect(training.valuesPerChannel == 2)
    // Divided by √(1 + 3) = 2, times 2, plus 5; the other channel does not vary.
    #expect(training.output.values == [4, 7, 6, 7])
    let gradients = try training.gradients(
      outputGradient: Tensor(shape: input.shape, values: [1, 1, 3, 2]))
    #expect(gradients.bias.values == [4, 3])
    // x̂ is −1/2 and 1/2 in the first channel, 0 in the second.
    #expect(gradients.weights.values == [1, 0])
    // First channel: 2/2 · (g − 2 − x̂·1/2); second: 3/√3 · (g − 3/2).
    #expect(gradients.input.values == [-0.75, Float(-(3.0).squareRoot() / 2), 0.75, Float((3.0).squareRoot() / 2)])
  }

  @Test("the gradients are the central differences of ⟨g, output⟩", arguments: UInt64(1)...8)
  func differences(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let shape = try Shape(
      batch: generator.integer(2...3), channels: generator.integer(1...3), height: generator.integer(1...2),
      width: generator.integer(1...3))
    let vector = try Shape(channels: shape.channels, height: 1, width: 1)
    let epsilon = 0.25
    let input = try generator.fractions(shape)
    let (weights, bias) = try (generator.fractions(vector), generator.fractions(vector))
    let g = try generator.fractions(shape)
    let gradients = BatchNormTraining(input: input, weights: weights, bias: bias, epsilon: epsilon)
      .gradients(outputGradient: g)
    func loss(_ x: [Double], _ scale: [Double], _ shift: [Double]) -> Double {
      zip(g.values, normalised(x, shape, scale, shift, epsilon)).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
    func differences(_ values: [Double], _ loss: ([Double]) -> Double) -> [Double] {
      values.indices.map { index in
        var (up, down) = (values, values)
        up[index] += Self.step
        down[index] -= Self.step
        return (loss(up) - loss(down)) / (2 * Self.step)
      }
    }
    let (x, scale, shift) = (
      input.values.map(Double.init), weights.values.map(Double.init), bias.values.map(Double.init)
    )
    let pairs = [
      (gradients.input, differences(x) { loss($0, scale, shift) }),
      (gradients.weights, differences(scale) { loss(x, $0, shift) }),
      (gradients.bias, differences(shift) { loss(x, scale, $0) }),
    ]
    for (gradient, expected) in pairs {
      for (value, difference) in zip(gradient.values, expected) {
        #expect(abs(Double(value) - difference) <= Self.tolerance)
      }
    }
  }

  /// Step h = 2⁻¹². With ε = 1/4, σ ≥ 1/2 divides: a third derivative of ⟨g, y⟩, at most 18 values long, is far below
  /// 18·6/σ³ < 2¹⁰, so the cut is below 2¹⁰·h²/6 < 2⁻¹⁶; rounding adds 2⁻⁴⁹/h = 2⁻³⁷, and Float32 2⁻²⁰ below 16.
  private static let step = 0x1p-12
  private static let tolerance = 0x1p-15

  /// The definition, in Double.
  private func normalised(
    _ x: [Double], _ shape: Shape, _ scale: [Double], _ shift: [Double], _ epsilon: Double
  ) -> [Double] {
    let channels = x.indices.map { shape.coordinate(at: $0).channel }
    func mean(_ values: [Double]) -> [Double] {
      (0..<shape.channels).map { channel in
        let own = values.indices.filter { channels[$0] == channel }.map { values[$0] }
        return own.reduce(0, +) / Double(own.count)
      }
    }
    let means = mean(x)
    let variances = mean(x.indices.map { (x[$0] - means[channels[$0]]) * (x[$0] - means[channels[$0]]) })
    return x.indices.map { index in
      let channel = channels[index]
      return (x[index] - means[channel]) / (variances[channel] + epsilon).squareRoot() * scale[channel] + shift[channel]
    }
  }
}
