import Explorer

/// How a game of shape golf stands.
package struct GolfStanding: Sendable, Equatable {
  package let score: GolfScore
  package let par: Int
  /// The score of the present stack; nil while it does not reach the goal.
  package let present: Int?
  /// The best score since the lesson was opened; nil before the first.
  package let best: Int?
}

extension LessonSession {
  /// The standing of the page's task; nil where it is no golf.
  package func golfStanding(in state: ExplorerState) -> GolfStanding? {
    guard let task, let golf = task.golf else { return nil }
    return GolfStanding(
      score: golf.score, par: golf.par, present: presentScore(in: state), best: bestScores[task.id])
  }

  /// The score of a stack that reaches the goal.
  private func presentScore(in state: ExplorerState) -> Int? {
    guard let task, let golf = task.golf, let model = state.stackModel, golfRefusal(of: state) == nil,
      task.check.holds(for: model)
    else { return nil }
    return golf.score.value(of: model)
  }

  /// Par is proved for the input that the task begins with; with another one the goal is another.
  func golfRefusal(of state: ExplorerState) -> CheckDiagnosis? {
    guard task?.golf != nil, case .stack(let before)? = start.document.study,
      case .stack(let now)? = state.document.study, now.inputAxes != before.inputAxes
    else { return nil }
    return .otherInput(before.inputAxes)
  }

  /// Keeps the score when it is the best so far, before and after the task is solved.
  mutating func keepScore(of state: ExplorerState) {
    guard let task, let score = presentScore(in: state) else { return }
    bestScores[task.id] = min(score, bestScores[task.id] ?? Int.max)
  }
}
