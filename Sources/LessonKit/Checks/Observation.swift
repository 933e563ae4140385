import ConvolutionEngine
import Explorer

/// What a check may look at.
package struct Observation: Sendable {
  /// The explorer when the task began.
  package let start: ExplorerState
  /// The explorer now.
  package let state: ExplorerState
  /// What was done since the task began; of very many actions the latest.
  package let actions: [ExplorerAction]
  /// What was typed, for checks that ask for an answer.
  package let answer: String?
  /// The whole present output when it is known; without it small outputs are computed.
  package let output: Tensor?

  package init(
    start: ExplorerState, state: ExplorerState, actions: [ExplorerAction] = [], answer: String? = nil,
    output: Tensor? = nil
  ) {
    self.start = start
    self.state = state
    self.actions = actions
    self.answer = answer
    self.output = output
  }
}

/// What a check finds.
package enum Verdict: Sendable, Equatable {
  case passed
  /// Something is still to be done, or an output is still being computed.
  case notYet
  /// An answer was given and is wrong.
  case wrong(CheckDiagnosis)
}

/// Why an answer is wrong, as facts.
package struct CheckDiagnosis: Sendable, Equatable {
  /// The output cell that was asked for; nil when there is no next cell.
  package let asked: Coordinate?
  /// The number that was typed; nil when none could be read.
  package let given: Float?
  package let mistake: Mistake

  /// What the given number is instead, as far as it can be told.
  package enum Mistake: Sendable, Equatable, CaseIterable {
    /// None of the known ones.
    case unknown
    /// The text is no number.
    case notANumber
    /// The value of the current cell instead of the next one.
    case currentCell
    /// The right magnitude with the other sign.
    case flippedSign
    /// Computed with the kernel turned by 180°, or not turned where it should be.
    case flippedKernel
    /// Computed as if there were no padding: the window stands too far down and right.
    case forgotPadding
    /// Computed one cell further on although the stride is larger than 1.
    case forgotStride
    /// The sum of the input cells, without the weights.
    case withoutWeights
    /// The value of the cell below the current one.
    case cellBelow
    /// The window stands on the last cell; there is no next one.
    case noNextCell
    /// The cell asked for has been shown already, so there is nothing to predict.
    case alreadyShown
    /// The answer is right; something else that the task asks for is missing.
    case restMissing
  }

  package init(asked: Coordinate?, given: Float?, mistake: Mistake) {
    self.asked = asked
    self.given = given
    self.mistake = mistake
  }
}
