import ArgumentParser
import Workbench

/// Opens a lesson.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Open a lesson where it was left.",
    discussion: "Without an ID the lesson opens that was left last, or the first one with something to do.")

  @Argument(help: "The lesson's id or number, as `convoscope lessons` lists them.")
  var id: String?

  @OptionGroup
  var display: DisplayOptions

  func run() throws {
    let texts = TextTable.english
    let explorer = try ExperimentSetup(options: ExperimentOptions.parse([]), texts: texts).explorer()
    try Screen(display: display, texts: texts).run(explorer, opening: id.map { .lesson($0) } ?? .startingLesson)
  }
}
