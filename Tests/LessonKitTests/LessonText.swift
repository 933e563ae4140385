import Explorer

@testable import LessonKit

/// Lesson files for tests, whole but for the part that a test is about.
enum LessonText {
  static let frontMatter = "---\nid: a-lesson\nnumber: 7\ntitle: A lesson\n---\n"

  /// A task block, with some fields replaced or, with nil, left out.
  static func task(_ changes: [String: String?] = [:]) -> String {
    let fields: [(String, String)] = [
      ("id", " t1"), ("prompt", " Do it."), ("check", " {reach: {row: 1, column: 1}}"),
      ("hints", " [first, second]"), ("solution", " {actions: [jump 1 1]}"), ("explanation", " Done."),
    ]
    var lines: [String] = []
    for (name, value) in fields {
      if let change = changes[name] {
        if let change { lines.append("\(name):\(change)") }
      } else {
        lines.append("\(name):\(value)")
      }
    }
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) where !fields.contains(where: { $0.0 == name }) {
      if let value { lines.append("\(name):\(value)") }
    }
    return "```task\n\(lines.joined(separator: "\n"))\n```\n"
  }

  /// Reads front matter and a body as `lesson.md`.
  static func read(body: String, frontMatter: String = frontMatter) throws(LessonProblem) -> Lesson {
    try read(bytes: Array((frontMatter + body).utf8))
  }

  static func read(bytes: [UInt8]) throws(LessonProblem) -> Lesson {
    try LessonReader.read(bytes, file: "lesson.md")
  }

  /// The problem that a text has; nil when it is a lesson.
  static func problem(body: String, frontMatter: String = frontMatter) -> LessonProblem? {
    do throws(LessonProblem) {
      _ = try read(body: body, frontMatter: frontMatter)
      return nil
    } catch {
      return error
    }
  }

  /// A check as it stands in a task.
  static func check(_ yaml: String) throws(LessonFault) -> Check { try CheckReader.read(try LessonValue(yaml)) }
}
