import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite struct SessionFileTests {
  private func write(_ text: String, to path: String) throws {
    try SessionFile.write(Array(text.utf8), to: path, limit: 20) { $0.first == UInt8(ascii: "s") }
  }

  @Test("A new file, an empty one and an old session are written; nothing else is")
  func overwriting() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.txt")
    try write("s1", to: path)
    try write("s2", to: path)
    #expect(try folder.read("a.txt") == Array("s2".utf8))
    try write("s3", to: try folder.write("", to: "empty"))
    #expect(try folder.read("empty") == Array("s3".utf8))

    let picture = try folder.write("P1 1 1 0", to: "picture.pbm")
    #expect(throws: StorageError.notOurs(path: picture)) { try write("s", to: picture) }
    let large = try folder.write(String(repeating: "s", count: 21), to: "large")
    #expect(throws: StorageError.notOurs(path: large)) { try write("s", to: large) }
    #expect(try folder.read("picture.pbm") == Array("P1 1 1 0".utf8))
    #expect(throws: StorageError.isDirectory(path: folder.path)) { try write("s", to: folder.path) }
    #expect(SessionFile.exists(path) && !SessionFile.exists(folder.path("missing")))
    #expect(try FileSystem.names(in: folder.path) == ["a.txt", "empty", "large", "picture.pbm"])
  }

  @Test("Whoever reads while a session is saved again and again sees one of the two as a whole")
  func atomic() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.txt")
    let contents = ["s" + String(repeating: "1", count: 300_000), "s" + String(repeating: "2", count: 200_000)]
      .map { Array($0.utf8) }
    try AtomicFile.write(contents[0], to: path)
    let isMixed = Mutex(false)
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      for turn in 0..<60 {
        if worker == 0 {
          try? SessionFile.write(contents[turn % 2], to: path, limit: 1 << 20) { $0.first == UInt8(ascii: "s") }
        } else {
          let seen = try? SessionFile.read(path, limit: 1 << 20)
          if !contents.contains(where: { $0 == seen }) { isMixed.withLock { $0 = true } }
        }
      }
    }
    #expect(!isMixed.withLock { $0 })
    #expect(try FileSystem.names(in: folder.path) == ["a.txt"])
  }
}
