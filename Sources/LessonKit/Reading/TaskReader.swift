import Explorer

/// Reads a `task` block.
enum TaskReader {
  static let leastHints = 2

  static func read(_ text: String) throws(LessonFault) -> LessonTask {
    let fields = try LessonFields(
      try LessonValue(text), name: "task",
      known: ["id", "prompt", "check", "hints", "solution", "explanation", "reveal"])
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
    return LessonTask(
      id: try LessonID.read(try fields.required("id")),
      prompt: try fields.required("prompt").markdown("prompt"),
      check: try CheckReader.read(try fields.required("check")),
      hints: hints,
      solution: try solution(try fields.required("solution")),
      explanation: try fields.required("explanation").markdown("explanation"),
      reveal: reveal)
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
