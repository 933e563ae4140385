import ArgumentParser
import NCursesTerminal
import Storage
import Workbench

/// Says what the program finds around itself, and what to change.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: Interface.texts.text(.manualDoctor),
    discussion: Interface.texts.text(.manualDoctorMore))

  @OptionGroup
  var lessons: LessonOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let report = DoctorReport(try facts(texts), texts: texts)
    var output = LineOutput()
    try output.write(lines: report.lines)
    try output.flush()
    if !report.isHealthy { throw CheckFailed() }
  }

  private func facts(_ texts: TextTable) throws -> DoctorReport.Facts {
    let probe = TerminalProbe()
    let folders = try? XDGFolders(
      environment: ProcessEnvironment.variables(["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]))
    let shelf = try LessonShelf(options: lessons, texts: texts)
    let library = shelf.load()
    return DoctorReport.Facts(
      program: "\(Version.current), \(Version.platform)", terminalType: probe.type,
      typeProblem: probe.problem.map { if case .terminalTypeTooSimple = $0 { .tooSimple } else { .noEntry } },
      colors: probe.colors, colorsAreOff: !(ProcessEnvironment.value(of: "NO_COLOR") ?? "").isEmpty,
      outputIsTerminal: probe.outputIsTerminal, size: probe.size, locale: locale, isUTF8: probe.isUTF8,
      language: Interface.choice.wanted,
      state: folder(folders?.state), config: folder(folders?.config), lessonFolder: shelf.folder,
      lessonCount: library.lessons.count,
      lessonProblems: library.problems.count + shelf.refusals(texts: texts).count, escapeDelay: probe.escapeDelay)
  }

  /// The variable that decides, as the C library looks for it.
  private var locale: String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { name in
      ProcessEnvironment.value(of: name).flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
    }.first
  }

  private func folder(_ path: String?) -> DoctorReport.Folder {
    guard let path else { return .nowhere }
    return switch XDGFolders.condition(of: path) {
    case .writable: .writable(path)
    case .missing: .missing(path)
    case .refused: .refused(path)
    }
  }
}
