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
  /// How often the input was changed since the task began; what undo took back counts as well.
  package let probes: Int

  package init(
    start: ExplorerState, state: ExplorerState, actions: [ExplorerAction] = [], answer: String? = nil,
    output: Tensor? = nil, probes: Int = 0
  ) {
    self.start = start
    self.state = state
    self.actions = actions
    self.answer = answer
    self.output = output
    self.probes = probes
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
package enum CheckDiagnosis: Sendable, Equatable {
  /// A number, but not the value that is asked for.
  case wrongValue(Prediction.Diagnosis)
  /// The text is no number.
  case notANumber
  /// The window stands on the last cell; there is no next one.
  case noNextCell
  /// The cell asked for has been shown already, so there is nothing to predict.
  case alreadyShown(Coordinate)
  /// The output has no such cell in its current plane.
  case noSuchCell(row: Int, column: Int)
  /// A choice that is not right, by its number from 1, or one that there is not.
  case notThisChoice(Int)
  /// What was chosen is right, and more is.
  case moreChoices
  /// A line that is not meant, from 1, or one that there is not.
  case notThisLine(Int)
  case notThisNumber(Double)
  /// The number has another unit behind it than the one that is asked for.
  case notThisUnit(String)
  /// More edits than the task allows, so many of so many.
  case tooManyEdits(Int, limit: Int)
  /// A kernel that was typed is not the hidden one.
  case wrongKernel(KernelMistake)
  /// The text is no grid of numbers.
  case notAGrid
  /// The kernel is right, and more probes were made than are allowed, so many of so many.
  case tooManyProbes(Int, limit: Int)
  /// The goal is set for a stack with an input of these sides.
  case otherInput([Int])
  /// The answer is right; something else that the task asks for is missing.
  case restMissing
}
