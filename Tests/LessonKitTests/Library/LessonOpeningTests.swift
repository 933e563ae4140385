import Testing

@testable import LessonKit

/// The one lesson of a first screen, read without the others.
@Suite struct LessonOpeningTests {
  private func file(_ name: String, id: String, number: Int, body: String = "## One\n") -> LessonLibrary.File {
    (name, Array("---\nid: \(id)\nnumber: \(number)\ntitle: \(id)\n---\n\(body)".utf8))
  }

  @Test("The wanted lesson comes first, then the others by number, and the others are not in the library")
  func order() {
    let files = [
      file("a", id: "ten", number: 10), file("b", id: "two", number: 2), file("c", id: "one", number: 1),
    ]
    var asked: [String] = []
    let none = LessonLibrary.opening(files: files, startingWith: "ten") { lesson in
      asked.append(lesson.id)
      return false
    }
    #expect(none == nil)
    #expect(asked == ["ten", "one", "two"])
    let first = LessonLibrary.opening(files: files, startingWith: "gone") { _ in true }
    #expect(first?.lessons.map(\.id) == ["one"])
    #expect(first?.problems.isEmpty == true)
  }

  @Test("A file that cannot be read is passed over, wherever it breaks")
  func broken() {
    let files: [LessonLibrary.File] = [
      ("a", []), ("b", Array("---\nid: x\n".utf8)), ("c", Array("---\nid: [\n---\n## One\n".utf8)),
      ("d", [0xff, 0x0a, 0x2d, 0x2d, 0x2d]), file("e", id: "two", number: 2, body: ""),
      file("f", id: "three", number: 3),
    ]
    #expect(LessonLibrary.opening(files: files, startingWith: "two") { _ in true }?.lessons.map(\.id) == ["three"])
    #expect(LessonLibrary.opening(files: [], startingWith: nil) { _ in true } == nil)
  }

  @Test(
    "Every lesson of the course is the same by itself as among the others, in both languages",
    arguments: [
      "en", "zh-Hans",
    ])
  func same(language: String) throws {
    let files = try CatalogueTests.files()
    let translations = language == "en" ? [] : try CatalogueTests.files(language: language)
    for lesson in LessonLibrary(files: files, translations: translations).lessons {
      let alone = LessonLibrary.opening(files: files, translations: translations, startingWith: lesson.id) { _ in true }
      #expect(alone?.lessons == [lesson])
    }
  }
}
