import Explorer

/// Something to do, checked by what happened and not by how.
package struct LessonTask: Sendable, Equatable {
  /// The stable name within the lesson under which progress is kept.
  package let id: String
  package internal(set) var prompt: [LessonBlock]
  package let check: Check
  /// From a nudge to nearly the solution; at least one.
  package internal(set) var hints: [[LessonBlock]]
  package let solution: Solution
  /// Shown once the task is solved.
  package internal(set) var explanation: [LessonBlock]
  /// The reveal mode that the task needs; predictions force `.stepping`.
  package let reveal: RevealMode?

  /// - Parameter reveal: what the author asks for; a check that asks for a prediction overrides it.
  package init(
    id: String, prompt: [LessonBlock], check: Check, hints: [[LessonBlock]], solution: Solution,
    explanation: [LessonBlock] = [], reveal: RevealMode? = nil
  ) {
    self.id = id
    self.prompt = prompt
    self.check = check
    self.hints = hints
    self.solution = solution
    self.explanation = explanation
    self.reveal = check.asksForAnswer ? .stepping : reveal
  }

  /// Whether a number has to be typed.
  package var asksForAnswer: Bool { check.asksForAnswer }
}

/// A way to solve a task, kept so that a test can prove that there is one.
package struct Solution: Sendable, Equatable {
  package let actions: [ExplorerAction]
  /// What to type after the actions, or nil when nothing is asked.
  package let answer: String?

  package init(actions: [ExplorerAction] = [], answer: String? = nil) {
    self.actions = actions
    self.answer = answer
  }
}
