import Explorer

/// Reads a `task` block.
enum TaskReader {
  static let leastHints = 2

  static func read(_ text: String) throws(LessonFault) -> LessonTask {
    let fields = try LessonFields(
      try LessonValue(text), name: "task",
      known: [
        "id", "prompt", "check", "hints", "solution", "explanation", "reveal", "choices", "code", "reasons", "unit",
        "golf", "hides",
      ])
    let hintList = try fields.required("hints")
    var hints: [[LessonBlock]] = []
    for hint in try hintList.list("hints") { hints.append(try hint.markdown("hints")) }
    guard hints.count >= leastHints else {
      throw LessonFault(line: hintList.line, reason: .tooFewHints(hints.count, least: leastHints))
    }
    var reveal: RevealMode?
    if let value = fields["reveal"] {
      let text = try value.text("reveal")
      guard let mode = RevealMode(rawValue: text) else { throw value.badValue("reveal", text) }
      reveal = mode
    }
    let check = try fields.required("check")
    let goal = try CheckReader.read(check)
    let task = LessonTask(
      id: try LessonID.read(try fields.required("id")),
      prompt: try fields.required("prompt").markdown("prompt"),
      check: goal,
      hints: hints,
      solution: try solution(try fields.required("solution")),
      explanation: try fields.required("explanation").markdown("explanation"),
      reveal: reveal,
      choices: try choices(fields["choices"]),
      code: try code(fields["code"]),
      reasons: try reasons(fields["reasons"]),
      unit: try fields["unit"].map { value throws(LessonFault) in try value.text("unit") },
      golf: try fields["golf"].map { value throws(LessonFault) in try GolfReader.read(value, check: goal) },
      hidesKernel: try hidesKernel(fields["hides"], goal))
    try requireTexts(of: task, fields, check)
    return task
  }

  /// The texts that a question cannot do without, and none that no question shows.
  private static func requireTexts(of task: LessonTask, _ fields: LessonFields, _ check: LessonValue)
    throws(LessonFault)
  {
    var shown: Set<String> = []
    switch task.question {
    case .choice(let right):
      shown = ["choices"]
      _ = try fields.required("choices")
      if let number = right.first(where: { $0 > task.choices.count }) { throw check.badValue("choice", "\(number)") }
      guard right.count < task.choices.count || task.choices.count > 2 else { throw check.badValue("choice", "") }
    case .line(let right):
      shown = ["code", "reasons"]
      _ = try fields.required("code")
      if let number = right.first(where: { $0 > task.code.count }) { throw check.badValue("line", "\(number)") }
    case .number: shown = ["reasons", "unit"]
    case .nextCell, .cell, .hiddenKernel, nil: break
    }
    for name in ["choices", "code", "reasons", "unit"] where !shown.contains(name) {
      if let value = fields[name] { throw LessonFault(line: value.line, reason: .unusedField(name)) }
    }
  }

  static func choices(_ value: LessonValue?) throws(LessonFault) -> [LessonTask.Choice] {
    guard let value else { return [] }
    var choices: [LessonTask.Choice] = []
    for choice in try value.list("choices") {
      let fields = try LessonFields(choice, name: "choices", known: ["text", "why"])
      choices.append(
        LessonTask.Choice(
          text: try fields.required("text").markdown("text"), why: try fields.required("why").sentence("why")))
    }
    guard (2...LessonTask.choiceLimit).contains(choices.count) else {
      throw value.badValue("choices", "\(choices.count)")
    }
    return choices
  }

  private static func code(_ value: LessonValue?) throws(LessonFault) -> [String] {
    guard let value else { return [] }
    var lines = try value.text("code").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard (1...LessonTask.codeLimit).contains(lines.count) else { throw value.badValue("code", "\(lines.count)") }
    return lines
  }

  static func reasons(_ value: LessonValue?) throws(LessonFault) -> [LessonTask.Reason] {
    guard let value else { return [] }
    var reasons: [LessonTask.Reason] = []
    for reason in try value.list("reasons") {
      let fields = try LessonFields(reason, name: "reasons", known: ["for", "why"])
      let wanted = try fields.required("for")
      let text = try wanted.text("for")
      guard let number = TypedNumber(text) else { throw wanted.badValue("for", text) }
      reasons.append(LessonTask.Reason(value: number.value, why: try fields.required("why").sentence("why")))
    }
    return reasons
  }

  /// `hides: kernel`, which a question for the hidden kernel cannot do without.
  private static func hidesKernel(_ value: LessonValue?, _ check: Check) throws(LessonFault) -> Bool {
    guard let value else {
      if case .hiddenKernel? = check.question { throw LessonFault(reason: .missingField("hides")) }
      return false
    }
    let text = try value.text("hides")
    guard text == GridName.kernel.rawValue else { throw value.badValue("hides", text) }
    return true
  }

  private static func solution(_ value: LessonValue) throws(LessonFault) -> Solution {
    let fields = try LessonFields(value, name: "solution", known: ["actions", "answer"])
    let actions = try fields["actions"].map { value throws(LessonFault) in try value.actions("actions") }
    let answer = try fields["answer"].map { value throws(LessonFault) in try value.text("answer") }
    return Solution(actions: actions ?? [], answer: answer)
  }
}

/// The stable names under which progress is kept.
enum LessonID {
  static func read(_ value: LessonValue) throws(LessonFault) -> String {
    let id = try value.text("id")
    guard isValid(id) else { throw value.badValue("id", id) }
    return id
  }

  /// 1 to 64 of `a` to `z`, `0` to `9`, `_` and `-`; a file name on every system.
  static func isValid(_ id: String) -> Bool {
    (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
