import ArgumentParser
import ConvolutionEngine
import Explorer
import LessonKit
import Workbench

/// Opens the screen on a file, on presets, or on the lessons; or writes the output without a screen.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: Interface.texts.text(.manualExplore),
    discussion: Interface.texts.text(.manualExploreMore))

  @OptionGroup
  var experiment: ExperimentOptions

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(.manualOutput, value: .manualValueFile))
  var output: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualSession, value: .manualValueFile))
  var session: String?

  @Option(parsing: .unconditional, help: ArgumentHelp(.manualStudy, value: .manualValueStudy))
  var study: String?

  @OptionGroup
  var display: DisplayOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let studies = try studyActions(texts)
    if let session, SessionFiles.exists(session) {
      guard experiment.isEmpty, study == nil else {
        throw Failure(status: .usage, sentence: texts.text(.errorSessionAndGrids, session))
      }
      let replayed = try SessionFiles.read(session, texts: texts)
      try explore(replayed.explorer, opening: .session(replayed, path: session), texts: texts)
    } else {
      let explorer = try ExperimentSetup(options: experiment, texts: texts).explorer(adding: studies)
      let opening: Screen.Opening =
        session.map { .newSession(path: $0) } ?? (experiment.isEmpty && study == nil ? .startingLesson : .beside)
      try explore(explorer, opening: opening, texts: texts)
    }
  }

  /// The study that was asked for, which has no output to be written.
  private func studyActions(_ texts: TextTable) throws(Failure) -> [ExplorerAction] {
    guard study == nil || output == nil else {
      throw Failure(status: .usage, sentence: texts.text(.errorStudyAndOutput))
    }
    return try StudyOption.actions(study, texts: texts)
  }

  private func explore(_ explorer: ExplorerState, opening: Screen.Opening, texts: TextTable) throws {
    if let output {
      try write(explorer.experiment, to: output, texts: texts)
    } else {
      try Screen(display: display, texts: texts).run(explorer, opening: opening)
    }
  }

  private func write(_ experiment: Experiment, to path: String, texts: TextTable) throws(Failure) {
    guard let tensor = experiment.output() else {
      throw Failure(status: .internalError, sentence: texts.text(.errorInternal))
    }
    if let note = try GridFiles.write(tensor, to: path, texts: texts) { StandardStreams.complain(note) }
  }
}
