import ArgumentParser
import ConvolutionEngine
import Explorer
import Exporting
import TerminalKit
import Workbench

/// Writes a picture, an animation, a recording, code or the grids, without a screen.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: TextTable.english.text(.manualExport),
    discussion: TextTable.english.text(.manualExportMore))

  @OptionGroup
  var experiment: ExperimentOptions

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualExportTo, value: .manualValueFile))
  var to: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualExportFormat, TextTable.manualList(ExportFormat.allCases.map(\.rawValue)), value: .manualValueName))
  var format: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualExportSession, value: .manualValueFile))
  var session: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualExportCell, value: .manualValueCell))
  var cell: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualExportWidth, value: .manualValueNumber))
  var width: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualExportSpeed, value: .manualValueNumber))
  var speed: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.manualExportSteps, "\(ExportSettings.standardSteps)", value: .manualValueNumber))
  var steps: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualExportTerminal, value: .manualValueTerminal))
  var terminal: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualExportLanguage, TextTable.manualList(TextTable.languages.map(\.language)), value: .manualValueName))
  var lang: String?

  func run() throws {
    let texts = try language()
    // Values are checked before files are read, and everything is made before anything is written.
    let (path, format) = try target(texts)
    let settings = try settings(for: format, texts)
    let source = try source(texts)
    let job = ExportJob(settings: settings, texts: texts)
    let result = try job.make(format, of: source)
    try ExportTarget(path: path, texts: texts).write(result)
    if let note = result.note { StandardStreams.complain(note) }
  }

  // MARK: What to export

  private func source(_ texts: TextTable) throws(Failure) -> ReplayedSession {
    guard let session else {
      return ReplayedSession(
        explorer: try ExperimentSetup(options: experiment, texts: texts).explorer(), notes: [:])
    }
    guard experiment.isEmpty else {
      throw Failure(status: .usage, sentence: texts.text(.errorSessionAndGrids, session))
    }
    return try SessionFiles.read(session, texts: texts)
  }

  // MARK: Options

  private func language() throws(Failure) -> TextTable {
    guard let lang else { return .english }
    guard let table = TextTable.languages.first(where: { $0.language == lang }) else {
      let names = TextTable.languages.map(\.language)
      throw Failure(
        status: .usage,
        sentence: TextTable.english.text(.errorOptionValue, "--lang", lang, TextTable.english.list(names)))
    }
    return table
  }

  /// Where it goes, and as what.
  private func target(_ texts: TextTable) throws(Failure) -> (path: String, format: ExportFormat) {
    guard let to, !to.isEmpty else { throw Failure(status: .usage, sentence: texts.text(.exportNeedsTarget)) }
    if let format {
      guard let known = ExportFormat(rawValue: format) else {
        throw Failure(
          status: .usage,
          sentence: texts.text(
            .errorOptionValue, "--format", format, texts.list(ExportFormat.allCases.map(\.rawValue))))
      }
      guard known != .npy || to != "-" else {
        throw Failure(status: .usage, sentence: texts.text(.exportGridsNeedFolder))
      }
      return (to, known)
    }
    guard let known = ExportFormat.named(by: to) ?? (ExportTarget.isFolder(to) ? .npy : nil) else {
      throw Failure(
        status: .usage,
        sentence: texts.text(
          .exportUnknownEnding, to == "-" ? texts.text(.exportStandardOutput) : to,
          texts.list(ExportFormat.endings.map { "." + $0.ending })))
    }
    return (to, known)
  }

  private func settings(for format: ExportFormat, _ texts: TextTable) throws(Failure) -> ExportSettings {
    let widths = format == .gif ? GIFAnimation.widths : PictureFormat.widths
    return ExportSettings(
      cell: try place(texts),
      width: try number(width, of: "--width", in: widths, texts),
      speed: try number(speed, of: "--speed", in: Playback.speeds, texts) ?? ExportSettings.standardSpeed,
      steps: try number(steps, of: "--steps", in: ExportSettings.steps, texts) ?? ExportSettings.standardSteps,
      terminal: try size(texts))
  }

  private func number(
    _ text: String?, of option: String, in range: ClosedRange<Int>, _ texts: TextTable
  ) throws(Failure) -> Int? {
    guard let text else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Failure(
        status: .usage,
        sentence: texts.text(
          .errorOptionValue, option, text,
          texts.text(.expectedNumberBetween, "\(range.lowerBound)", "\(range.upperBound)")))
    }
    return number
  }

  private func place(_ texts: TextTable) throws(Failure) -> (row: Int, column: Int)? {
    guard let cell else { return nil }
    let parts = cell.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let row = parts[0], let column = parts[1] else {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, "--cell", cell, texts.text(.expectedCell)))
    }
    return (row, column)
  }

  private func size(_ texts: TextTable) throws(Failure) -> Size {
    guard let terminal else { return Size(rows: 24, columns: 80) }
    let parts = terminal.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], ExportSettings.rows.contains(rows),
      ExportSettings.columns.contains(columns)
    else {
      throw Failure(
        status: .usage, sentence: texts.text(.errorOptionValue, "--terminal", terminal, texts.text(.expectedTerminal)))
    }
    return Size(rows: rows, columns: columns)
  }
}
