import ArgumentParser
import LessonKit
import Workbench

/// Lists the lessons and how far one has come, or checks them; needs no terminal.
struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: Interface.texts.text(.manualLessons),
    discussion: Interface.texts.text(.manualLessonsMore))

  @Flag(help: ArgumentHelp(.manualCheck))
  var check = false

  @OptionGroup
  var lessons: LessonOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let shelf = try LessonShelf(options: lessons, texts: texts)
    let library = shelf.load()
    if check { return try report(on: library, refusals: shelf.refusals(texts: texts), texts: texts) }
    let (progress, complaint) = ProgressFile(texts: texts).load()
    var output = LineOutput()
    for line in LessonList.lines(of: library.lessons, progress: progress, texts: texts) { try output.write(line) }
    if let notice = shelf.notice(texts: texts) { try output.write(notice) }
    try output.flush()
    if let complaint { StandardStreams.complain(complaint) }
    let problems = library.problems.map { texts.sentence(for: $0) } + shelf.refusals(texts: texts)
    for problem in problems.dropLast() { StandardStreams.complain(problem) }
    if let last = problems.last { throw Failure(status: .badData, sentence: last) }
    if library.lessons.isEmpty { throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder)) }
  }

  private func report(on library: LessonLibrary, refusals: [String], texts: TextTable) throws {
    if library.lessons.isEmpty && library.problems.isEmpty && refusals.isEmpty {
      throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder))
    }
    let report = LessonReport(on: library, refusals: refusals, texts: texts)
    var output = LineOutput()
    for line in report.lines { try output.write(line) }
    try output.flush()
    if !report.isClean { throw CheckFailed() }
  }
}
