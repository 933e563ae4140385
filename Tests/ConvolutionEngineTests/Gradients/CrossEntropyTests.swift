import ConvolutionEngine
import Foundation
import Testing

@Suite struct CrossEntropyTests {
  @Test("by hand: equal logits are a coin with two sides")
  func coin() throws {
    let result = try CrossEntropy(logits: rows([[3, 3], [3, 3]]), classes: [0, 1])
    // log is within an ULP or two.
    #expect(abs(result.loss - 0.6931471805599453) <= 0x1p-51)
    #expect(result.gradient.values == [-0.25, 0.25, 0.25, -0.25])
  }

  @Test("logits too large for exp, and impossible classes")
  func large() throws {
    let result = try CrossEntropy(logits: rows([[1000, 0]]), classes: [1])
    #expect(result.loss == 1000)
    #expect(result.gradient.values == [1, -1])
    let impossible = try CrossEntropy(logits: rows([[0, -.infinity]]), classes: [1])
    #expect(impossible.loss == .infinity)
    #expect(impossible.gradient.values == [1, -1])
  }

  @Test("the gradient is the central difference of the loss", arguments: UInt64(1)...10)
  func differences(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let (batch, count) = (generator.integer(1...4), generator.integer(1...6))
    let logits = try generator.fractions(Shape(batch: batch, height: 1, width: count))
    let classes = (0..<batch).map { _ in generator.integer(0...(count - 1)) }
    let result = try CrossEntropy(logits: logits, classes: classes)
    let values = logits.values.map(Double.init)
    #expect(abs(result.loss - loss(values, classes)) <= 0x1p-48)
    // Step h = 2⁻¹²: the third derivative of the loss is below 1, so the cut is below h²/6 ≈ 10⁻⁸; the loss, below 4, is
    // off by some 2⁻⁵⁰, which makes 2⁻³⁸ of h; and the gradient, at most 1, is rounded to Float32, 2⁻²⁵.
    let step = 0x1p-12
    for index in values.indices {
      var (up, down) = (values, values)
      up[index] += step
      down[index] -= step
      let difference = (loss(up, classes) - loss(down, classes)) / (2 * step)
      #expect(abs(difference - Double(result.gradient.values[index])) <= step * step / 6 + 0x1p-38 + 0x1p-25)
    }
  }

  /// The definition, in Double; logits from −2 to 2 need no care.
  private func loss(_ logits: [Double], _ classes: [Int]) -> Double {
    let count = logits.count / classes.count
    var sum = 0.0
    for (picture, target) in classes.enumerated() {
      let row = logits[(picture * count)..<((picture + 1) * count)]
      sum -= log(exp(row[row.startIndex + target]) / row.reduce(0) { $0 + exp($1) })
    }
    return sum / Double(classes.count)
  }

  @Test("labels that do not fit are refused with the facts")
  func labels() throws {
    let logits = try rows([[1, 2, 3]])
    #expect(throws: CrossEntropyError.labelCount(2, pictures: 1)) { try CrossEntropy(logits: logits, classes: [0, 1]) }
    #expect(throws: CrossEntropyError.noSuchClass(3, classCount: 3)) { try CrossEntropy(logits: logits, classes: [3]) }
    #expect(throws: CrossEntropyError.noSuchClass(-1, classCount: 3)) {
      try CrossEntropy(logits: logits, classes: [-1])
    }
  }

  private func rows(_ rows: [[Float]]) throws -> Tensor {
    try Tensor(shape: Shape(batch: rows.count, height: 1, width: rows[0].count), values: rows.flatMap { $0 })
  }
}
