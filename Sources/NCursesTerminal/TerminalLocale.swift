import CNCurses

/// The character set of the locale.
package enum TerminalLocale {
  /// Adopts the character set of the environment, as a screen would; true for UTF-8.
  ///
  /// Of the locale only `LC_CTYPE` changes, so that numbers stay as they are.
  package static func adopt() -> Bool { cnc_adopt_locale() }
}
