import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct AtomicFileTests {
  private func mode(_ path: String) -> mode_t {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  @Test("A new file and a replaced one hold exactly the bytes, and nothing else is left in the folder")
  func writes() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("out.npy")
    let large = [UInt8](repeating: 7, count: 3_000_000)
    for bytes in [[1, 2, 3], [], large] as [[UInt8]] {
      try AtomicFile.write(bytes, to: path)
      #expect(try folder.read("out.npy") == bytes)
    }
    #expect(try FileSystem.names(in: folder.path) == ["out.npy"])
  }

  @Test("A replaced file keeps its mode; a private one is its owner's alone")
  func modes() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "shared")
    #expect(chmod(path, 0o664) == 0)
    try AtomicFile.write([1], to: path)
    #expect(mode(path) == 0o664)
    try AtomicFile.write([1], to: path, access: .ownerOnly)
    #expect(mode(path) == 0o600)
    try AtomicFile.write([1], to: folder.path("new"))
    #expect(mode(folder.path("new")) & 0o133 == 0, "no right beyond 0644")
  }

  @Test("A link is written through and stays a link, also when its target does not exist yet")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "deep/target")
    #expect(symlink("deep/target", folder.path("link")) == 0)
    #expect(symlink("deep/missing", folder.path("dangling")) == 0)
    try AtomicFile.write([65], to: folder.path("link"))
    try AtomicFile.write([66], to: folder.path("dangling"))
    #expect(FileSystem.kindOfEntry(at: folder.path("link")) == .link)
    #expect(try folder.read("deep/target") == [65])
    #expect(try folder.read("deep/missing") == [66])
    #expect(symlink("circle", folder.path("circle")) == 0)
    let circle = folder.path("circle")
    #expect(throws: StorageError.linkLoop(path: circle)) { try AtomicFile.write([1], to: circle) }
  }

  @Test("What is no file is refused and stays")
  func refusals() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StorageError.isDirectory(path: folder.path)) { try AtomicFile.write([1], to: folder.path) }
    let slash = folder.path + "/"
    #expect(throws: StorageError.isDirectory(path: slash)) { try AtomicFile.write([1], to: slash) }
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: StorageError.notRegularFile(path: pipe)) { try AtomicFile.write([1], to: pipe) }
    #expect(FileSystem.kind(of: pipe) == .other)
    let below = folder.path("missing/out.csv")
    #expect(throws: StorageError.notFound(path: folder.path("missing"))) { try AtomicFile.write([1], to: below) }
    #expect(throws: StorageError.notFound(path: "")) { try AtomicFile.write([1], to: "") }
    #expect(throws: StorageError.self) { try AtomicFile.write([1], to: folder.path("a\0b")) }
    #expect(try FileSystem.names(in: folder.path) == ["pipe"])
  }

  @Test("A write that fails leaves the old file whole", .enabled(if: geteuid() != 0, "root may write everywhere"))
  func readOnlyFolder() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "out.csv")
    #expect(chmod(folder.path, 0o500) == 0)
    defer { chmod(folder.path, 0o700) }
    #expect(throws: StorageError.permissionDenied(path: folder.path)) { try AtomicFile.write([1], to: path) }
    #expect(try folder.read("out.csv") == Array("old".utf8))
  }

  @Test("The longest name that a folder takes can be written")
  func longName() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "n", count: 255)
    try AtomicFile.write([9], to: folder.path(name))
    #expect(try folder.read(name) == [9])
    #expect(throws: StorageError.self) { try AtomicFile.write([9], to: folder.path(name + "n")) }
    #expect(try FileSystem.names(in: folder.path) == [name])
  }

  @Test("a write that is given up, before, between two parts or at the very end, leaves the old file and nothing else")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "out.csv")
    let bytes = [UInt8](repeating: 7, count: 3 << 20)
    for limit in [0, 1, bytes.count] {
      let control = WriteControl(mayGoOn: { $0 < limit }, mayReplace: { false })
      #expect(throws: StorageError.cancelled(path: path)) { try AtomicFile.write(bytes, to: path, control: control) }
      #expect(throws: StorageError.cancelled(path: folder.path("new"))) {
        try AtomicFile.write(bytes, to: folder.path("new"), control: control)
      }
      #expect(try folder.read("out.csv") == Array("old".utf8))
      #expect(try FileSystem.names(in: folder.path) == ["out.csv"])
    }
  }
}
