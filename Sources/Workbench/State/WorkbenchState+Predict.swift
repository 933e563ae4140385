import Explorer

/// The predict mode as it is typed and told.
extension WorkbenchState {
  /// Whether a number that is typed on the output is an answer: to the lesson's task, or in the predict mode.
  var takesAnswer: Bool { asksForAnswer || explorer.askedCell != nil }

  /// Why no answer is taken now.
  mutating func refuseAnswer(otherwise key: TextKey) {
    guard explorer.document.reveal == .predict else {
      refuse(key)
      return
    }
    let cell = explorer.cell
    message = StatusMessage(
      text: texts.sentence(for: .nothingAsked(row: cell.row, column: cell.column)), kind: .problem)
  }

  /// Judges what was typed in the predict mode; a wrong answer asks again with the reason.
  mutating func predict(_ text: String) -> [Effect] {
    guard let answer = AnswerText(text) else {
      mode = .prompt(Prompt(kind: .answer, text: text, problem: texts.text(.notANumber, text)))
      return []
    }
    mode = .normal
    let effects = perform(.answer(answer))
    if let message, message.kind == .problem {
      self.message = nil
      mode = .prompt(Prompt(kind: .answer, problem: message.text))
    }
    return effects
  }

  /// Says what came of an action of the predict mode; nothing for other actions.
  ///
  /// - Parameters:
  ///   - oldMode: the mode before the action.
  ///   - score: the score before it, which is gone once the mode is left.
  mutating func tellPrediction(
    _ action: ExplorerAction, after oldMode: RevealMode, score: PredictionRun.Score
  ) {
    switch action {
    case .reveal(.predict):
      say(.predictBegan, KeyMap.keyName(for: .explorer(.skip), in: .output) ?? "")
    case .reveal where oldMode == .predict:
      message = StatusMessage(
        text: score.tries + score.skipped == 0 ? texts.text(.predictEnded) : texts.score(score), kind: .notice)
    case .answer, .skip:
      guard let outcome = explorer.predictionRun.outcome else { return }
      var text = texts.sentence(for: outcome, of: explorer.outputShape)
      if explorer.isPredictionOver { text += " " + texts.score(explorer.predictionRun.score) }
      let kind: StatusMessage.Kind =
        switch outcome {
        case .right: .success
        case .wrong: .problem
        case .skipped: .notice
        }
      message = StatusMessage(text: text, kind: kind)
    default: break
    }
  }
}
