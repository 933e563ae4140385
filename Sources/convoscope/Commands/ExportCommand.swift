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
    abstract: Interface.texts.text(.manualExport),
    discussion: Interface.texts.text(.manualExportMore))

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
      .manualExportView, TextTable.manualList(GridView.allCases.map(\.rawValue)), value: .manualValueName))
  var view: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      .manualExportMap, TextTable.manualList(ColorMap.allCases.map(\.rawValue)), value: .manualValueName))
  var map: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualStudy, value: .manualValueStudy))
  var study: String?

  /// For the program itself, when it exports from its screen.
  @Flag(help: .hidden)
  var progress = false

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    // Values are checked before files are read, and everything is made before anything is written.
    let (path, format) = try target(texts)
    let settings = try settings(for: format, texts)
    let source = try source(texts)
    let job = ExportJob(settings: settings, texts: texts, progress: ExportProgress(isWanted: progress))
    let result = try job.make(format, of: source)
    try ExportTarget(path: path, texts: texts).write(result)
    if let note = result.note { StandardStreams.complain(note) }
  }

  // MARK: What to export

  private func source(_ texts: TextTable) throws(Failure) -> ReplayedSession {
    let notes = try viewNotes(texts)
    guard let session else {
      let studies = try StudyOption.actions(study, texts: texts)
      let explorer = try ExperimentSetup(options: experiment, texts: texts).explorer(adding: studies)
      return ReplayedSession(explorer: explorer, notes: notes)
    }
    guard experiment.isEmpty, study == nil else {
      throw Failure(status: .usage, sentence: texts.text(.errorSessionAndGrids, session))
    }
    let read = try SessionFiles.read(session, texts: texts)
    return ReplayedSession(explorer: read.explorer, notes: read.notes.merging(notes) { $1 })
  }

  /// The view that was asked for, as sessions note it.
  private func viewNotes(_ texts: TextTable) throws(Failure) -> [String: String] {
    var notes: [String: String] = [:]
    for (option, word, value, known) in [
      ("--view", "view", view, GridView.allCases.map(\.rawValue)),
      ("--map", "map", map, ColorMap.allCases.map(\.rawValue)),
    ] {
      guard let value else { continue }
      guard known.contains(value) else {
        throw Failure(status: .usage, sentence: texts.text(.errorOptionValue, option, value, texts.list(known)))
      }
      notes[word] = value
    }
    return notes
  }

  // MARK: Options

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

  private func size(_ texts: TextTable) throws(Failure) -> Size? {
    guard let terminal else { return nil }
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
