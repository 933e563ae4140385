import Foundation
import TestSupport
import Testing

@testable import LessonKit

@Suite struct CatalogueTests {
  /// The Markdown files of one language, as the program reads them.
  static func files(language: String = "en") throws -> [(name: String, text: [UInt8])] {
    let folder = lessonsFolder.appending(path: language)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.map {
      (name: $0, text: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  static var lessonsFolder: URL { URL(filePath: Checkout.root).appending(path: "Lessons") }

  @Test("Every lesson file is a lesson, and numbers and file names agree")
  func loads() throws {
    let files = try Self.files()
    let library = LessonLibrary(files: files)
    #expect(library.problems.isEmpty)
    #expect(!library.lessons.isEmpty)
    #expect(library.lessons.count == files.count)
    for (lesson, file) in zip(library.lessons, files.map(\.name).sorted()) {
      let number = lesson.number < 10 ? "0\(lesson.number)" : "\(lesson.number)"
      #expect(file == "\(number)-\(lesson.id).md")
      for id in lesson.prerequisites { #expect(library.lesson(id) != nil, "\(lesson.id) requires \(id)") }
    }
  }

  @Test(
    "Every task of every lesson starts unsolved and is solved by its stored solution, in both languages",
    arguments: ["en", "zh-Hans"])
  func audits(language: String) throws {
    let translations = language == "en" ? [] : try Self.files(language: language)
    let library = LessonLibrary(files: try Self.files(), translations: translations)
    #expect(library.translationSources.count == (language == "en" ? 0 : library.lessons.count))
    for lesson in library.lessons {
      #expect(LessonAudit.findings(in: lesson) == [])
    }
  }

  @Test("The first lesson has three tasks: reach a cell, change the output, predict")
  func firstLesson() throws {
    let lesson = try #require(LessonLibrary(files: try Self.files()).lesson("1"))
    #expect(lesson.id == "sliding-window")
    #expect(lesson.tasks.map(\.id) == ["reach-the-plus", "upset-the-balance", "predict-the-next"])
    #expect(lesson.tasks.map { $0.question != nil } == [false, false, true])
    #expect(lesson.tasks.allSatisfy { $0.hints.count >= 2 && !$0.explanation.isEmpty })
  }

  private static func guide() throws -> String {
    try String(contentsOf: lessonsFolder.appending(path: "README.md"), encoding: .utf8)
  }

  /// The examples of the authors' guide behind so many backticks.
  private static func examples(fence: String) throws -> [[UInt8]] {
    let lines = try guide().split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { lines[$0] == fence + "markdown" }.map { start in
      Array(lines[(start + 1)...].prefix { $0 != fence }.map { $0 + "\n" }.joined().utf8)
    }
  }

  @Test("The first examples of the authors' guide are a lesson that can be solved, and its translation")
  func guideExample() throws {
    let examples = try Self.examples(fence: "````")
    try #require(examples.count == 2)
    let library = LessonLibrary(files: [("example.md", examples[0])], translations: [("translation.md", examples[1])])
    #expect(library.problems.isEmpty && library.stale.isEmpty, "\(library.problems) \(library.stale)")
    let lesson = try #require(library.lessons.first)
    #expect(library.translationSources.keys.contains(lesson.id))
    #expect(LessonAudit.findings(in: lesson) == [])
  }

  @Test("The examples of tasks that ask and of labs can be solved")
  func guideQuestions() throws {
    let examples = try Self.examples(fence: "`````")
    let library = LessonLibrary(files: examples.enumerated().map { ("example-\($0).md", $1) })
    #expect(library.problems.isEmpty)
    #expect(library.lessons.map(\.tasks.count) == [3, 2])
    for lesson in library.lessons { #expect(LessonAudit.findings(in: lesson) == []) }
  }

  @Test("Every check in the guide's reference is read, and every kind of check stands there")
  func guideReference() throws {
    let table = try #require(try Self.guide().components(separatedBy: "| Check | True when |\n").dropFirst().first)
    let checks = table.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("|") }.flatMap { row in
      row.split(separator: "|").first?.split(separator: "`").map(String.init).filter { $0.contains(": ") } ?? []
    }
    #expect(checks.count > 30)
    for check in checks { #expect(throws: Never.self, "\(check)") { try CheckReader.read(try LessonValue(check)) } }
    let kinds = Set(checks.compactMap { $0.split(separator: ":").first.map(String.init) })
    // `input` and `input-cell` stand in the words of their rows.
    #expect(kinds.union(["input", "input-cell"]) == Set(CheckReader.kinds.map(\.name)))
  }

  @Test("Every translation is in step with its original")
  func translations() throws {
    let originals = try Self.files()
    let library = LessonLibrary(files: originals, translations: try Self.files(language: "zh-Hans"))
    #expect(LessonLint.findings(ofTranslationsIn: library, originals: LessonLibrary(files: originals)) == [])
    for (id, source) in library.translationSources {
      #expect(source.file == library.sources[id]?.file)
    }
    #expect(library.lesson("sliding-window")?.title == "透过一个窗口看")
  }

  @Test("No page has more than 18 lines of 72 columns, prompt included")
  func pagesAreShort() throws {
    for lesson in LessonLibrary(files: try Self.files()).lessons {
      for (index, page) in lesson.pages.enumerated() {
        let text = page.blocks.map(\.lineCount).reduce(0, +)
        #expect(text <= 18, "\(lesson.id), page \(index + 1): \(text) lines")
        #expect((page.task?.prompt ?? []).map(\.lineCount).reduce(0, +) <= 5)
      }
    }
  }
}

extension LessonBlock {
  /// Roughly how many lines of 72 columns the block takes, blank lines between blocks included.
  fileprivate var lineCount: Int {
    switch self {
    case .heading, .rule: 1
    case .paragraph(let inlines): inlines.textLines + 1
    case .list(_, let items): items.map { $0.map(\.lineCount).reduce(-1, +) }.reduce(1, +)
    case .code(_, let text): text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    case .checklist(let items): items.map { $0.blocks.map(\.lineCount).reduce(-1, +) }.reduce(1, +)
    case .quote(let blocks), .footnote(_, let blocks): blocks.map(\.lineCount).reduce(0, +)
    case .table(_, let rows): rows.count + 3
    }
  }
}

extension [LessonInline] {
  fileprivate var textLines: Int { (map(\.length).reduce(0, +) + 71) / 72 }
}

extension LessonInline {
  fileprivate var length: Int {
    switch self {
    case .text(let text), .code(let text): text.count
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _): inlines.map(\.length).reduce(0, +)
    case .formula(let text): text.count
    case .lineBreak, .softBreak, .footnote: 1
    }
  }
}
