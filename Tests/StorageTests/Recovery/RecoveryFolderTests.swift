import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RecoveryFolderTests {
  private func names(_ folder: RecoveryFolder) -> [String] { (try? FileSystem.names(in: folder.path)) ?? [] }

  @Test("A copy is private, is not offered while its run lives, and is when the run is gone")
  func lifeCycle() throws {
    let home = try TemporaryFolder()
    let folder = RecoveryFolder(path: home.path("state/convoscope/recovery"))
    #expect(try folder.claimLeftover() == nil)
    do {
      let file = try folder.makeFile()
      #expect(!file.exists)
      try file.write([1, 2])
      try file.write([1, 2, 3])
      var facts = stat()
      #expect(stat(file.path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
      #expect(stat(folder.path, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
      #expect(try folder.claimLeftover() == nil, "its run holds the lock")
    }
    let left = try #require(try folder.claimLeftover())
    #expect(try left.read(limit: 10) == [1, 2, 3])
    #expect(try folder.claimLeftover() == nil, "one run alone takes it up")
    #expect(throws: StorageError.self) { try left.read(limit: 2) }
    left.remove()
    #expect(names(folder) == [])
  }

  @Test("Of several the newest is offered first, and those that run are left alone")
  func several() throws {
    let home = try TemporaryFolder()
    let folder = RecoveryFolder(path: home.path)
    for (name, time) in [("b", 100), ("c", 300), ("a", 200)] {
      let path = try home.write(name, to: name + ".session")
      var times = [timeval(tv_sec: time, tv_usec: 0), timeval(tv_sec: time, tv_usec: 0)]
      #expect(utimes(path, &times) == 0)
    }
    let running = try folder.makeFile()
    try running.write([9])
    var held: [RecoveryFile] = []
    var order: [[UInt8]] = []
    while let file = try folder.claimLeftover() {
      order.append(try file.read(limit: 9))
      held.append(file)
    }
    #expect(order == ["c", "a", "b"].map { Array($0.utf8) })
    #expect(running.exists)
  }

  @Test("A copy that is put aside is offered no more, and stays readable under one name")
  func aside() throws {
    let home = try TemporaryFolder()
    let folder = RecoveryFolder(path: home.path)
    for bytes in [[1], [2]] as [[UInt8]] {
      let file = try folder.makeFile()
      try file.write(bytes)
      #expect(try file.setAside() == home.path("declined.txt"))
    }
    #expect(try folder.claimLeftover() == nil)
    #expect(names(folder) == ["declined.txt"])
    #expect(try home.read("declined.txt") == [2])
  }

  @Test("What is no copy is passed over: folders, links, locks without one, temporary files")
  func strangers() throws {
    let home = try TemporaryFolder()
    let folder = RecoveryFolder(path: home.path)
    #expect(mkdir(home.path("x.session"), 0o700) == 0)
    #expect(symlink("/etc/passwd", home.path("y.session")) == 0)
    try home.write("", to: "z.lock")
    try home.write("", to: ".convoscope-1.tmp")
    #expect(try folder.claimLeftover() == nil)
    #expect(FileSystem.kindOfEntry(at: home.path("x.session")) == .folder)
    #expect(FileSystem.kindOfEntry(at: home.path("y.session")) == .link)
    #expect(FileSystem.kindOfEntry(at: home.path("x.lock")) == .nothing)
  }

  @Test("A folder that is none is an error, not a loss")
  func noFolder() throws {
    let home = try TemporaryFolder()
    try home.write("", to: "file")
    #expect(throws: StorageError.self) { try RecoveryFolder(path: home.path("file")).claimLeftover() }
    #expect(throws: StorageError.self) { try RecoveryFolder(path: home.path("file/recovery")).makeFile() }
  }
}
