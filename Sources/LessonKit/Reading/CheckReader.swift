import ConvolutionEngine
import Explorer

/// Reads the `check` of a task: a mapping with one field, the kind of check.
enum CheckReader {
  /// One kind of check: its name in lesson files, and how its value is read.
  private struct Kind {
    let name: String
    let read: @Sendable (LessonValue) throws(LessonFault) -> Check
  }

  /// Every kind, one entry each.
  private static let kinds: [Kind] = [
    Kind(name: "reach") { value throws(LessonFault) in
      let fields = try LessonFields(value, name: "reach", known: ["row", "column"])
      let range = 0...AxisGeometry.limit
      return .reachCell(
        row: try fields.required("row").wholeNumber("row", in: range),
        column: try fields.required("column").wholeNumber("column", in: range))
    },
    Kind(name: "set") { value throws(LessonFault) in try parameters(value) },
    Kind(name: "kernel") { value throws(LessonFault) in
      .kernelEquals(
        try tensor(value, name: "kernel") { name in KernelPreset.named(name)?.weights })
    },
    Kind(name: "input") { value throws(LessonFault) in
      .inputEquals(
        try tensor(value, name: "input") { name in try? InputPreset.named(name)?.tensor() })
    },
    Kind(name: "kernel-cell") { value throws(LessonFault) in try operandCell(.weights, value, name: "kernel-cell") },
    Kind(name: "input-cell") { value throws(LessonFault) in try operandCell(.input, value, name: "input-cell") },
    Kind(name: "unchanged") { value throws(LessonFault) in
      let text = try value.text("unchanged")
      guard let operand = OperandName(rawValue: text) else { throw value.badValue("unchanged", text) }
      return .unchanged(operand)
    },
    Kind(name: "output") { value throws(LessonFault) in .output(try output(value)) },
    Kind(name: "predict") { value throws(LessonFault) in
      let text = try value.text("predict")
      guard text == "next" else { throw value.badValue("predict", text) }
      return .predictNext
    },
    Kind(name: "all") { value throws(LessonFault) in
      let values = try value.list("all")
      guard !values.isEmpty else { throw value.badValue("all", "") }
      var checks: [Check] = []
      for value in values { checks.append(try read(value)) }
      return .all(checks)
    },
  ]

  static func read(_ value: LessonValue) throws(LessonFault) -> Check {
    let fields = try LessonFields(value, name: "check", known: kinds.map(\.name))
    guard let name = fields.names.first, fields.names.count == 1, let kind = kinds.first(where: { $0.name == name })
    else { throw LessonFault(line: value.line, reason: .badCheck(fields.names.joined(separator: ", "))) }
    return try kind.read(try fields.required(name))
  }

  /// `{stride: 2, padding: 1}`, with the values of the command line.
  private static func parameters(_ value: LessonValue) throws(LessonFault) -> Check {
    let known = ParameterName.allCases.map(\.rawValue)
    let fields = try LessonFields(value, name: "set", known: known)
    var checks: [Check] = []
    for name in fields.names {
      let field = try fields.required(name)
      let text = try field.text(name)
      guard let parameter = ParameterName(rawValue: name), let value = OperatorCatalog.value(of: parameter, from: text)
      else { throw field.badValue(name, text) }
      checks.append(.parameter(parameter, value))
    }
    guard let first = checks.first else { throw value.badValue("set", "") }
    return checks.count == 1 ? first : .all(checks)
  }

  /// `{preset: NAME}` or `{rows: [[1, 2], [3, 4]]}`.
  private static func tensor(
    _ value: LessonValue, name: String, preset: (String) -> Tensor?
  ) throws(LessonFault) -> Tensor {
    let fields = try LessonFields(value, name: name, known: ["preset", "rows"])
    guard let field = fields.names.first, fields.names.count == 1 else {
      throw LessonFault(line: value.line, reason: .missingField("preset"))
    }
    let content = try fields.required(field)
    guard field == "rows" else {
      let name = try content.text("preset")
      guard let tensor = preset(name) else { throw LessonFault(line: content.line, reason: .unknownPreset(name)) }
      return tensor
    }
    var rows: [[Float]] = []
    for row in try content.list("rows") {
      var numbers: [Float] = []
      for number in try row.list("rows") { numbers.append(try number.number("rows")) }
      rows.append(numbers)
    }
    guard let tensor = try? Tensor(rows: rows), tensor.shape.count > 0 else {
      throw LessonFault(line: content.line, reason: .badRows)
    }
    return tensor
  }

  /// `{at: [1, 1], equals: 5}`.
  private static func operandCell(
    _ operand: OperandName, _ value: LessonValue, name: String
  ) throws(LessonFault) -> Check {
    let fields = try LessonFields(value, name: name, known: ["at"] + tests)
    let cell = try fields.required("at").cell("at")
    return .cell(operand, row: cell.row, column: cell.column, try test(fields))
  }

  private static func output(_ value: LessonValue) throws(LessonFault) -> OutputPredicate {
    let kinds = ["cell", "every", "maximum-at", "minimum-at", "size"]
    let fields = try LessonFields(value, name: "output", known: kinds + tests + ["rows", "columns"])
    let present = kinds.filter { fields[$0] != nil }
    guard let kind = present.first, present.count == 1 else {
      throw LessonFault(line: value.line, reason: .badCheck(present.joined(separator: ", ")))
    }
    let content = try fields.required(kind)
    /// The fields that this kind takes; others would be ignored in silence.
    func only(_ names: [String]) throws(LessonFault) {
      _ = try LessonFields(value, name: "output", known: [kind] + names)
    }
    switch kind {
    case "cell":
      try only(tests)
      let cell = try content.cell(kind)
      return .cell(row: cell.row, column: cell.column, try test(fields))
    case "every":
      try only(["rows", "columns"])
      var test = NumberTest.equals(0)
      if content.isScalar {
        test = .equals(try content.number(kind))
      } else {
        test = try Self.test(try LessonFields(content, name: kind, known: tests))
      }
      var ranges: [String: ClosedRange<Int>] = [:]
      for name in ["rows", "columns"] {
        ranges[name] = try fields[name].map { value throws(LessonFault) in try value.range(name) }
      }
      return .every(test, rows: ranges["rows"], columns: ranges["columns"])
    case "maximum-at":
      try only([])
      let cell = try content.cell(kind)
      return .maximumAt(row: cell.row, column: cell.column)
    case "minimum-at":
      try only([])
      let cell = try content.cell(kind)
      return .minimumAt(row: cell.row, column: cell.column)
    default:
      try only([])
      return .size(try content.size(kind))
    }
  }

  private static let tests = ["equals", "at-least", "at-most"]

  /// Exactly one of `equals`, `at-least` and `at-most`.
  private static func test(_ fields: LessonFields) throws(LessonFault) -> NumberTest {
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
}
