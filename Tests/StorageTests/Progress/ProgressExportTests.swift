import TestSupport
import Testing

@testable import Storage

@Suite("Progress in files of the user's")
struct ProgressExportTests {
  private static func task(_ lesson: String, _ task: String) throws -> TaskReference {
    try TaskReference(lesson: lesson, task: task)
  }

  @Test("What was exported is read back whole, tasks passed over and the place included")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let progress = Progress(
      done: [try Self.task("a", "x")], skipped: [try Self.task("a", "y")], current: try Self.task("a", "page-2"))
    try ProgressStore.export(progress, to: folder.path("copy"))
    #expect(try ProgressStore.exported(at: folder.path("copy")) == .init(progress: progress, damage: nil))
    #expect(
      try folder.read("copy")
        == Array("convoscope-progress 1\na\tx\tdone\na\ty\tskipped\n@current\ta\tpage-2\n@end\t3\n".utf8))
    // An older copy is replaced.
    try ProgressStore.export(Progress(), to: folder.path("copy"))
    #expect(try ProgressStore.exported(at: folder.path("copy")).progress == Progress())
  }

  @Test("A file that holds anything else, a folder and a file that is not there are refused, and stay as they are")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.write("my novel\n", to: "novel")
    #expect(throws: StorageError.exists(path: folder.path("novel"))) {
      try ProgressStore.export(Progress(), to: folder.path("novel"))
    }
    #expect(try folder.read("novel") == Array("my novel\n".utf8))
    #expect(throws: StorageError.exists(path: folder.path)) { try ProgressStore.export(Progress(), to: folder.path) }
    #expect(throws: StorageError.notFound(path: folder.path("none"))) {
      try ProgressStore.exported(at: folder.path("none"))
    }
  }

  @Test("Damage is told with its line")
  func damage() throws {
    let folder = try TemporaryFolder()
    try folder.write("convoscope-progress 1\na\tx\tdone\na\ty\tfinished\n@end\t2\n", to: "copy")
    #expect(try ProgressStore.exported(at: folder.path("copy")).damage == .badLine(3))
  }

  @Test("Merging loses nothing: done on either side is done, passed over only where not done, the place stays")
  func merges() throws {
    let (x, y, z) = (try Self.task("a", "x"), try Self.task("a", "y"), try Self.task("b", "z"))
    var own = Progress(done: [x], skipped: [y], current: x)
    own.merge(Progress(done: [y], skipped: [x, z], current: z))
    #expect(own == Progress(done: [x, y], skipped: [z], current: x))
    var empty = Progress()
    empty.merge(own)
    #expect(empty == own)
  }

  @Test("A task that is done is not passed over, whichever comes first")
  func doneOutweighs() throws {
    let x = try Self.task("a", "x")
    var progress = Progress()
    progress.markSkipped(x)
    progress.markDone(x)
    progress.markSkipped(x)
    #expect(progress == Progress(done: [x]))
    #expect(Progress(done: [x], skipped: [x]).skipped.isEmpty)
    progress.reset(lesson: "a")
    #expect(progress == Progress())
  }
}
