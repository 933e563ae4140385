/// How the screen looks as a whole.
package enum ThemeName: String, CaseIterable, Sendable {
  /// Two accents, and grey for what is less important.
  case standard
  /// Nothing grey or dim, accents bold: for bright rooms, projectors and tired eyes.
  case contrast
  /// The terminal's own colours; signs and attributes say everything.
  case mono
}
