import Foundation
import TestSupport
import Testing

/// Sessions and recovery with the real program in a real terminal, killed as a power cut would.
@Suite("Sessions in tmux")
struct SessionsInTmuxTests {
  /// Runs the program in `home`, which keeps its state, and hands over the session; the program is told by `$$`, so that
  /// a test can kill it.
  private static func start(
    _ arguments: String, home: TemporaryFolder, size: TmuxSession.Size = .init(rows: 24, columns: 80),
    _ body: (TmuxSession) throws -> Void
  ) throws {
    let binary = TmuxSession.quoted(try Checkout.binary())
    try TmuxSession.with(
      command: "echo $$ > \(home.path("pid")); exec \(binary) \(arguments)", size: size,
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8"], body)
  }

  private static func process(_ home: TemporaryFolder) throws -> Int32 {
    let text = String(decoding: try home.read("pid"), as: UTF8.self)
    guard let process = Int32(text.filter(\.isNumber)) else { throw TestFailure("no process number: \(text)") }
    return process
  }

  private static func copies(_ home: TemporaryFolder) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: home.path("state/convoscope/recovery"))
    return (names ?? []).sorted()
  }

  /// The screen without its last line, which says what was just done.
  private static func grids(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).joined(separator: "\n")
  }

  private static let plus = "--input-preset plus --kernel sobel-x --padding 1"

  @Test("a killed run is recovered to the identical screen, branches included; a clean end leaves no copy")
  func recovery() throws {
    let home = try TemporaryFolder()
    var before = ""
    try Self.start(Self.plus, home: home) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type("s")
      try session.waitForScreen(containing: "stride 2")
      try session.type("u")
      try session.waitForScreen(containing: "stride 1")
      try session.press("Tab")
      try session.type("7")
      try session.press("Enter")
      try session.waitForScreen(containing: "input[0,0] = 7")
      try session.press("BTab")
      try session.type("))")
      try session.waitForScreen(containing: "11 of 49")
      before = Self.grids(try session.settledScreen())
      // The copy is due four seconds after the first change.
      try session.waitForScreen("shows a copy in the folder") { _ in
        Self.copies(home).contains { $0.hasSuffix(".session") }
      }
      try session.waitForScreen("is copied with the last edit") { _ in
        let name = Self.copies(home).first { $0.hasSuffix(".session") } ?? ""
        let text = (try? home.read("state/convoscope/recovery/\(name)")).map { String(decoding: $0, as: UTF8.self) }
        return text?.contains("edit input 0 0 7") == true
      }
      #expect(kill(try Self.process(home), SIGKILL) == 0)
      #expect(try session.waitForExit() == 128 + SIGKILL)
    }

    // Another program that runs meanwhile has a copy of its own, and is not asked about.
    try Self.start("--input-preset ramp", home: home) { session in
      let question = try session.waitForScreen(containing: "did not end well")
      #expect(question.contains("plus") && question.contains("2"))
      try session.press("y")
      try session.waitForScreen(containing: "recovered")
      try session.waitForScreen("is as it was") { Self.grids($0) == before }
      // The branch that was left is there.
      try session.type("U")
      let history = try session.waitForScreen(containing: "History")
      #expect(history.contains("│ stride"))
      try session.press("Escape")
      try session.type("q")
      try session.waitForScreen(containing: "not saved")
      try session.press("y")
      #expect(try session.waitForExit() == 0)
    }
    #expect(Self.copies(home) == [])

    try Self.start(Self.plus, home: home) { session in
      let screen = try session.waitForScreen(containing: "1 of 49")
      #expect(!screen.contains("did not end well"))
      try session.press("q")
    }
  }

  @Test("a copy that is not wanted is put aside and asked about no more; a hang-up leaves one as well")
  func declined() throws {
    let home = try TemporaryFolder()
    try Self.start(Self.plus, home: home) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type("s")
      try session.waitForScreen(containing: "stride 2")
      #expect(kill(try Self.process(home), SIGHUP) == 0)
      #expect(try session.waitForExit() == 128 + SIGHUP)
    }
    #expect(Self.copies(home).contains { $0.hasSuffix(".session") })
    try Self.start(Self.plus, home: home) { session in
      try session.waitForScreen(containing: "did not end well")
      try session.press("n")
      let screen = try session.waitForScreen(containing: "put aside")
      #expect(screen.contains("stride 1"))
      try session.press("q")
      #expect(try session.waitForExit() == 0)
    }
    #expect(Self.copies(home) == ["declined.txt"])
  }

  @Test("a session that is saved opens to the identical screen, by command and by option")
  func save() throws {
    let home = try TemporaryFolder()
    let file = home.path("my session.txt")
    let option = "--session " + TmuxSession.quoted(file)
    var before = ""
    try Self.start(Self.plus + " " + option, home: home) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type("d)>>")
      try session.waitForScreen(containing: "after 2 of 9")
      before = Self.grids(try session.settledScreen())
      try session.type(":session save")
      try session.press("Enter")
      try session.waitForScreen(containing: "session saved")
      try session.press("q")
      #expect(try session.waitForExit() == 0, "nothing to ask about")
    }
    #expect(String(decoding: try home.read("my session.txt"), as: UTF8.self).hasPrefix("convoscope session 1\n"))
    try Self.start(option, home: home) { session in
      try session.waitForScreen("is as it was") { Self.grids($0) == before }
      try session.press("q")
    }
    try Self.start("--input-preset ramp", home: home) { session in
      try session.waitForScreen(containing: "ramp")
      try session.type(":session open " + file)
      try session.press("Enter")
      try session.waitForScreen(containing: "opened")
      // A message with a long path covers more than the last line.
      try session.press("Escape")
      try session.waitForScreen("is as it was") { Self.grids($0) == before }
      try session.press("q")
    }
  }

  @Test("what is broken is refused on the screen, and what is no session is not written over")
  func refused() throws {
    let home = try TemporaryFolder()
    let broken = try home.write("convoscope session 1\noperator conv2d\n", to: "cut.txt")
    let table = try home.write("1,2\n3,4\n", to: "table.csv")
    try Self.start(Self.plus, home: home) { session in
      try session.waitForScreen(containing: "1 of 49")
      try session.type("s:session open " + broken)
      try session.press("Enter")
      try session.waitForScreen(containing: "all the same?")
      try session.press("y")
      let refused = try session.waitForScreen(containing: "cut off")
      #expect(refused.contains("line 2") && refused.contains("stride 2"))
      for path in [broken, table] {
        try session.type(":session save " + path)
        try session.press("Enter")
        try session.waitForScreen(containing: "not overwritten")
        // What is refused at once stays in the command line.
        try session.press("Escape")
        try session.waitForScreen("has no command line left") { !$0.contains("Enter do it") }
      }
      try session.press("q")
      try session.waitForScreen(containing: "not saved")
      try session.press("y")
    }
    #expect(String(decoding: try home.read("table.csv"), as: UTF8.self) == "1,2\n3,4\n")
    #expect(String(decoding: try home.read("cut.txt"), as: UTF8.self) == "convoscope session 1\noperator conv2d\n")
  }
}
