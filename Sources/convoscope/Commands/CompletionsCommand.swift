import ArgumentParser
import Workbench

/// Prints the script by which a shell completes the program's commands and options.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: Interface.texts.text(.manualCompletions),
    discussion: Interface.texts.text(.manualCompletionsMore))

  @Argument(
    help: ArgumentHelp(.manualShell, TextTable.manualList(CompletionShell.allCases.map(\.rawValue))),
    transform: { name in
      guard let shell = CompletionShell(rawValue: name) else {
        let known = TextTable.manualList(CompletionShell.allCases.map(\.rawValue))
        throw ValidationError(Interface.texts.text(.errorUnknownShell, name, known))
      }
      return shell
    })
  var shell: CompletionShell

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    var output = LineOutput()
    try output.write(ConvoscopeCommand.completionScript(for: shell))
    try output.flush()
  }
}
