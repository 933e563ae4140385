import ArgumentParser
import Workbench

/// Opens a lesson.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: TextTable.english.text(.manualLesson),
    discussion: TextTable.english.text(.manualLessonMore))

  @Argument(help: ArgumentHelp(.manualLessonID))
  var id: String?

  @OptionGroup
  var display: DisplayOptions

  func run() throws {
    let texts = TextTable.english
    let explorer = try ExperimentSetup(options: ExperimentOptions.parse([]), texts: texts).explorer()
    try Screen(display: display, texts: texts).run(explorer, opening: id.map { .lesson($0) } ?? .startingLesson)
  }
}
