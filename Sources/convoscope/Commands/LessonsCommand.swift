import ArgumentParser
import LessonKit
import Workbench

/// Lists the lessons and how far one has come; needs no terminal.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "List the lessons and what is done in each.")

  @OptionGroup
  var lessons: LessonOptions

  func run() throws {
    let texts = TextTable.english
    let library = LessonShelf(options: lessons).load()
    let progress = try ProgressFile(texts: texts).load()
    var output = LineOutput()
    for line in LessonList.lines(of: library, progress: progress, texts: texts) { try output.write(line) }
    try output.flush()
    if let problem = library.problems.first {
      throw Failure(status: .badData, sentence: texts.sentence(for: problem))
    }
    if library.lessons.isEmpty { throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder)) }
  }
}
