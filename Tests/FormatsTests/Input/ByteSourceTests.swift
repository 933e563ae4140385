import TestSupport
import Testing

@testable import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ByteSourceTests {
  private func read(_ path: String, limits: GridLimits = GridLimits()) throws(FormatError) {
    _ = try GridReader.read(path: path, limits: limits)
  }

  @Test("A regular file is read whole, however it is asked for")
  func regularFile() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let path = try folder.write(bytes, to: "data")
    var whole = try ByteSource(path: path, limit: 1 << 30)
    #expect(whole.prefix.elementsEqual(bytes.prefix(64 << 10)))
    #expect(try whole.remainder() == bytes)
    var chunks = try ByteSource(path: path, limit: 1 << 30)
    var collected: [UInt8] = []
    while true {
      let chunk = try chunks.nextChunk()
      if chunk.isEmpty { break }
      collected += chunk
    }
    #expect(collected == bytes)
  }

  @Test("What is missing, a folder, a pipe or a device is refused without waiting")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    let shown = Excerpt.of(pipe)
    #expect(throws: FormatError.notRegularFile(path: shown)) { try read(pipe) }
    #expect(throws: FormatError.notRegularFile(path: "/dev/zero")) { try read("/dev/zero") }
    #expect(throws: FormatError.isDirectory(path: "/")) { try read("/") }
    #expect(throws: FormatError.notFound(path: "")) { try read("") }
    #expect(throws: FormatError.notFound(path: "/dev/zero\u{FFFD}.csv")) { try read("/dev/zero\0.csv") }
    #expect(throws: FormatError.notFound(path: "/nowhere/at all")) { try read("/nowhere/at all") }
  }

  @Test("A file without permission says so", .enabled(if: geteuid() != 0, "root may read everything"))
  func permission() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("1,2", to: "secret.csv")
    #expect(chmod(path, 0) == 0)
    #expect(throws: FormatError.permissionDenied(path: Excerpt.of(path))) { try read(path) }
  }

  @Test("A file over the limit is refused by its size alone")
  func sizeLimit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "sparse.csv")
    // A hole: 2 GiB that take no room on the disk.
    #expect(truncate(path, 2 << 30) == 0)
    #expect(throws: FormatError.tooLarge(.bytes, actual: 2 << 30, limit: 1 << 30)) { try read(path) }
  }

  @Test("A file whose size is not known beforehand is cut off at the limit")
  func growingFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "1,", count: 100_000), to: "a.csv")
    #expect(throws: FormatError.tooLarge(.bytes, actual: 200_000, limit: 1000)) {
      try read(path, limits: GridLimits(bytes: 1000))
    }
  }
}
