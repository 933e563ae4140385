/// Text from a file made fit for an error: at most 40 characters, nothing that a terminal could obey.
enum Excerpt {
  static let limit = 40

  /// Bytes that are not UTF-8, controls, and invisible or direction-changing characters become `U+FFFD`.
  static func of(_ bytes: some Collection<UInt8>) -> String {
    // Four bytes hold any scalar: this many are enough for `limit` of them, and a 1 GB cell costs nothing.
    let head = bytes.prefix(limit * 4 + 4)
    var excerpt = ""
    var length = 0
    for scalar in String(decoding: head, as: UTF8.self).unicodeScalars {
      guard length < limit else { return excerpt + "…" }
      excerpt.unicodeScalars.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
      length += 1
    }
    return head.count < bytes.count ? excerpt + "…" : excerpt
  }

  static func of(_ text: String) -> String { of(Array(text.utf8)) }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark, .spacingMark:
      false
    default: true
    }
  }
}
