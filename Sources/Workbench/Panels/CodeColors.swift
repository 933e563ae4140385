/// Code in the colours of its language: a small scheme for keywords, texts, numbers and comments, read character by character
/// and without any grammar.
enum CodeColors {
  private struct Language {
    let keywords: Set<String>
    let comment: String
    /// What begins and ends a text.
    let quotes: Set<Character>
  }

  private static let languages: [String: Language] = [
    "python": Language(
      keywords: [
        "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "False", "finally",
        "for", "from", "global", "if", "import", "in", "is", "lambda", "None", "not", "or", "pass", "raise", "return",
        "True", "try", "while", "with", "yield",
      ], comment: "#", quotes: ["\"", "'"]),
    "swift": Language(
      keywords: [
        "as", "break", "case", "catch", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
        "for",
        "func", "guard", "if", "import", "in", "init", "inout", "is", "let", "mutating", "nil", "private", "protocol",
        "public", "repeat", "return", "self", "static", "struct", "switch", "throw", "throws", "true", "try", "var",
        "where", "while",
      ], comment: "//", quotes: ["\""]),
    "yaml": Language(keywords: ["true", "false", "null"], comment: "#", quotes: ["\"", "'"]),
  ]

  private static let otherNames = ["py": "python", "yml": "yaml"]

  /// The pieces of a code; of a language that is not known it is one piece. Complexity: O(characters).
  static func spans(_ code: String, _ language: String) -> [Span] {
    let name = language.lowercased()
    guard let scheme = languages[otherNames[name] ?? name] else { return [Span(code, .code)] }
    let isYAML = scheme.keywords.contains("null")
    var spans: [Span] = []
    func append(_ text: String, _ role: Role) {
      guard !text.isEmpty else { return }
      if spans.last?.role == role { spans[spans.count - 1].text += text } else { spans.append(Span(text, role)) }
    }
    for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { append("\n", .text) }
      var rest = line
      while let character = rest.first {
        if rest.hasPrefix(scheme.comment) {
          append(String(rest), .quiet)
          break
        }
        if scheme.quotes.contains(character) {
          let text = quoted(rest, by: character)
          append(text, .literal)
          rest = rest.dropFirst(text.count)
        } else if isWordStart(character) {
          let word = String(rest.prefix { isWordStart($0) || isDigit($0) || isYAML && $0 == "-" })
          rest = rest.dropFirst(word.count)
          let isKey = isYAML && rest.first == ":"
          append(word, isKey || scheme.keywords.contains(word) ? .keyword : .text)
        } else if isDigit(character) {
          let number = String(rest.prefix { isDigit($0) || isWordStart($0) || $0 == "." })
          append(number, .literal)
          rest = rest.dropFirst(number.count)
        } else {
          append(String(character), .text)
          rest = rest.dropFirst()
        }
      }
    }
    return spans
  }

  /// A text with its quotes; one that does not end goes to the end of the line.
  private static func quoted(_ line: Substring, by quote: Character) -> String {
    var text = String(quote)
    var isEscaped = false
    for character in line.dropFirst() {
      text.append(character)
      if !isEscaped, character == quote { break }
      isEscaped = !isEscaped && character == "\\"
    }
    return text
  }

  private static func isWordStart(_ character: Character) -> Bool { character.isLetter || character == "_" }
  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
