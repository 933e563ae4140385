import ConvolutionEngine
import Explorer

/// Reads the `check` of a task: a mapping with one field, the kind of check.
enum CheckReader {
  /// One kind of check: its name in lesson files, and how its value is read.
  struct Kind {
    let name: String
    let read: @Sendable (LessonValue) throws(LessonFault) -> Check
  }

  /// Every kind, one entry each.
  static let kinds: [Kind] =
    gridKinds + stateKinds + questionKinds + [
      Kind(name: "all") { value throws(LessonFault) in .all(try checks(value, name: "all")) },
      Kind(name: "any") { value throws(LessonFault) in .any(try checks(value, name: "any")) },
      Kind(name: "not") { value throws(LessonFault) in
        let check = try read(value)
        // The answer to a question would be right when it is wrong.
        guard check.question == nil else { throw LessonFault(line: value.line, reason: .badCheck("not")) }
        return .not(check)
      },
    ]

  private static func checks(_ value: LessonValue, name: String) throws(LessonFault) -> [Check] {
    let values = try value.list(name)
    guard !values.isEmpty else { throw value.badValue(name, "") }
    var checks: [Check] = []
    for value in values { checks.append(try read(value)) }
    return checks
  }

  static func read(_ value: LessonValue) throws(LessonFault) -> Check {
    let fields = try LessonFields(value, name: "check", known: kinds.map(\.name))
    guard let name = fields.names.first, fields.names.count == 1, let kind = kinds.first(where: { $0.name == name })
    else { throw LessonFault(line: value.line, reason: .badCheck(fields.names.joined(separator: ", "))) }
    return try kind.read(try fields.required(name))
  }

  // MARK: Numbers

  static let tests = ["equals", "at-least", "at-most"]

  /// Exactly one of `equals`, `at-least` and `at-most`.
  static func test(_ fields: LessonFields) throws(LessonFault) -> NumberTest {
    let present = fields.names.filter { tests.contains($0) }
    guard let name = present.first else { throw LessonFault(line: fields.line, reason: .missingField("equals")) }
    guard present.count == 1 else {
      throw LessonFault(line: fields.line, reason: .badCheck(present.joined(separator: ", ")))
    }
    let bound = try fields.required(name).number(name)
    switch name {
    case "at-least": return .atLeast(bound)
    case "at-most": return .atMost(bound)
    default: return .equals(bound)
    }
  }

  /// `5`, `{equals: 5}`, `{at-least: 5}` or `{at-most: 5}`.
  static func numberTest(_ value: LessonValue, name: String) throws(LessonFault) -> NumberTest {
    guard !value.isScalar else { return .equals(try value.number(name)) }
    return try test(try LessonFields(value, name: name, known: tests))
  }

  /// The same for what is counted.
  static func countTest(_ value: LessonValue, name: String) throws(LessonFault) -> CountTest {
    func count(_ value: LessonValue, _ name: String) throws(LessonFault) -> Int {
      try value.wholeNumber(name, in: 0...Int.max)
    }
    guard !value.isScalar else { return .equals(try count(value, name)) }
    let fields = try LessonFields(value, name: name, known: tests)
    guard let kind = fields.names.first, fields.names.count == 1 else {
      throw LessonFault(line: value.line, reason: .badCheck(fields.names.joined(separator: ", ")))
    }
    let bound = try count(try fields.required(kind), kind)
    return switch kind {
    case "at-least": .atLeast(bound)
    case "at-most": .atMost(bound)
    default: .equals(bound)
    }
  }

  /// A word of a list.
  static func choice<Value: RawRepresentable<String>>(
    _ value: LessonValue, name: String
  ) throws(LessonFault) -> Value {
    let text = try value.text(name)
    guard let choice = Value(rawValue: text) else { throw value.badValue(name, text) }
    return choice
  }

  /// Every field of a mapping as a check; several are one that asks for all of them.
  static func facts(
    _ value: LessonValue, name: String, known: [String],
    read: (String, LessonValue) throws(LessonFault) -> Check
  ) throws(LessonFault) -> Check {
    let fields = try LessonFields(value, name: name, known: known)
    var checks: [Check] = []
    for name in fields.names { checks.append(try read(name, try fields.required(name))) }
    guard let first = checks.first else { throw value.badValue(name, "") }
    return checks.count == 1 ? first : .all(checks)
  }
}
