import ArgumentParser
import LessonKit
import Workbench

/// Lists the lessons and how far one has come; needs no terminal.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: Interface.texts.text(.manualLessons),
    subcommands: [
      LessonsCheckCommand.self, LessonsNewCommand.self, LessonsExportCommand.self, LessonsImportCommand.self,
    ])

  @OptionGroup
  var lessons: LessonOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let shelf = try LessonShelf(options: lessons, texts: texts)
    let library = shelf.load()
    let (progress, complaint) = ProgressFile(texts: texts).load()
    var output = LineOutput()
    for line in LessonList.lines(of: library.lessons, progress: progress, texts: texts) { try output.write(line) }
    if let notice = shelf.notice(for: library, texts: texts) { try output.write(notice) }
    try output.flush()
    if let complaint { StandardStreams.complain(complaint) }
    let problems = library.problems.map { texts.sentence(for: $0) } + shelf.refusals(texts: texts)
    for problem in problems.dropLast() { StandardStreams.complain(problem) }
    if let last = problems.last { throw Failure(status: .badData, sentence: last) }
    if library.lessons.isEmpty { throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder)) }
  }
}
