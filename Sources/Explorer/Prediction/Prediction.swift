import ConvolutionEngine

/// The question "what is the value of this output cell?", and the judgement of an answer to it.
package struct Prediction: Sendable {
  package let experiment: Experiment
  /// The cell that is asked for; it lies inside the output.
  package let asked: Coordinate
  /// The cell that the window stands on while one answers: the one asked for, or the one before it.
  package let window: Coordinate

  /// - Parameters:
  ///   - asked: a cell inside the output.
  ///   - window: a cell inside the output; nil for the one that is asked for.
  package init(experiment: Experiment, asked: Coordinate, window: Coordinate? = nil) {
    self.experiment = experiment
    self.asked = asked
    self.window = window ?? asked
  }

  /// The value that is asked for.
  package var expected: Float { experiment.value(at: asked) }

  /// What is wrong with an answer; nil when it is right.
  package func judge(_ answer: AnswerText) -> Diagnosis? {
    let expected = expected
    guard !answer.isRight(for: expected) else { return nil }
    let known = Mistake.allCases.first { mistake in
      values(of: mistake, expected: expected).contains { answer.isRight(for: $0) }
    }
    let mistake = known ?? (answer.isRoundedTooFar(expected) ? .roundedTooFar : unknown)
    return Diagnosis(asked: asked, given: answer.value, mistake: mistake)
  }

  /// What an answer is that no mistake explains.
  private var unknown: Mistake { experiment.operands[.weights] == nil ? .unknownWithoutWeights : .unknown }

  /// Why an answer is wrong, as facts.
  package struct Diagnosis: Sendable, Equatable {
    /// The output cell that was asked for.
    package let asked: Coordinate
    /// The number that was given.
    package let given: Float
    package let mistake: Mistake

    package init(asked: Coordinate, given: Float, mistake: Mistake) {
      self.asked = asked
      self.given = given
      self.mistake = mistake
    }
  }

  /// What a wrong number is instead, the likeliest first: where several come to the same number, the first is told.
  package enum Mistake: String, Sendable, CaseIterable {
    /// The right magnitude with the other sign.
    case flippedSign
    /// The value of the cell that the window stands on, when the next one is asked for.
    case currentCell
    /// The sum without the bias.
    case forgotBias
    /// Of a pool the mean of the values where their largest is wanted, and the other way round.
    case meanNotLargest, largestNotMean
    /// The smallest value under the window of a pool.
    case smallestValue
    /// The sum of the values under the window of a pool.
    case onlyAdded
    /// The padding of a pool counted as zeros where it does not count.
    case countedPadding
    /// The padding not counted in a mean where it does.
    case uncountedPadding
    /// Computed as if there were no padding: the window stands too far down and right.
    case forgotPadding
    /// Computed with zeros outside, where the padding mirrors, repeats or wraps.
    case paddedWithZeros
    /// Computed as with stride 1, or one input cell on from the output cell before.
    case ignoredStride
    /// Computed with the taps of the kernel side by side.
    case ignoredDilation
    /// Computed with the kernel turned by 180° where it is laid on as it stands.
    case turnedKernel
    /// Computed with the kernel as it stands where it has to be turned.
    case unturnedKernel
    /// Computed with rows and columns of the kernel swapped.
    case transposedKernel
    /// The value of the cell below the one that the window stands on, when the next one is asked for.
    case belowCurrent
    /// The value of a neighbour of the cell that is asked for.
    case cellLeft, cellRight, cellAbove, cellBelow
    /// The value of the cell before or after in reading order, at the end of another row.
    case previousCell, nextCell
    /// The value of the cell with row and column swapped.
    case swappedAxes
    /// The sum of the input cells, without the weights.
    case withoutWeights
    /// The sum over one of several input channels.
    case onlyOneChannel
    /// Computed without the last product or value.
    case forgotLastTerm
    /// The value with fewer decimals than it needs.
    case roundedTooFar
    /// None of these.
    case unknown
    /// None of these, where there are no weights to multiply by: pools, activations, softmax.
    case unknownWithoutWeights
  }
}
