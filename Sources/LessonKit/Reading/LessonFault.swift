import YAMLText

/// What is wrong, and in which line of the text at hand; becomes a `LessonProblem` once the file is known.
struct LessonFault: Error, Equatable {
  var line: Int?
  let reason: LessonProblem.Reason

  /// The same fault in a text that begins after `lines` lines of the file.
  func shifted(by lines: Int) -> LessonFault {
    LessonFault(line: line.map { $0 + lines }, reason: reason)
  }
}

extension LessonFault {
  /// The same fault in the words of lessons.
  init(_ error: YAMLError) {
    let reason: LessonProblem.Reason =
      switch error.reason {
      case .tooLarge(let bytes, let limit): .tooLarge(bytes: bytes, limit: limit)
      case .tooDeep(let limit): .tooDeep(limit: limit)
      case .badYAML(let message): .badYAML(message)
      case .aliasRefused: .aliasRefused
      case .keyNotText: .wrongKind(field: "", expected: .text)
      case .unknownField(let name, let known): .unknownField(name, known: known)
      case .missingField(let name): .missingField(name)
      case .wrongKind(let field, let expected): .wrongKind(field: field, expected: .init(expected))
      case .badValue(let field, let value): .badValue(field: field, value: value)
      }
    self.init(line: error.line, reason: reason)
  }
}

extension LessonProblem.FieldKind {
  fileprivate init(_ kind: YAMLError.Kind) {
    self =
      switch kind {
      case .text: .text
      case .number: .number
      case .wholeNumber: .wholeNumber
      case .list: .list
      case .mapping: .mapping
      }
  }
}
