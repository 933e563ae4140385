import Explorer

/// How the step is told under its sum. The raw value is its name after `:voice`.
package enum Voice: String, CaseIterable, Sendable {
  /// Where the window lies, and the running sum.
  case numbers
  /// A plain sentence.
  case words
  case numpy
  case pytorch
  case swift

  /// The language of a voice that is code.
  var language: CodeLanguage? { CodeLanguage(rawValue: rawValue) }

  /// The next one in the order of the cases, around.
  var next: Voice {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
