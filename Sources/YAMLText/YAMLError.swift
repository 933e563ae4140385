/// What is wrong in a YAML text, and where. Facts only; whoever knows what the text is for makes the sentence.
package struct YAMLError: Error, Equatable, Sendable {
  /// The line in the text, from 1; nil when the text as a whole is meant.
  package let line: Int?
  package let reason: Reason

  package init(line: Int?, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// The text has more bytes than are read.
    case tooLarge(bytes: Int, limit: Int)
    /// Values are nested more deeply than `limit`.
    case tooDeep(limit: Int)
    /// No YAML; in the words of the YAML reader.
    case badYAML(String)
    /// Anchors and aliases are not allowed.
    case aliasRefused
    /// The name of a field is a list or a mapping.
    case keyNotText
    case unknownField(String, known: [String])
    case missingField(String)
    /// The field holds something else than `expected`.
    case wrongKind(field: String, expected: Kind)
    /// The value of a field is of the right kind but not allowed.
    case badValue(field: String, value: String)
  }

  /// What a field must hold.
  package enum Kind: Equatable, Sendable, CaseIterable {
    case text, number, wholeNumber, list, mapping
  }
}
