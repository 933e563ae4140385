import LessonKit
import Storage
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pack that the lessons come from: a folder with one folder of lessons for each language, or an author's own folder
/// that holds the files themselves.
struct LessonShelf: Sendable {
  /// The files of one language.
  private struct Room: Sendable {
    let path: String
    /// What stands before the file names in problems: the language and a slash, or nothing.
    let prefix: String
  }

  /// The folder of the pack; nil when none was found.
  let pack: String?
  private let originals: Room?
  /// The words of the interface's language, where the originals are in another one.
  private let translations: Room?
  private let language: Language

  /// Looks where lessons may be: the option, the environment, beside the program, the checkout above the program.
  ///
  /// - Throws: `Failure` with `missingInput` when a folder was named that is none.
  init(options: LessonOptions, texts: TextTable) throws(Failure) {
    try self.init(folder: options.folder, texts: texts)
  }

  /// The same with the folder that was named, if one was.
  init(folder: String?, texts: TextTable) throws(Failure) {
    let pack: String?
    do throws(StorageError) {
      pack = try LessonFolder.find(
        explicit: folder, environment: ProcessEnvironment.variables(["CONVOSCOPE_LESSONS"]),
        executable: ProcessEnvironment.executable)
    } catch {
      throw Failure(status: .missingInput, sentence: texts.sentence(for: error))
    }
    let language = Language(rawValue: texts.language) ?? .english
    let own = pack.flatMap { Self.room(in: $0, language: language) }
    let english = pack.flatMap { Self.room(in: $0, language: .english) }
    originals = english ?? own ?? pack.map { Room(path: $0, prefix: "") }
    translations = english != nil && language != .english ? own : nil
    self.pack = pack
    self.language = language
  }

  /// The folder of the original lessons; nil when none was found.
  var folder: String? { originals?.path }

  /// Every folder that lessons are read from.
  var folders: [String] { [originals, translations].compactMap { $0?.path } }

  /// Reads every lesson; a file that is none is among the library's problems or the sentences of `refusals`.
  func load() -> LessonLibrary {
    LessonLibrary(files: Self.files(in: originals), translations: Self.files(in: translations))
  }

  /// The lesson that opens beside the grids, read without the others; nil where choosing it takes all of them.
  func loadStarting(progress: LessonProgress) -> LessonLibrary? {
    loadFirst(progress.currentLesson) { StartingLesson.hasMore($0, after: progress) }
  }

  /// The lesson of that id or number, read without the others; nil when there is none, or its file is wrong.
  func load(lesson name: String) -> LessonLibrary? {
    loadFirst(name) { $0.id == name || $0.number == Int(name) }
  }

  private func loadFirst(_ name: String?, where suits: (Lesson) -> Bool) -> LessonLibrary? {
    LessonLibrary.opening(
      files: Self.files(in: originals), translations: Self.files(in: translations), startingWith: name, where: suits)
  }

  /// What is wrong with files that could not even be read.
  func refusals(texts: TextTable) -> [String] {
    [originals, translations].compactMap { $0 }.flatMap { Self.refusals($0, texts: texts) }
  }

  /// Says which lessons are in English; nil where all are in the language of the interface.
  func notice(for library: LessonLibrary, texts: TextTable) -> String? {
    guard language != .english, originals?.prefix == Self.prefix(.english), !library.lessons.isEmpty else { return nil }
    let missing = library.lessons.count - library.translationSources.count
    if missing == library.lessons.count { return texts.text(.languageLessons, language.name) }
    return missing == 0
      ? nil : texts.text(.languageLessonsPartly, language.name, "\(missing)", "\(library.lessons.count)")
  }

  /// All that a check looks at, in every language.
  func reportedPack(texts: TextTable) -> LessonReport.Pack {
    let files = Self.files(in: originals)
    let others =
      pack.map { pack in
        Language.allCases.compactMap { language in
          Self.room(in: pack, language: language).map { (language: language, room: $0) }
        }.filter { $0.room.path != originals?.path }
      } ?? []
    let refusals = ([originals] + others.map(\.room)).compactMap { $0 }.flatMap { Self.refusals($0, texts: texts) }
    return LessonReport.Pack(
      originals: LessonLibrary(files: files),
      translations: others.map { language, room in
        (language, LessonLibrary(files: files, translations: Self.files(in: room)))
      },
      refusals: refusals, guide: guide)
  }

  /// The authors' guide of the pack.
  private var guide: (file: String, text: String)? {
    guard let pack, let text = try? LessonFiles.guide(in: pack) else { return nil }
    return (LessonFiles.guideName, text)
  }

  private static func refusals(_ room: Room, texts: TextTable) -> [String] {
    (read(room)?.refused ?? []).map { texts.sentence(for: $0.reason, lesson: room.prefix + $0.name) }
  }

  private static func files(in room: Room?) -> [LessonLibrary.File] {
    guard let room else { return [] }
    return (read(room)?.files ?? []).map { (name: room.prefix + $0.name, text: $0.bytes) }
  }

  private static func read(_ room: Room) -> LessonFiles? { try? LessonFiles.read(folder: room.path) }

  private static func prefix(_ language: Language) -> String { language.rawValue + "/" }

  private static func room(in pack: String, language: Language) -> Room? {
    let path = pack + (pack.hasSuffix("/") ? "" : "/") + language.rawValue
    return access(path, R_OK) == 0 ? Room(path: path, prefix: prefix(language)) : nil
  }
}
