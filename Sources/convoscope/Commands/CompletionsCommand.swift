import ArgumentParser
import Workbench

/// Prints the script by which a shell completes the program's commands and options.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: TextTable.english.text(.manualCompletions),
    discussion: TextTable.english.text(.manualCompletionsMore))

  @Argument(
    help: ArgumentHelp(.manualShell, TextTable.manualList(CompletionShell.allCases.map(\.rawValue))),
    transform: { name in
      guard let shell = CompletionShell(rawValue: name) else {
        let known = TextTable.manualList(CompletionShell.allCases.map(\.rawValue))
        throw ValidationError(TextTable.english.text(.errorUnknownShell, name, known))
      }
      return shell
    })
  var shell: CompletionShell

  func run() throws {
    var output = LineOutput()
    try output.write(ConvoscopeCommand.completionScript(for: shell))
    try output.flush()
  }
}
