import ArgumentParser
import LessonKit
import Storage
import Workbench

/// Writes a first file for a lesson of one's own, one that a check finds in order.
struct LessonsNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Interface.texts.text(.manualNew), discussion: Interface.texts.text(.manualNewMore))

  @Argument(help: ArgumentHelp(.manualSlug))
  var slug: String

  @OptionGroup
  var lessons: LessonOptions

  @OptionGroup
  var language: LanguageOptions

  func run() throws {
    let texts = Interface.texts
    let shelf = try LessonShelf(folder: lessons.folder, texts: texts)
    guard let folder = shelf.folder else {
      throw Failure(status: .missingInput, sentence: texts.text(.lessonsNoFolder))
    }
    let library = shelf.load()
    guard let skeleton = LessonSkeleton(slug: slug, after: library) else {
      throw Failure(status: .usage, sentence: texts.text(.errorSlug, slug))
    }
    guard library.lesson(slug) == nil else {
      throw Failure(status: .usage, sentence: texts.text(.errorLessonExists, slug))
    }
    let path = folder + (folder.hasSuffix("/") ? "" : "/") + skeleton.fileName
    do throws(StorageError) {
      try AtomicFile.create(skeleton.bytes, at: path)
    } catch {
      throw Failure(status: .cannotWrite, sentence: texts.sentence(for: error))
    }
    var output = LineOutput()
    try output.write(texts.text(.lessonCreated, path))
    try output.flush()
  }
}
