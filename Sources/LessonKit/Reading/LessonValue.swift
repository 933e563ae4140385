import ConvolutionEngine
import Explorer
import YAMLText

/// A YAML value in a lesson: what `YAMLText` reads, with its errors told as lesson faults, and what lessons alone hold.
///
/// Each reader takes the name under which the value stands in problems.
struct LessonValue {
  private let yaml: YAMLValue

  init(_ yaml: YAMLValue) { self.yaml = yaml }

  /// Reads a text; an empty one is an empty mapping.
  init(_ text: String) throws(LessonFault) {
    do {
      yaml = try YAMLValue(text)
    } catch {
      throw LessonFault(error)
    }
  }

  /// The line in the YAML text, from 1.
  var line: Int { yaml.line }

  var isScalar: Bool {
    guard case .scalar = yaml.content else { return false }
    return true
  }

  /// What `read` makes of the value.
  func reading<Result>(_ read: (YAMLValue) throws(YAMLError) -> Result) throws(LessonFault) -> Result {
    do {
      return try read(yaml)
    } catch {
      throw LessonFault(error)
    }
  }

  func text(_ name: String) throws(LessonFault) -> String {
    try reading { value throws(YAMLError) in try value.text(name) }
  }

  func list(_ name: String) throws(LessonFault) -> [LessonValue] {
    try reading { value throws(YAMLError) in try value.list(name) }.map { LessonValue($0) }
  }

  func wholeNumber(_ name: String, in range: ClosedRange<Int>) throws(LessonFault) -> Int {
    try reading { value throws(YAMLError) in try value.wholeNumber(name, in: range) }
  }

  /// `true` or `false`.
  func flag(_ name: String) throws(LessonFault) -> Bool {
    try reading { value throws(YAMLError) in try value.flag(name) }
  }

  func badValue(_ name: String, _ value: String) -> LessonFault { LessonFault(yaml.badValue(name, value)) }

  private func wrong(_ name: String, _ expected: LessonProblem.FieldKind) -> LessonFault {
    LessonFault(line: line, reason: .wrongKind(field: name, expected: expected))
  }

  /// The elements of a list; nil for anything else.
  var elements: [LessonValue]? {
    guard case .sequence(let values) = yaml.content else { return nil }
    return values.map { LessonValue($0) }
  }
}

/// What lessons alone hold.
extension LessonValue {
  /// A finite number as a person types it, quotients such as `1/9` included.
  func number(_ name: String) throws(LessonFault) -> Float {
    guard isScalar, let number = NumberText.value(from: try text(name)) else { throw wrong(name, .number) }
    guard number.isFinite else { throw badValue(name, try text(name)) }
    return number
  }

  /// `[row, column]`, each at least 0.
  func cell(_ name: String) throws(LessonFault) -> (row: Int, column: Int) {
    guard let values = elements, values.count == 2 else { throw wrong(name, .cell) }
    let range = 0...AxisGeometry.limit
    return (try values[0].wholeNumber(name, in: range), try values[1].wholeNumber(name, in: range))
  }

  /// `7x9`: height, then width.
  func size(_ name: String) throws(LessonFault) -> PerAxis<Int> {
    let sides = try text(name).split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard sides.count == 2, sides.allSatisfy({ $0 > 0 }) else { throw wrong(name, .size) }
    return PerAxis(vertical: sides[0], horizontal: sides[1])
  }

  /// `2-4`, or `3` for a single one.
  func range(_ name: String) throws(LessonFault) -> ClosedRange<Int> {
    let text = try text(name)
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
      last <= AxisGeometry.limit
    else { throw badValue(name, text) }
    return first...last
  }

  /// Markdown that says something.
  func markdown(_ name: String) throws(LessonFault) -> [LessonBlock] {
    let document: MarkdownDocument
    do {
      document = try MarkdownDocument(try text(name))
    } catch {
      throw LessonFault(line: line, reason: error.reason)
    }
    guard !document.blocks.isEmpty else { throw badValue(name, "") }
    let blocks = document.blocks.map(\.block)
    return blocks + document.notes(of: blocks)
  }

  /// Plain text on one line that says something.
  func sentence(_ name: String) throws(LessonFault) -> String {
    let words = try text(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { throw badValue(name, "") }
    return words
  }

  /// A list of actions in their text form.
  func actions(_ name: String) throws(LessonFault) -> [ExplorerAction] {
    guard let lines = elements else { throw wrong(name, .actions) }
    var actions: [ExplorerAction] = []
    for line in lines {
      let text = try line.text(name)
      do throws(ActionTextError) {
        actions.append(try ExplorerAction(text: text))
      } catch {
        throw LessonFault(line: line.line, reason: .badAction(error))
      }
    }
    return actions
  }
}
