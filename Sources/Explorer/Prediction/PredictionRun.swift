import ConvolutionEngine

/// How a run of predictions goes: from the moment the predict mode is chosen until it is left.
package struct PredictionRun: Sendable, Equatable {
  package internal(set) var score = Score()
  /// The hidden cells that were answered wrongly, as offsets in reading order; they are not right at once any more.
  var missed = RangeSet<Int>()
  /// What came of the last answer; nil before the first one.
  package internal(set) var outcome: Outcome?

  package struct Score: Sendable, Hashable {
    /// Cells that were right with the first answer.
    package internal(set) var atOnce = 0
    /// Cells that were right after wrong answers.
    package internal(set) var later = 0
    /// Cells that were shown without a right answer.
    package internal(set) var skipped = 0
    /// All answers, right and wrong.
    package internal(set) var tries = 0

    /// Cells that are known now because they were asked for.
    package var settled: Int { atOnce + later + skipped }
    /// Cells that were answered rightly, however late.
    package var right: Int { atOnce + later }
  }

  package enum Outcome: Sendable, Equatable {
    case right(Coordinate, value: Float)
    case wrong(Prediction.Diagnosis)
    /// Shown without a right answer.
    case skipped(Coordinate, value: Float)
  }
}
