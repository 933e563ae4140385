import ArgumentParser
import Workbench

/// Checks the files of a pack of lessons and plays every stored solution; needs no terminal.
struct LessonsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Interface.texts.text(.manualCheck),
    discussion: Interface.texts.text(.manualCheckMore))

  @Argument(help: ArgumentHelp(.manualLessonsFolder, value: .manualValueFolder))
  var folder: String?

  @OptionGroup
  var lessons: LessonOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let pack = try LessonShelf(folder: folder ?? lessons.folder, texts: texts).reportedPack(texts: texts)
    if pack.originals.lessons.isEmpty && pack.originals.problems.isEmpty && pack.refusals.isEmpty {
      throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder))
    }
    let report = LessonReport(on: pack, texts: texts)
    var output = LineOutput()
    for line in report.lines { try output.write(line) }
    try output.flush()
    if !report.isClean { throw CheckFailed() }
  }
}
