/// A language that a step can be written in. The raw value is its name in commands.
package enum CodeLanguage: String, CaseIterable, Sendable {
  case numpy
  case pytorch
  case swift

  /// What begins a comment.
  package var commentSign: String { self == .swift ? "//" : "#" }
}
