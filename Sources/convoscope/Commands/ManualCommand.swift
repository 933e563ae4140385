import ArgumentParser
import Workbench

/// Prints the manual page, made from the same tables as the help and the bindings.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: TextTable.english.text(.manualManual),
    discussion: TextTable.english.text(.manualManualMore))

  /// Every command that does something, in the order of `--help`.
  private static let commands: [(name: String, type: any ParsableCommand.Type)] = [
    ("explore", ExploreCommand.self), ("lesson", LessonCommand.self), ("lessons", LessonsCommand.self),
    ("step", StepCommand.self), ("run", RunCommand.self), ("model list", ModelListCommand.self),
    ("model summary", ModelSummaryCommand.self), ("model run", ModelRunCommand.self),
    ("export", ExportCommand.self), ("doctor", DoctorCommand.self), ("completions", CompletionsCommand.self),
    ("manual", ManualCommand.self),
  ]

  func run() throws {
    let page = ManualPage(
      version: Version.current,
      commands: Self.commands.map { command in
        (command.name, ConvoscopeCommand.helpMessage(for: command.type, columns: ManualPage.columns))
      })
    var output = LineOutput()
    try output.write(lines: page.lines)
    try output.flush()
  }
}
