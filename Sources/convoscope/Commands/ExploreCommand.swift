import ArgumentParser
import ConvolutionEngine
import Explorer
import LessonKit
import Workbench

/// Opens the screen on a file, on presets, or on the lessons; or writes the output without a screen.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: TextTable.english.text(.manualExplore),
    discussion: TextTable.english.text(.manualExploreMore))

  @OptionGroup
  var experiment: ExperimentOptions

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(.manualOutput, value: .manualValueFile))
  var output: String?

  @OptionGroup
  var display: DisplayOptions

  func run() throws {
    let texts = TextTable.english
    let explorer = try ExperimentSetup(options: experiment, texts: texts).explorer()
    if let output {
      try write(explorer.experiment, to: output, texts: texts)
    } else {
      try Screen(display: display, texts: texts).run(explorer, opening: experiment.isEmpty ? .startingLesson : .beside)
    }
  }

  private func write(_ experiment: Experiment, to path: String, texts: TextTable) throws(Failure) {
    guard let tensor = experiment.output() else {
      throw Failure(status: .internalError, sentence: texts.text(.errorInternal))
    }
    if let note = try GridFiles.write(tensor, to: path, texts: texts) { StandardStreams.complain(note) }
  }
}
