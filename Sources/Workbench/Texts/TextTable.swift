/// The texts of one interface language.
package struct TextTable: Sendable {
  /// The BCP 47 tag, such as `en`.
  package let language: String
  private let entries: [TextKey: String]

  package init(language: String, entries: [TextKey: String]) {
    self.language = language
    self.entries = entries
  }

  /// The text of a key with `{0}`, `{1}` … replaced by the arguments, which are never looked into themselves.
  ///
  /// A key without a text shows its own name, which a test keeps from happening.
  package func text(_ key: TextKey, _ arguments: String...) -> String { text(key, arguments: arguments) }

  /// The same for arguments that are a list already.
  package func text(_ key: TextKey, arguments: [String]) -> String {
    var result = ""
    var rest = (entries[key] ?? key.rawValue)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if let index = Int(rest[rest.index(after: open)..<close]), arguments.indices.contains(index) {
        result += arguments[index]
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The keys that have no text.
  package var missingKeys: [TextKey] { TextKey.allCases.filter { entries[$0] == nil } }
}
