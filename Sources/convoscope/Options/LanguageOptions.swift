import ArgumentParser
import Workbench

/// The language, which every command takes.
///
/// `Interface` has read and removed the option before the parser sees the arguments; it stands here for help and
/// completions, and for an option without its value.
struct LanguageOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp(.manualLanguage, value: .manualValueLanguage),
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?
}
