import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LessonFilesTests {
  @Test("Lessons are read in the order of their names; what is no Markdown is passed over")
  func reads() throws {
    let folder = try TemporaryFolder()
    try folder.write("two", to: "02-edges.md")
    try folder.write("one", to: "01-sliding-window.md")
    try folder.write("", to: "README")
    try folder.write("", to: ".01-swap.md")
    let result = try LessonFiles.read(folder: folder.path)
    #expect(result.files.map(\.name) == ["01-sliding-window.md", "02-edges.md"])
    #expect(result.files.map(\.bytes) == [Array("one".utf8), Array("two".utf8)])
    #expect(result.refused.isEmpty)
  }

  @Test("A bad file is refused with the reason and hides no other")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "01-secret.md")
    try folder.write("ok", to: "01-ok.md")
    try folder.write("", to: "02-folder.md/x")
    #expect(mkfifo(folder.path("03-pipe.md"), 0o600) == 0)
    #expect(symlink(outside.path("01-secret.md"), folder.path("04-escape.md")) == 0)
    #expect(symlink("01-ok.md", folder.path("05-alias.md")) == 0)
    #expect(symlink("nowhere", folder.path("06-dangling.md")) == 0)
    #expect(truncate(try folder.write("", to: "07-large.md"), 1 << 20 | 1) == 0)
    try folder.write("", to: "Notes.md")
    let result = try LessonFiles.read(folder: folder.path)
    #expect(result.files.map(\.name) == ["01-ok.md", "05-alias.md"])
    let refused = Dictionary(uniqueKeysWithValues: result.refused.map { ($0.name, $0.reason) })
    #expect(
      refused == [
        "02-folder.md": .notRegularFile, "03-pipe.md": .notRegularFile, "04-escape.md": .outsideFolder,
        "06-dangling.md": .outsideFolder, "07-large.md": .tooLarge(limit: 1 << 20), "Notes.md": .name,
      ])
  }

  @Test("A folder whose name begins like another's is not inside it")
  func siblingFolder() throws {
    let root = try TemporaryFolder()
    try root.write("", to: "en-secret/01-a.md")
    try root.write("", to: "en/02-b.md")
    #expect(symlink("../en-secret/01-a.md", root.path("en/01-a.md")) == 0)
    let result = try LessonFiles.read(folder: root.path("en"))
    #expect(result.files.map(\.name) == ["02-b.md"])
  }

  @Test("More than 500 lessons are refused one by one")
  func count() throws {
    let folder = try TemporaryFolder()
    for number in 0..<502 { try folder.write("", to: "0\(number % 10)-lesson-\(number).md") }
    let result = try LessonFiles.read(folder: folder.path)
    #expect(result.files.count == 500)
    #expect(result.refused.map(\.reason) == [.tooMany(limit: 500), .tooMany(limit: 500)])
  }

  @Test(
    "Only NN-slug.md is a lesson's name",
    arguments: [
      "1-a.md", "001-a.md", "01a.md", "01-.md", "01-A.md", "01-a b.md", "01--a.md", "01-a-.md", "01-a.md.md", "01-a",
      "01-é.md", "../01-a.md",
    ])
  func names(name: String) { #expect(!LessonFiles.isLessonName(name)) }

  @Test("A missing folder is an error")
  func missing() {
    #expect(throws: StorageError.notFound(path: "/nowhere")) { try LessonFiles.read(folder: "/nowhere") }
  }
}
