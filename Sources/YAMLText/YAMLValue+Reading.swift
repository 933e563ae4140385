/// What a value is taken for. Each reader takes the name under which the value stands, for its errors: `wrongKind`, or
/// `badValue` for what is of the right kind but not allowed.
extension YAMLValue {
  /// A scalar as it stands in the text.
  package func text(_ name: String) throws(YAMLError) -> String {
    guard case .scalar(let text) = content else { throw wrong(name, .text) }
    return text
  }

  package func list(_ name: String) throws(YAMLError) -> [YAMLValue] {
    guard case .sequence(let values) = content else { throw wrong(name, .list) }
    return values
  }

  /// A whole number in decimal digits.
  package func wholeNumber(_ name: String, in range: ClosedRange<Int>) throws(YAMLError) -> Int {
    guard case .scalar(let text) = content, let number = Int(text) else { throw wrong(name, .wholeNumber) }
    guard range.contains(number) else { throw badValue(name, text) }
    return number
  }

  /// A finite decimal number such as `0.5`, `-2` or `1e-5`. Swift's own reader would take `0x1p3` and `nan` as well.
  package func number(_ name: String, in range: ClosedRange<Double>) throws(YAMLError) -> Double {
    guard case .scalar(let text) = content, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let number = Double(text)
    else { throw wrong(name, .number) }
    guard number.isFinite, range.contains(number) else { throw badValue(name, text) }
    return number
  }

  /// `true` or `false`, and none of YAML's other words for them.
  package func flag(_ name: String) throws(YAMLError) -> Bool {
    switch try text(name) {
    case "true": return true
    case "false": return false
    case let other: throw badValue(name, other)
    }
  }

  /// The error for a value that is of the right kind but not allowed.
  package func badValue(_ name: String, _ value: String) -> YAMLError {
    YAMLError(line: line, reason: .badValue(field: name, value: value))
  }

  private func wrong(_ name: String, _ expected: YAMLError.Kind) -> YAMLError {
    YAMLError(line: line, reason: .wrongKind(field: name, expected: expected))
  }
}
