import ArgumentParser
import Workbench

/// Prints the manual page, made from the same tables as the help and the bindings.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: Interface.texts.text(.manualManual),
    discussion: Interface.texts.text(.manualManualMore))

  /// Every command that does something, in the order of `--help`.
  private static let commands: [(name: String, type: any ParsableCommand.Type)] = [
    ("explore", ExploreCommand.self), ("lesson", LessonCommand.self), ("lessons", LessonsCommand.self),
    ("lessons check", LessonsCheckCommand.self), ("lessons new", LessonsNewCommand.self),
    ("lessons export", LessonsExportCommand.self), ("lessons import", LessonsImportCommand.self),
    ("step", StepCommand.self), ("run", RunCommand.self), ("model list", ModelListCommand.self),
    ("model summary", ModelSummaryCommand.self), ("model run", ModelRunCommand.self),
    ("export", ExportCommand.self), ("doctor", DoctorCommand.self), ("completions", CompletionsCommand.self),
    ("manual", ManualCommand.self),
  ]

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let page = ManualPage(
      version: Version.current,
      commands: Self.commands.map { command in
        let help = ConvoscopeCommand.helpMessage(
          for: command.type, columns: Interface.choice.shown.isASCII ? ManualPage.columns : HelpText.unbroken)
        return (command.name, HelpText.wrapped(help, columns: ManualPage.columns))
      }, texts: texts)
    var output = LineOutput()
    try output.write(lines: page.lines)
    try output.flush()
  }
}
