import TestSupport
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ProgressStoreTests {
  private func task(_ lesson: String, _ task: String) throws -> TaskReference {
    try TaskReference(lesson: lesson, task: task)
  }

  @Test("Progress starts empty, is kept in a private file and can be reset by lesson or altogether")
  func lifeCycle() throws {
    let folder = try TemporaryFolder()
    let store = ProgressStore(path: folder.path("state/convoscope/progress"))
    #expect(try store.read() == ProgressStore.Reading(progress: Progress(), damage: nil))
    let (first, second, other) = (try task("one", "a"), try task("one", "b"), try task("two", "a"))
    _ = try store.update {
      $0.markDone(first)
      $0.markDone(other)
      $0.current = second
    }
    #expect(try store.read().progress == Progress(done: [first, other], current: second))
    var facts = stat()
    #expect(stat(store.path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    #expect(try store.update { $0.reset(lesson: "one") }.progress == Progress(done: [other]))
    #expect(try store.update { $0.resetAll() }.progress == Progress())
    #expect(try store.read().progress == Progress())
  }

  @Test("Two instances add to each other")
  func merging() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("progress")
    await withTaskGroup(of: Void.self) { group in
      for instance in 0..<4 {
        group.addTask {
          for number in 0..<5 {
            do {
              let done = try TaskReference(lesson: "lesson-\(instance)", task: "task-\(number)")
              _ = try ProgressStore(path: path).update { $0.markDone(done) }
            } catch {
              Issue.record(error)
            }
          }
        }
      }
    }
    #expect(try ProgressStore(path: path).read().progress.done.count == 20)
  }

  @Test("A damaged file is kept under another name before it is replaced, and no copy replaces an earlier one")
  func keptCopies() throws {
    let folder = try TemporaryFolder()
    let store = ProgressStore(path: folder.path("progress"))
    let done = try task("a", "b")
    for (text, copy) in [("garbage", "progress.bad"), ("other garbage", "progress.bad2")] {
      try folder.write(text, to: "progress")
      #expect(try store.read().damage == .unknownVersion)
      let update = try store.update { $0.markDone(done) }
      #expect(update.damage == .unknownVersion)
      #expect(update.keptCopy == folder.path(copy))
      #expect(try folder.read(copy) == Array(text.utf8))
      #expect(try store.read() == ProgressStore.Reading(progress: Progress(done: [done]), damage: nil))
    }
  }

  @Test("What a cut file still says stays")
  func salvage() throws {
    let folder = try TemporaryFolder()
    let store = ProgressStore(path: folder.path("progress"))
    try folder.write("convoscope-progress 1\na\tb\tdone\nc\td\tdo", to: "progress")
    let update = try store.update { _ in }
    #expect(update.damage == .truncated)
    #expect(update.progress.done == [try task("a", "b")])
    #expect(try store.read().damage == nil)
  }

  @Test("A huge file is not read")
  func huge() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "progress")
    #expect(truncate(path, 100 << 20) == 0)
    #expect(try ProgressStore(path: path).read().damage == .tooLarge(limit: 1 << 20))
    #expect(try ProgressStore(path: path).update { _ in }.keptCopy == path + ".bad")
    #expect(try ProgressStore(path: path).read().damage == nil)
  }

  @Test("A folder in the file's place is an error that changes nothing")
  func folderInPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "progress/x")
    let store = ProgressStore(path: folder.path("progress"))
    #expect(throws: StorageError.isDirectory(path: store.path)) { try store.read() }
    #expect(throws: StorageError.isDirectory(path: store.path)) { try store.update { _ in } }
  }
}
