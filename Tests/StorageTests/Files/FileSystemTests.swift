import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileSystemTests {
  @Test("A file is read whole up to the limit and refused beyond it")
  func limit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([UInt8](repeating: 1, count: 100_000), to: "a")
    #expect(try FileSystem.read(path, limit: 100_000).count == 100_000)
    #expect(throws: StorageError.tooLarge(path: path, actual: 100_000, limit: 99_999)) {
      try FileSystem.read(path, limit: 99_999)
    }
  }

  @Test("A pipe or a device is refused without waiting")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: StorageError.notRegularFile(path: path)) { try FileSystem.read(path, limit: 10) }
    #expect(throws: StorageError.notRegularFile(path: "/dev/zero")) { try FileSystem.read("/dev/zero", limit: 10) }
    #expect(throws: StorageError.isDirectory(path: folder.path)) { try FileSystem.read(folder.path, limit: 10) }
  }

  @Test("Names are sorted, without the folder itself and its parent")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a", ".c", "卷积"] { try folder.write("", to: name) }
    #expect(try FileSystem.names(in: folder.path) == [".c", "a", "b", "卷积"])
    #expect(throws: StorageError.notFound(path: "/nowhere")) { try FileSystem.names(in: "/nowhere") }
  }
}
