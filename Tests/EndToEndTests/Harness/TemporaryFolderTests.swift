import Foundation
import TestSupport
import Testing

@Suite("Temporary folder")
struct TemporaryFolderTests {
  @Test("What is written, also into a subfolder, is read back byte for byte")
  func writeAndRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([0, 10, 255], to: "deep/er/bytes")
    #expect(path == folder.path("deep/er/bytes"))
    #expect(try folder.read("deep/er/bytes") == [0, 10, 255])
  }

  @Test("The folder and all it holds are gone when its last reference is")
  func goneAtTheEnd() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("x", to: "in/side")
    #expect(FileManager.default.fileExists(atPath: path))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("Two folders are never the same")
  func distinct() throws {
    #expect(try TemporaryFolder().path != TemporaryFolder().path)
  }
}
