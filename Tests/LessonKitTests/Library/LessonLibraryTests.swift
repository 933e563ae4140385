import Testing

@testable import LessonKit

@Suite struct LessonLibraryTests {
  private func file(_ name: String, id: String, number: Int) -> (name: String, text: [UInt8]) {
    (name, Array("---\nid: \(id)\nnumber: \(number)\ntitle: T\n---\n## One\n".utf8))
  }

  @Test("Lessons come by number, whatever the order of the files, and are found by id and number")
  func order() {
    let library = LessonLibrary(files: [file("b", id: "two", number: 2), file("a", id: "ten", number: 10)])
    #expect(library.lessons.map(\.id) == ["two", "ten"])
    #expect(library.problems.isEmpty)
    #expect(library.lesson("ten")?.number == 10)
    #expect(library.lesson("2")?.id == "two")
    #expect(library.lesson("three") == nil)
    #expect(LessonLibrary(files: []).lessons.isEmpty)
  }

  @Test("While a file cannot be read, the lesson of an older reading stands in for it")
  func keepsOlder() {
    let older = LessonLibrary(files: [file("a", id: "one", number: 1), file("b", id: "two", number: 2)])
    let broken = LessonLibrary(files: [("a", []), file("b", id: "two", number: 2)])
    #expect(broken.keepingUnreadable(from: older).lessons.map(\.id) == ["one", "two"])
    #expect(broken.keepingUnreadable(from: older).problems == broken.problems)
    let renumbered = LessonLibrary(files: [("a", []), file("b", id: "new", number: 1)])
    #expect(renumbered.keepingUnreadable(from: older).lessons.map(\.id) == ["new", "two"])
    let removed = LessonLibrary(files: [file("b", id: "two", number: 2)])
    #expect(removed.keepingUnreadable(from: older).lessons.map(\.id) == ["two"])
  }

  @Test("A second lesson of the same id or number is a problem, and so is a broken file; the others stay")
  func duplicates() {
    let library = LessonLibrary(files: [
      file("c", id: "one", number: 3), file("b", id: "two", number: 1), file("a", id: "one", number: 1),
      ("d", Array("nothing".utf8)),
    ])
    #expect(library.lessons.map(\.id) == ["one"])
    #expect(
      library.problems == [
        LessonProblem(file: "b", line: nil, reason: .duplicateNumber(1)),
        LessonProblem(file: "c", line: nil, reason: .duplicateLesson(id: "one")),
        LessonProblem(file: "d", line: 1, reason: .noFrontMatter),
      ])
  }
}
