import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Only where it was tried. The system queues an event before the call that caused it returns, so nothing waits here.
#if os(Linux)
  @Suite struct FileWatcherTests {
    private func isReadable(_ descriptor: Int32, within milliseconds: Int32 = 0) -> Bool {
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&wait, 1, milliseconds) == 1
    }

    @Test("Nothing is readable until something changes, and each name comes once")
    func changes() throws {
      let folder = try TemporaryFolder()
      try folder.write("old", to: "01-a.md")
      let watcher = try FileWatcher(folder: folder.path)
      let descriptor = watcher.fileDescriptor
      #expect(!isReadable(descriptor))
      #expect(watcher.drain().isEmpty)
      try folder.write("1", to: "01-a.md")
      try folder.write("2", to: "01-a.md")
      try folder.write("3", to: "02-b.md")
      // A child that a test beside this one is just starting may hold a file open for a moment longer; it counts as
      // written when the last one closes it.
      var names = Set<String>()
      while names != ["01-a.md", "02-b.md"], isReadable(descriptor, within: 10_000) {
        let drained = watcher.drain()
        #expect(Set(drained).count == drained.count)
        names.formUnion(drained)
      }
      #expect(names == ["01-a.md", "02-b.md"])
      #expect(!isReadable(descriptor))
    }

    @Test("A file that an editor replaces by renaming is seen, again and again")
    func renames() throws {
      let folder = try TemporaryFolder()
      let path = try folder.write("old", to: "01-a.md")
      let watcher = try FileWatcher(folder: folder.path)
      for round in 0..<3 {
        try AtomicFile.write([UInt8(round)], to: path)
        let names = watcher.drain()
        #expect(names.contains("01-a.md"), "round \(round): \(names)")
      }
      #expect(unlink(path) == 0)
      #expect(watcher.drain() == ["01-a.md"])
    }

    @Test("Reading a file is no change")
    func reading() throws {
      let folder = try TemporaryFolder()
      try folder.write("old", to: "01-a.md")
      let watcher = try FileWatcher(folder: folder.path)
      _ = try LessonFiles.read(folder: folder.path)
      #expect(watcher.drain().isEmpty)
    }

    @Test("A missing folder, or a file in its place, is an error")
    func refusals() throws {
      let folder = try TemporaryFolder()
      let file = try folder.write("", to: "file")
      let missing = #expect(throws: StorageError.self) { _ = try FileWatcher(folder: "/nowhere") }
      #expect(missing == .notFound(path: "/nowhere"))
      let other = #expect(throws: StorageError.self) { _ = try FileWatcher(folder: file) }
      #expect(other == .notDirectory(path: file))
    }
  }
#endif
