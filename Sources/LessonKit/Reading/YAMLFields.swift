import ConvolutionEngine
import Explorer

/// The fields of a YAML mapping, of which each has to be known and to hold the right thing.
struct YAMLFields {
  /// The line of the mapping itself.
  let line: Int
  private let fields: [YAMLValue.Field]

  /// - Parameters:
  ///   - name: what the mapping is called in problems.
  ///   - known: every name a field may have.
  init(_ value: YAMLValue, name: String, known: [String]) throws(LessonFault) {
    guard case .mapping(let fields) = value.content else {
      throw LessonFault(line: value.line, reason: .wrongKind(field: name, expected: .mapping))
    }
    if let stranger = fields.first(where: { !known.contains($0.name) }) {
      throw LessonFault(line: stranger.line, reason: .unknownField(stranger.name, known: known))
    }
    line = value.line
    self.fields = fields
  }

  /// The value of a field that may be missing.
  subscript(name: String) -> YAMLValue? { fields.first { $0.name == name }?.value }

  var names: [String] { fields.map(\.name) }

  /// The value of a field that must be there.
  func required(_ name: String) throws(LessonFault) -> YAMLValue {
    guard let value = self[name] else { throw LessonFault(line: line, reason: .missingField(name)) }
    return value
  }
}

extension YAMLValue {
  private func wrong(_ name: String, _ expected: LessonProblem.FieldKind) -> LessonFault {
    LessonFault(line: line, reason: .wrongKind(field: name, expected: expected))
  }

  func badValue(_ name: String, _ value: String) -> LessonFault {
    LessonFault(line: line, reason: .badValue(field: name, value: value))
  }

  func text(_ name: String) throws(LessonFault) -> String {
    guard case .scalar(let text) = content else { throw wrong(name, .text) }
    return text
  }

  func list(_ name: String) throws(LessonFault) -> [YAMLValue] {
    guard case .sequence(let values) = content else { throw wrong(name, .list) }
    return values
  }

  func wholeNumber(_ name: String, in range: ClosedRange<Int>) throws(LessonFault) -> Int {
    guard case .scalar(let text) = content, let number = Int(text) else { throw wrong(name, .wholeNumber) }
    guard range.contains(number) else { throw badValue(name, text) }
    return number
  }

  /// A finite number.
  func number(_ name: String) throws(LessonFault) -> Float {
    guard case .scalar(let text) = content, let number = NumberText.value(from: text) else {
      throw wrong(name, .number)
    }
    guard number.isFinite else { throw badValue(name, text) }
    return number
  }

  /// `[row, column]`, each at least 0.
  func cell(_ name: String) throws(LessonFault) -> (row: Int, column: Int) {
    guard case .sequence(let values) = content, values.count == 2 else { throw wrong(name, .cell) }
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
    return document.blocks.map(\.block)
  }

  /// A list of actions in their text form.
  func actions(_ name: String) throws(LessonFault) -> [ExplorerAction] {
    guard case .sequence(let lines) = content else { throw wrong(name, .actions) }
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
