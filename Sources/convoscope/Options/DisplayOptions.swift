import ArgumentParser

/// The options of the screen and the lessons beside it.
struct DisplayOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(.manualNoColor))
  var noColor = false

  @Flag(help: ArgumentHelp(.manualASCII))
  var ascii = false

  @Flag(help: ArgumentHelp(.manualNoMouse))
  var noMouse = false

  @OptionGroup
  var lessons: LessonOptions

  /// Whether colours are welcome.
  var wantsColor: Bool {
    !noColor && (ProcessEnvironment.value(of: "NO_COLOR") ?? "").isEmpty
  }
}

/// Where lessons come from.
struct LessonOptions: ParsableArguments {
  @Option(
    name: .customLong("lessons"), parsing: .unconditional,
    help: ArgumentHelp(.manualLessonsFolder, value: .manualValueFolder))
  var folder: String?
}
