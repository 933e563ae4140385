import ConvolutionEngine
import Foundation
import Testing

/// Three steps of PyTorch in float64 from Float32 weights, recorded by `Scripts/record-fixtures`; the first line of
/// `Fixtures/Training/index.txt` names the version.
@Suite struct TrainingFixtureTests {
  static let cases = RecordedCase.cases(in: RecordedCase.folder.appending(path: "Training"))

  /// Ours takes every sum in Double too, but keeps what comes out as Float32: 2⁻²⁴ of a number below 1 each time. Some ten
  /// such roundings lie between an image and a loss, and as many on the way back, of which a tenth, the rate, reaches a
  /// weight in each of three steps: together less than 2⁻²⁰, and in fact less than 2⁻²³, since they do not all point one way.
  static let tolerance = 0x1p-20

  @Test("losses and weights follow PyTorch's over three steps with momentum")
  func follows() throws {
    let recorded = try #require(Self.cases.first)
    func number(_ key: String) throws -> Double { try #require(recorded.words[key].flatMap(Double.init)) }
    func array(_ name: String) throws -> RecordedArray {
      try RecordedArray(contentsOf: recorded.folder.appending(path: name + ".npy"))
    }
    let network = try Digits.convolutional()
    let parameters = try network.parameters()
    var initial: [String: NDArray<Float>] = [:]
    for parameter in parameters { initial[parameter.name] = try array("initial-" + parameter.name).single }
    var trainer = try Trainer(
      network, method: GradientDescent(learningRate: number("learning-rate"), momentum: number("momentum")),
      weights: NetworkWeights(for: network, initial), seed: 0)
    let (images, labels, losses) = try (
      recorded.array("images"), recorded.array("labels"), recorded.array("losses")
    )
    let (steps, batch) = (images.axes[0], images.axes[1])
    let size = images.values.count / steps
    for step in 0..<steps {
      let loss = try trainer.step(
        images: Tensor(
          shape: Shape(batch: batch, height: 8, width: 8),
          values: images.values[(step * size)..<((step + 1) * size)].map { Float($0) }),
        labels: labels.values[(step * batch)..<((step + 1) * batch)].map { Int($0) })
      #expect(abs(try #require(loss) - losses.values[step]) <= Self.tolerance, "step \(step)")
    }
    for parameter in parameters {
      let values = try #require(trainer.weights[parameter.name]).values
      let expected = try array("final-" + parameter.name).values
      let worst = zip(values, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
      #expect(worst <= Self.tolerance, "\(parameter.name)")
    }
  }
}
