import TestSupport
import Testing

@testable import Storage

@Suite("Paths that go on from what is typed")
struct FileListingTests {
  @Test("are those that begin so, sorted, folders with a slash, hidden ones where the dot is typed")
  func listing() throws {
    let folder = try TemporaryFolder()
    for name in ["b.png", "a.png", "art/x.csv", ".hidden"] { try folder.write("", to: name) }
    func paths(_ name: String) -> [String] {
      FileListing.paths(startingWith: folder.path(name)).map { String($0.dropFirst(folder.path.count + 1)) }
    }
    #expect(FileListing.paths(startingWith: folder.path + "/").count == 3)
    #expect(paths("a") == ["a.png", "art/"])
    #expect(paths("art/") == ["art/x.csv"])
    #expect(paths(".h") == [".hidden"])
    #expect(paths("none") == [])
    #expect(paths("none/x") == [])
  }
}
