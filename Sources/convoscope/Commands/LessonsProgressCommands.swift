import ArgumentParser
import Workbench

/// Writes what was solved to a file, for another machine or to be kept.
struct LessonsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Interface.texts.text(.manualProgressExport))

  @Argument(help: ArgumentHelp(.manualProgressFile), completion: .file())
  var file: String

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let (progress, complaint) = ProgressFile(texts: texts).load()
    if let complaint { StandardStreams.complain(complaint) }
    try ProgressFile.export(progress, to: file, texts: texts)
    var output = LineOutput()
    try output.write(texts.text(.progressExported, file))
    try output.flush()
  }
}

/// Adds what such a file says to what was solved here.
struct LessonsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: Interface.texts.text(.manualProgressImport),
    discussion: Interface.texts.text(.manualProgressImportMore))

  @Argument(help: ArgumentHelp(.manualProgressFile), completion: .file())
  var file: String

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let imported = try ProgressFile.exported(at: file, texts: texts)
    let store = ProgressFile(texts: texts)
    let (before, complaint) = store.load()
    if let complaint { StandardStreams.complain(complaint) }
    var progress = before
    progress.merge(imported)
    if progress.currentLesson == nil {
      (progress.currentLesson, progress.currentPage) = (imported.currentLesson, imported.currentPage)
    }
    do throws(ServiceFailure) {
      try store.save(progress)
    } catch {
      throw Failure(status: .cannotWrite, sentence: error.sentence)
    }
    func count(_ progress: LessonProgress) -> Int { progress.solved.values.reduce(0) { $0 + $1.count } }
    var output = LineOutput()
    try output.write(texts.text(.progressImported, file, "\(count(progress) - count(before))"))
    try output.flush()
  }
}
