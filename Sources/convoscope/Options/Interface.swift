import NCursesTerminal
import Workbench

/// The language of this run and its texts. It is decided once, from arguments and environment, before the argument parser
/// builds the help that is in it already.
enum Interface {
  /// What the arguments and the environment ask for.
  static let choice = LanguageChoice(
    arguments: Array(CommandLine.arguments.dropFirst()),
    environment: ProcessEnvironment.variables(["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]),
    isUTF8: TerminalLocale.adopt())

  static var texts: TextTable { choice.shown.texts }

  /// Says that the language that was asked for is not shown; nil where it is.
  static var notice: String? {
    choice.wanted == choice.shown ? nil : texts.text(.languageNotShown, choice.wanted.rawValue)
  }
}
