import LessonKit
import Storage
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that the lessons come from, and the lessons in it.
struct LessonShelf: Sendable {
  /// The folder that holds the lesson files of the interface language; nil when none was found.
  let folder: String?
  /// The language whose lessons are not there, so that the English ones stand in for them.
  let missing: Language?

  /// Looks where lessons may be: the option, the environment, beside the program, the checkout above the program.
  ///
  /// - Throws: `Failure` with `missingInput` when a folder was named that is none.
  init(options: LessonOptions, texts: TextTable) throws(Failure) {
    do throws(StorageError) {
      let found = try LessonFolder.find(
        explicit: options.folder, environment: ProcessEnvironment.variables(["CONVOSCOPE_LESSONS"]),
        executable: ProcessEnvironment.executable)
      let own = found.flatMap { Self.languageFolder(in: $0, language: texts.language) }
      let english =
        own == nil ? found.flatMap { Self.languageFolder(in: $0, language: Language.english.rawValue) } : nil
      folder = own ?? english ?? found
      missing = english == nil ? nil : Language(rawValue: texts.language)
    } catch {
      throw Failure(status: .missingInput, sentence: texts.sentence(for: error))
    }
  }

  /// Reads every lesson; a file that is none is among the library's problems or the sentences of `refusals`.
  func load() -> LessonLibrary {
    LessonLibrary(files: (files()?.files ?? []).map { (name: $0.name, text: $0.bytes) })
  }

  /// What is wrong with files that could not even be read.
  func refusals(texts: TextTable) -> [String] {
    (files()?.refused ?? []).map { texts.sentence(for: $0.reason, lesson: $0.name) }
  }

  /// Says that the lessons are in English; nil where they are in the language of the interface.
  func notice(texts: TextTable) -> String? { missing.map { texts.text(.languageLessons, $0.name) } }

  private func files() -> LessonFiles? {
    folder.flatMap { try? LessonFiles.read(folder: $0) }
  }

  /// A folder of lessons has one folder for each language; an author's own may hold the files themselves.
  private static func languageFolder(in folder: String, language: String) -> String? {
    let inner = folder + (folder.hasSuffix("/") ? "" : "/") + language
    return access(inner, R_OK) == 0 ? inner : nil
  }
}
