import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Mistakes in random convolutions")
struct RandomMistakesTests {
  /// What needs another question, a pool, or no mistake at all.
  private static let others: Set<Prediction.Mistake> = [
    .currentCell, .belowCurrent, .roundedTooFar, .unknown, .unknownWithoutWeights, .meanNotLargest, .largestNotMean,
    .smallestValue, .onlyAdded,
    .countedPadding, .uncountedPadding,
  ]

  @Test("each mistake is recognised when it is made and not otherwise", arguments: [1, 2, 3] as [UInt64])
  func recognised(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var counts: [Prediction.Mistake: Int] = [:]
    for trial in 0..<120 {
      let convolution = MistakenConvolution(using: &generator)
      guard let experiment = try? convolution.experiment() else { continue }
      let place = MistakenConvolution.Place(
        filter: Int.random(in: 0..<convolution.kernels.count, using: &generator),
        row: Int.random(in: 0..<convolution.height, using: &generator),
        column: Int.random(in: 0..<convolution.width, using: &generator))
      let prediction = Prediction(
        experiment: experiment, asked: Coordinate(channel: place.filter, row: place.row, column: place.column))
      let right = try #require(convolution.value(place))
      let trail: Comment = "seed \(seed), trial \(trial)"
      #expect(try diagnosis(of: right, prediction) == nil, trail)

      let mistakes = convolution.mistakes(at: place)
      for (mistake, values) in mistakes {
        for value in values where value != right {
          // Where several mistakes come to the same number, the likelier is told.
          let made = Set(mistakes.filter { $0.value.contains(value) }.keys)
          let expected = Prediction.Mistake.allCases.first { made.contains($0) }
          let found = try diagnosis(of: value, prediction)
          #expect(found == expected, "\(mistake) \(value), \(trail)")
          if made == [mistake], found == mistake { counts[mistake, default: 0] += 1 }
        }
      }
      // A number that nothing leads to is none of them: all values here are multiples of 1/4096.
      #expect(try diagnosis(of: right + 1 + 1 / 8192, prediction) == .unknown, trail)
    }
    for mistake in Prediction.Mistake.allCases where !Self.others.contains(mistake) {
      #expect(counts[mistake, default: 0] >= 3, "\(mistake) was hardly ever made, seed \(seed)")
    }
  }

  private func diagnosis(of value: Double, _ prediction: Prediction) throws -> Prediction.Mistake? {
    prediction.judge(try #require(AnswerText(NumberText.shortest(Float(value)))))?.mistake
  }
}
