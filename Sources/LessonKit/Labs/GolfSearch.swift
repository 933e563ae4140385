import ConvolutionEngine
import Explorer

/// Tries all stacks of a space for the one that reaches a goal with the best score.
///
/// A depth-first walk over the layers. A stack that does not fit together is left with everything that would begin with it,
/// and so is one whose score is no better than the best so far: no score falls with another layer. What is left out can
/// therefore not win, and the answer is that of trying every stack.
package struct GolfSearch {
  /// The sides of the input: channels, height, width.
  package let inputAxes: [Int]
  package let space: GolfSpace
  package let score: GolfScore
  package let goal: @Sendable (StackModel) -> Bool

  package init(
    inputAxes: [Int], space: GolfSpace, score: GolfScore, goal: @escaping @Sendable (StackModel) -> Bool
  ) {
    self.inputAxes = inputAxes
    self.space = space
    self.score = score
    self.goal = goal
  }

  /// A stack that reaches the goal, and its score.
  package struct Hit: Sendable, Equatable {
    package let score: Int
    package let stack: StackStudy
  }

  /// The best stack whose score is at most a limit; of several with that score the first in the order of the choices.
  ///
  /// - Returns: nil when there is none, or when the space has more stacks than `GolfSpace.stackLimit`.
  /// - Complexity: one `StackModel` for each stack that is walked to, `space.stackCount` at most.
  package func best(within limit: Int = Int.max) -> Hit? {
    guard space.stackCount <= GolfSpace.stackLimit else { return nil }
    var best: Hit?
    extend([], choices: space.choices, limit: limit, best: &best)
    return best
  }

  private func extend(_ layers: [StackLayer], choices: [StackLayer], limit: Int, best: inout Hit?) {
    guard layers.count < space.layers else { return }
    for choice in choices {
      let stack = StackStudy(inputAxes: inputAxes, layers: layers + [choice])
      guard let model = try? StackModel(stack) else { continue }
      let score = score.value(of: model)
      guard score <= limit, score < best?.score ?? Int.max else { continue }
      if goal(model) { best = Hit(score: score, stack: stack) }
      extend(layers + [choice], choices: choices, limit: limit, best: &best)
    }
  }
}
