import ArgumentParser
import Workbench

/// Opens a lesson.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: Interface.texts.text(.manualLesson),
    discussion: Interface.texts.text(.manualLessonMore))

  @Argument(help: ArgumentHelp(.manualLessonID))
  var id: String?

  @OptionGroup
  var display: DisplayOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let explorer = try ExperimentSetup(options: ExperimentOptions.parse([]), texts: texts).explorer()
    try Screen(display: display, texts: texts).run(explorer, opening: id.map { .lesson($0) } ?? .startingLesson)
  }
}
