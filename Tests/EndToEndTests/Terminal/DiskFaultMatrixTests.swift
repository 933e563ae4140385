import Foundation
import TestSupport
import Testing

/// Folders that take nothing, files that turn into something else, and two programs at once: the program goes on, says it,
/// and loses nothing.
@Suite("The matrix of faults: disk")
struct DiskFaultMatrixTests {
  /// Edits, so that there is something to keep, and leaves without saving.
  private func expectEdits(_ desk: TerminalDesk, _ note: Comment) throws {
    try desk.session.waitForScreen(containing: "1 of 49")
    try desk.session.press("Tab")
    try desk.session.type("5")
    try desk.session.press("Enter")
    try desk.session.waitForScreen(containing: "= 5")
    try desk.session.type(":q!\r")
    let rest = try desk.expectEnd(0, note)
    // At most the one sentence about what could not be kept, which ends as sentences do.
    #expect(rest.isEmpty || rest.hasSuffix("."), "\(note) left \(rest)")
  }

  @Test(
    "without a place to keep anything the program works all the same",
    arguments: [
      "env -u HOME -u XDG_STATE_HOME", "env HOME= XDG_STATE_HOME=", "env XDG_STATE_HOME=relative/path",
      "env XDG_STATE_HOME=/proc/nowhere", "env XDG_STATE_HOME=/dev/null", "env XDG_STATE_HOME=/dev/full",
      "env XDG_CONFIG_HOME=/proc/nowhere", "env XDG_CONFIG_HOME=relative",
      "env XDG_STATE_HOME=$(printf %5000s | tr ' ' x)", "env XDG_STATE_HOME=/$(printf %5000s | tr ' ' x)",
      "env XDG_STATE_HOME=/tmp/$(printf 'a\\033[31m')-none/../../proc/x",
    ])
  func folders(before: String) throws {
    try TerminalDesk.start(before: before, size: .init(rows: 24, columns: 120)) { desk in
      try expectEdits(desk, "\(before)")
    }
  }

  @Test(
    "a progress file or folder that is something else is said and left alone",
    arguments: [
      "mkdir -p state/convoscope/progress", "mkdir -p state/convoscope; ln -s progress state/convoscope/progress",
      "mkdir -p state/convoscope; mkfifo state/convoscope/progress",
      "mkdir -p state; ln -s /nowhere/at/all state/convoscope",
      "mkdir -p state; : > state/convoscope", "mkdir -p state/convoscope; : > state/convoscope/recovery",
      "mkdir -p state/convoscope; head -c 3000000 /dev/zero > state/convoscope/progress",
      "mkdir -p state/convoscope; truncate -s 100M state/convoscope/progress",
      "mkdir -p state/convoscope; printf 'convoscope-progress 9\\n' > state/convoscope/progress",
      "mkdir -p state/convoscope; printf '\\377\\376' > state/convoscope/progress",
      "mkdir -p state/convoscope/recovery; ln -s /etc/passwd state/convoscope/recovery/a.session",
      "mkdir -p state/convoscope/recovery; printf 'convoscope session 1\\n' > state/convoscope/recovery/a.session",
      "mkdir -p state/convoscope/recovery; mkfifo state/convoscope/recovery/a.session",
    ])
  func strangers(preparation: String) throws {
    let home = try TemporaryFolder()
    let made = try run("bash", ["-c", preparation], in: home.path)
    #expect(made.status == 0, "\(made.standardError)")
    let before = try Self.listing(home, "state")
    try TerminalDesk.start(size: .init(rows: 24, columns: 120), home: home) { desk in
      let screen = try desk.session.waitForScreen("shows the grids") {
        $0.contains("1 of 49") || $0.contains("did not end")
      }
      if screen.contains("did not end") { try desk.session.press("n") }
      try expectEdits(desk, "\(preparation)")
    }
    // Whatever stood there is there still, under its name or another.
    let after = try Self.listing(home, "state")
    for line in before {
      let kept = after.contains(line) || after.contains { $0.hasPrefix(line.prefix(12)) }
      #expect(kept, "\(preparation): \(line) is gone: \(after)")
    }
  }

  /// Inode and name of everything under a folder.
  private static func listing(_ home: TemporaryFolder, _ folder: String) throws -> [String] {
    try run("find", [home.path(folder), "-printf", "%12i %P\n"]).standardOutput.split(separator: "\n").map(String.init)
  }

  @Test(
    "a session file that turns into something else while it is open is not destroyed, and the work stays",
    arguments: [
      ("rm s; mkdir s", "folder"), ("rm s; ln -s s s", "link"), ("rm s; mkfifo s", ""),
      ("rm s; printf other > s", "session"),
      ("rm s; ln -s /proc/version s", ""), ("rm s; mkfifo p; ln -s p s", ""),
    ])
  func replacedSession(change: String, word: String) throws {
    let home = try TemporaryFolder()
    try TerminalDesk.start("\(TerminalDesk.plus)", size: .init(rows: 24, columns: 120), home: home) { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try desk.session.type(":session save \(home.path("s"))\r")
      try desk.session.waitForScreen("saves") { _ in (try? home.read("s")) != nil }
      #expect(try run("bash", ["-c", change], in: home.path).status == 0)
      let stands = try run("bash", ["-c", "stat -c '%F %i' s; test -f s && cat s"], in: home.path).standardOutput
      try desk.session.press("Tab")
      try desk.session.type("5")
      try desk.session.press("Enter")
      try desk.session.waitForScreen(containing: "= 5")
      try desk.session.type(":session save \(home.path("s"))\r")
      if word.isEmpty {
        _ = try desk.session.settledScreen()
      } else {
        // The saving is done beside the loop, and may take a while on a busy machine.
        try desk.session.waitForScreen(containing: word)
      }
      #expect(try run("bash", ["-c", "stat -c '%F %i' s; test -f s && cat s"], in: home.path).standardOutput == stands)
      // The work is there still, and can be kept elsewhere.
      try desk.session.type(":session save \(home.path("t"))\r")
      // Said, not only done: leaving asks as long as the loop does not know of it.
      try desk.session.waitForScreen(containing: "session saved in \(home.path("t"))")
      try desk.session.press("q")
      try desk.expectEnd(0, "\(change)")
    }
    #expect(String(decoding: try home.read("t"), as: UTF8.self).hasPrefix("convoscope session 1\n"))
  }

  @Test("a disk that takes no byte is said, the old file and the work stay")
  func noRoom() throws {
    let home = try TemporaryFolder()
    try home.write("", to: "s")
    // A limit of 0 bytes stands for the disk: writing fails as on a full one, on every machine and without being root.
    // The thread sanitizer writes a file of its own as it starts, and does without where there is no folder for it.
    let before = "env TMPDIR=/nowhere bash -c 'ulimit -f 0; exec \"$@\"' limited"
    try TerminalDesk.start(before: before, size: .init(rows: 24, columns: 160), home: home) { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      for line in ["session save \(home.path("s"))", "save \(home.path("out.npy"))"] {
        try desk.session.type(":\(line)\r")
        try desk.session.waitForScreen(containing: "File too large")
        try desk.session.press("Right")
      }
      try desk.session.type(":q!\r")
      try desk.expectEnd(0)
    }
    #expect(try home.read("s") == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(!names.contains("out.npy") && !names.contains { $0.hasSuffix(".tmp") }, "\(names)")
  }

  @Test("a session that is a link is saved through it, and the link stays")
  func linkedSession() throws {
    let home = try TemporaryFolder()
    try home.write("", to: "real/s")
    #expect(try run("ln", ["-s", "real/s", home.path("link")]).status == 0)
    try TerminalDesk.start(home: home) { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try desk.session.type(":session save \(home.path("link"))\r")
      try desk.session.waitForScreen("saves") { _ in (try? home.read("real/s"))?.isEmpty == false }
      try desk.session.press("q")
      try desk.expectEnd(0)
    }
    #expect(try run("test", ["-L", home.path("link")]).status == 0)
  }

  @Test("two programs at once share the folders, and neither takes the other's copy for a lost one")
  func twoAtOnce() throws {
    let home = try TemporaryFolder()
    try TerminalDesk.start(home: home) { first in
      try first.session.waitForScreen(containing: "1 of 49")
      try first.session.press("Tab")
      try first.session.type("5")
      try first.session.press("Enter")
      // After a few seconds at rest there is a copy for recovery.
      try first.session.waitForScreen("is copied") { _ in
        let names = try? FileManager.default.contentsOfDirectory(atPath: home.path("state/convoscope/recovery"))
        return names?.contains { $0.hasSuffix(".session") } ?? false
      }
      let other = try TemporaryFolder()
      try TerminalDesk.start(environment: ["XDG_STATE_HOME": home.path("state")], home: other) { second in
        try second.session.waitForScreen(containing: "1 of 49")
        try second.expectSteps()
      }
      try first.session.type(":q!\r")
      try first.expectEnd(0)
    }
  }

  /// A file system of 64 kB can only be mounted by root, and not in every container.
  private static let canMount: Bool = {
    guard let folder = try? TemporaryFolder(), let answer = try? mount(folder) else { return false }
    _ = try? run("umount", [folder.path])
    return answer.status == 0
  }()

  private static func mount(_ folder: TemporaryFolder) throws -> ProgramRun {
    try run("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path])
  }

  @Test("a file system that is really full is said, the old file stays whole", .enabled(if: canMount, "no root"))
  func fullFileSystem() throws {
    let disk = try TemporaryFolder()
    #expect(try Self.mount(disk).status == 0)
    defer { _ = try? run("umount", ["-l", disk.path]) }
    try disk.write("convoscope session 1\n", to: "s")
    // Nothing is left but what the file has taken already.
    _ = try run("bash", ["-c", "head -c 1000000 /dev/zero > fill"], in: disk.path)
    let environment = ["XDG_STATE_HOME": disk.path("state")]
    try TerminalDesk.start(size: .init(rows: 24, columns: 200), environment: environment) { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      for line in ["save \(disk.path("out.npy"))", "export \(disk.path("out.svg"))"] {
        try desk.session.type(":\(line)\r")
        try desk.session.waitForScreen("says that there is no room") {
          $0.contains("no space") || $0.contains("No space") || $0.contains("full")
        }
        try desk.session.press("Right")
      }
      try desk.session.type(":q!\r")
      _ = try desk.expectEnd(0)
    }
    #expect(try disk.read("s") == Array("convoscope session 1\n".utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted()
    #expect(Set(names).isSubset(of: ["fill", "s", "state"]), "\(names)")
  }
}
