/// The fields of a YAML mapping, of which each has to be known.
package struct YAMLFields {
  /// The line of the mapping itself.
  package let line: Int
  private let fields: [YAMLValue.Field]

  /// - Parameters:
  ///   - name: what the mapping is called in errors.
  ///   - known: every name a field may have.
  /// - Throws: `wrongKind` for what is no mapping, `unknownField` for the first field that is not known.
  package init(_ value: YAMLValue, name: String, known: [String]) throws(YAMLError) {
    guard case .mapping(let fields) = value.content else {
      throw YAMLError(line: value.line, reason: .wrongKind(field: name, expected: .mapping))
    }
    if let stranger = fields.first(where: { !known.contains($0.name) }) {
      throw YAMLError(line: stranger.line, reason: .unknownField(stranger.name, known: known))
    }
    line = value.line
    self.fields = fields
  }

  /// The value of a field that may be missing.
  package subscript(name: String) -> YAMLValue? { fields.first { $0.name == name }?.value }

  /// The names of the fields in the order of the text.
  package var names: [String] { fields.map(\.name) }

  /// The value of a field that must be there.
  ///
  /// - Throws: `missingField`, with the line of the mapping.
  package func required(_ name: String) throws(YAMLError) -> YAMLValue {
    guard let value = self[name] else { throw YAMLError(line: line, reason: .missingField(name)) }
    return value
  }
}
