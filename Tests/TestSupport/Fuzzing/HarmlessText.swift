/// The texts anywhere inside a value, such as the facts of an error.
package func texts(in value: Any) -> [String] {
  if let text = value as? String { return [text] }
  return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
}

/// - Throws: `TestFailure` when a text has a character that could steer a terminal, or more than one line.
package func requireHarmless(_ text: String) throws {
  guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
    throw TestFailure("a control character in \(text.debugDescription)")
  }
}

/// - Throws: `TestFailure` saying `complaint` when the condition does not hold.
package func require(_ condition: Bool, _ complaint: @autoclosure () -> String) throws {
  guard condition else { throw TestFailure(complaint()) }
}
