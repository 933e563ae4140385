import Explorer

/// What is wrong with the golf of a task.
package enum GolfFinding: Sendable, Equatable {
  /// No stack takes the stage when the task begins, so that nobody knows the input.
  case noStack
  /// The space has more stacks than can be tried.
  case tooLarge(Int, limit: Int)
  /// A stack of the space reaches the goal with fewer; its words tell which.
  case parTooHigh(par: Int, best: Int, stack: String)
  /// No stack of the space does as well as that; the best one's score, nil when none reaches the goal at all.
  case parTooLow(par: Int, best: Int?)
  /// The stored solution is better than par: the space lacks it.
  case solutionBeatsPar(par: Int, score: Int)
}

extension LessonAudit {
  /// Proves par by trying every stack of the space.
  ///
  /// - Parameters:
  ///   - start: the explorer when the task begins.
  ///   - end: the explorer after the stored solution.
  static func golf(of task: LessonTask, start: ExplorerState, end: ExplorerState) -> [LessonFinding] {
    guard let golf = task.golf else { return [] }
    func found(_ finding: GolfFinding) -> [LessonFinding] { [.golf(task: task.id, finding)] }
    guard let model = start.stackModel else { return found(.noStack) }
    let count = golf.space.stackCount
    guard count <= GolfSpace.stackLimit else { return found(.tooLarge(count, limit: GolfSpace.stackLimit)) }
    let check = task.check
    let search = GolfSearch(inputAxes: model.study.inputAxes, space: golf.space, score: golf.score) {
      check.holds(for: $0)
    }
    // Most stacks cost more than par and are not walked through; all are only where par is wrong.
    guard let best = search.best(within: golf.par) else {
      return found(.parTooLow(par: golf.par, best: search.best()?.score))
    }
    if best.score < golf.par {
      return found(.parTooHigh(par: golf.par, best: best.score, stack: best.stack.words))
    }
    guard let solved = end.stackModel, check.holds(for: solved), golf.score.value(of: solved) < golf.par else {
      return []
    }
    return found(.solutionBeatsPar(par: golf.par, score: golf.score.value(of: solved)))
  }
}

extension StackStudy {
  /// The layers in the words of actions.
  fileprivate var words: String { layers.map { $0.map(\.word).joined(separator: " ") } ?? "" }
}
