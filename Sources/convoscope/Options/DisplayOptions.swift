import ArgumentParser

/// The options of the screen and the lessons beside it.
struct DisplayOptions: ParsableArguments {
  @Flag(help: "Use no colours, like a non-empty NO_COLOR in the environment.")
  var noColor = false

  @Flag(help: "Draw borders, arrows and shades with ASCII characters only.")
  var ascii = false

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
    help: ArgumentHelp("The folder of the lessons, instead of those that came with the program.", valueName: "dir"))
  var folder: String?
}
