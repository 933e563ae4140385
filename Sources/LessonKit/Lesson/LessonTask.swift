import Explorer

/// Something to do, checked by what happened and not by how.
package struct LessonTask: Sendable, Equatable {
  /// The stable name within the lesson under which progress is kept.
  package let id: String
  package internal(set) var prompt: [LessonBlock]
  package let check: Check
  /// What can be chosen, by numbers from 1; empty where nothing is.
  package internal(set) var choices: [Choice]
  /// Code of which a line is asked for, by numbers from 1; empty where none is.
  package let code: [String]
  /// What to say to a number or a line that is wrong.
  package internal(set) var reasons: [Reason]
  /// What stands behind a number that is asked for; nil for a bare number.
  package internal(set) var unit: String?
  /// From a nudge to nearly the solution; at least one.
  package internal(set) var hints: [[LessonBlock]]
  package let solution: Solution
  /// Shown once the task is solved.
  package internal(set) var explanation: [LessonBlock]
  /// The reveal mode that the task needs; predictions force `.stepping`.
  package let reveal: RevealMode?
  /// The game that is played for the fewest of something; nil where reaching the goal is all.
  package let golf: Golf?
  /// Whether the weights of the kernel are kept from view until the task is solved.
  package let hidesKernel: Bool

  /// The most lines of code, which also bounds the numbers of choices.
  package static let codeLimit = 60
  package static let choiceLimit = 9

  package struct Choice: Sendable, Equatable {
    package let text: [LessonBlock]
    /// Why it is right or wrong, as plain text.
    package let why: String

    package init(text: [LessonBlock], why: String) {
      self.text = text
      self.why = why
    }
  }

  package struct Reason: Sendable, Equatable {
    /// The number, or the number of the line.
    package let value: Double
    package let why: String

    package init(value: Double, why: String) {
      self.value = value
      self.why = why
    }
  }

  /// - Parameter reveal: what the author asks for; a check that asks for a prediction overrides it.
  package init(
    id: String, prompt: [LessonBlock], check: Check, hints: [[LessonBlock]], solution: Solution,
    explanation: [LessonBlock] = [], reveal: RevealMode? = nil, choices: [Choice] = [], code: [String] = [],
    reasons: [Reason] = [], unit: String? = nil, golf: Golf? = nil, hidesKernel: Bool = false
  ) {
    self.id = id
    self.prompt = prompt
    self.check = check
    self.hints = hints
    self.solution = solution
    self.explanation = explanation
    self.reveal = check.question?.isPrediction == true ? .stepping : reveal
    self.choices = choices
    self.code = code
    self.reasons = reasons
    self.unit = unit
    self.golf = golf
    self.hidesKernel = hidesKernel
  }

  /// What has to be typed; nil where nothing has.
  package var question: LessonQuestion? { check.question }

  /// What the author says to a wrong answer; nil where nothing is said, or there is no such choice.
  package func reason(for diagnosis: CheckDiagnosis) -> String? {
    func reason(_ wrong: Double) -> String? { reasons.first { abs($0.value - wrong) <= 1e-9 * abs(wrong) }?.why }
    switch diagnosis {
    case .notThisChoice(let number): return choices.indices.contains(number - 1) ? choices[number - 1].why : nil
    case .notThisLine(let line): return reason(Double(line))
    case .notThisNumber(let value): return reason(value)
    default: return nil
    }
  }
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
