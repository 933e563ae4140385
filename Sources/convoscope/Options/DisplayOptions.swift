import ArgumentParser
import TerminalKit
import Workbench

/// The options of the screen and the lessons beside it.
struct DisplayOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(.manualNoColor))
  var noColor = false

  @Flag(help: ArgumentHelp(.manualASCII))
  var ascii = false

  @Flag(help: ArgumentHelp(.manualNoMouse))
  var noMouse = false

  @Option(help: ArgumentHelp(.manualTheme, TextTable.manualList(ThemeName.allCases.map(\.rawValue))))
  var theme: String?

  @Flag(help: ArgumentHelp(.manualDump))
  var dump = false

  @Option(help: ArgumentHelp(.manualDumpSize, value: .manualValueSize))
  var dumpSize: String?

  @OptionGroup
  var lessons: LessonOptions

  /// How the screen shall look; nil where nothing is said.
  func chosenTheme(_ texts: TextTable) throws(Failure) -> ThemeName? {
    guard let theme else { return nil }
    guard let name = ThemeName(rawValue: theme) else {
      let known = texts.list(ThemeName.allCases.map(\.rawValue))
      throw Failure(status: .usage, sentence: texts.text(.errorUnknownTheme, theme, known))
    }
    return name
  }

  /// The size of the screen that `--dump` writes, 80×24 unless it is given.
  func sizeOfDump(_ texts: TextTable) throws(Failure) -> Size {
    guard let dumpSize else { return Size(rows: 24, columns: 80) }
    let sides = dumpSize.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let columns = sides[0], let rows = sides[1], (1...1000).contains(columns),
      (1...1000).contains(rows)
    else { throw Failure(status: .usage, sentence: texts.text(.errorDumpSize, dumpSize)) }
    return Size(rows: rows, columns: columns)
  }

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
