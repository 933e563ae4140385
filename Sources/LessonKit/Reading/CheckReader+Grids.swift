import ConvolutionEngine
import Explorer

/// Checks of what stands in the grids.
extension CheckReader {
  static let gridKinds: [Kind] = [
    Kind(name: "kernel") { value throws(LessonFault) in try kernel(value) },
    Kind(name: "input") { value throws(LessonFault) in
      .inputEquals(try tensor(value, name: "input") { name in try? InputPreset.named(name)?.tensor() })
    },
    Kind(name: "kernel-cell") { value throws(LessonFault) in try operandCell(.weights, value, name: "kernel-cell") },
    Kind(name: "input-cell") { value throws(LessonFault) in try operandCell(.input, value, name: "input-cell") },
    Kind(name: "unchanged") { value throws(LessonFault) in
      let text = try value.text("unchanged")
      if text == GridName.output.rawValue { return .unchangedOutput }
      guard let operand = OperandName(rawValue: text) else { throw value.badValue("unchanged", text) }
      return .unchanged(operand)
    },
    Kind(name: "output") { value throws(LessonFault) in .output(try output(value)) },
    Kind(name: "difference") { value throws(LessonFault) in
      let fields = try LessonFields(value, name: "difference", known: ["every", "rim"])
      return .difference(try numberTest(try fields.required("every"), name: "every"), rim: try rim(fields))
    },
  ]

  private static let equality = ["preset", "rows", "up-to"]

  /// A kernel that is given, or what is asked of one.
  private static func kernel(_ value: LessonValue) throws(LessonFault) -> Check {
    let facts = ["sum", "non-zero", "symmetric", "size", "filters", "channels"]
    let fields = try LessonFields(value, name: "kernel", known: equality + facts)
    guard fields.names.contains(where: equality.contains) else {
      return try Self.facts(value, name: "kernel", known: facts) { name, value throws(LessonFault) in
        switch name {
        case "sum": .kernel(.sum(try numberTest(value, name: name)))
        case "non-zero": .kernel(.nonZero(try countTest(value, name: name)))
        case "symmetric": .kernel(.symmetric(try value.flag(name)))
        case "size": .kernel(.size(try value.size(name)))
        case "filters": .kernel(.filters(try countTest(value, name: name)))
        default: .kernel(.channels(try countTest(value, name: name)))
        }
      }
    }
    var freedoms: Set<KernelFreedom> = []
    for freedom in try fields["up-to"]?.list("up-to") ?? [] { freedoms.insert(try choice(freedom, name: "up-to")) }
    return .kernelEquals(
      try tensor(value, name: "kernel", also: "up-to") { name in KernelPreset.named(name)?.weights }, upTo: freedoms)
  }

  /// `{preset: NAME}` or `{rows: [[1, 2], [3, 4]]}`.
  private static func tensor(
    _ value: LessonValue, name: String, also: String? = nil, preset: (String) -> Tensor?
  ) throws(LessonFault) -> Tensor {
    let kinds = ["preset", "rows"]
    let fields = try LessonFields(value, name: name, known: kinds + (also.map { [$0] } ?? []))
    let present = fields.names.filter(kinds.contains)
    guard let field = present.first, present.count == 1 else {
      throw LessonFault(line: value.line, reason: .missingField("preset"))
    }
    let content = try fields.required(field)
    guard field == "rows" else {
      let name = try content.text("preset")
      guard let tensor = preset(name) else { throw LessonFault(line: content.line, reason: .unknownPreset(name)) }
      return tensor
    }
    return try rows(content)
  }

  /// `[[1, 2], [3, 4]]`.
  private static func rows(_ content: LessonValue) throws(LessonFault) -> Tensor {
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
    let kinds = ["cell", "every", "maximum-at", "minimum-at", "size", "grid"]
    let fields = try LessonFields(value, name: "output", known: kinds + tests + ["rows", "columns", "rim", "within"])
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
      try only(["rows", "columns", "rim"])
      var ranges: [String: ClosedRange<Int>] = [:]
      for name in ["rows", "columns"] {
        ranges[name] = try fields[name].map { value throws(LessonFault) in try value.range(name) }
      }
      return .every(
        try numberTest(content, name: kind), rows: ranges["rows"], columns: ranges["columns"], rim: try rim(fields))
    case "grid":
      try only(["within"])
      let within = try fields["within"].map { value throws(LessonFault) in try value.number("within") }
      return .grid(try rows(content), within: within ?? NumberTest.tolerance)
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

  /// So many cells at each side that do not count.
  private static func rim(_ fields: LessonFields) throws(LessonFault) -> Int {
    try fields["rim"]?.wholeNumber("rim", in: 0...AxisGeometry.limit) ?? 0
  }
}
