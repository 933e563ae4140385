import TestSupport
import Testing

@Suite("Terminal in tmux", .serialized)
struct TmuxSessionTests {
  @Test("Typed text and pressed keys arrive, semicolons included, and the screen is read back")
  func typing() throws {
    try TmuxSession.with(command: "cat") { session in
      try session.type("a; b;")
      try session.press("Enter")
      // The terminal echoes what is typed at once, also between the lines of a program that is slow to answer.
      try session.waitForScreen("shows the first line twice") { $0.hasPrefix("a; b;\na; b;\n") }
      try session.type("Enter")
      try session.press(";", "Enter")
      let screen = try session.waitForScreen("shows both lines twice") {
        $0.hasPrefix("a; b;\na; b;\nEnter;\nEnter;\n")
      }
      #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    }
  }

  @Test("The program sees the size that was asked for, and the new one after a resize")
  func size() throws {
    let command = "trap 'stty size' WINCH; stty size; while :; do read line || :; done"
    try TmuxSession.with(command: command, size: TmuxSession.Size(rows: 30, columns: 100)) { session in
      try session.waitForScreen(containing: "30 100")
      try session.resize(to: TmuxSession.Size(rows: 10, columns: 40))
      try session.press("Enter")
      try session.waitForScreen(containing: "10 40")
    }
  }

  @Test("TERM, variables and quoting reach the program; tmux's own variables and NO_COLOR do not")
  func environment() throws {
    let command = "printf '%s|' \"$TERM\" \"$GREETING\" \"${TMUX-gone}\" \"${NO_COLOR-gone}\"; cat"
    try TmuxSession.with(command: command, terminal: "screen", environment: ["GREETING": "it's here"]) {
      try $0.waitForScreen(containing: "screen|it's here|gone|gone|")
    }
  }

  @Test("A styled screen shows the escape sequences, a plain one does not; wide text survives")
  func styled() throws {
    try TmuxSession.with(command: "printf '\\033[31m卷积\\033[0m done'; cat") { session in
      let plain = try session.waitForScreen(containing: "done")
      #expect(plain.hasPrefix("卷积 done\n"))
      let styled = try session.screen(.styled)
      #expect(styled.contains("\u{1B}[31m卷积"))
    }
  }

  @Test("The exit code of a program is told, and the screen it left can still be read")
  func exitCode() throws {
    // It waits for a key: of a program that writes and ends at once, tmux may see the end before the words.
    try TmuxSession.with(command: "echo last words; read -r key; exit 3") { session in
      try session.waitForScreen(containing: "last words")
      try session.press("Enter")
      let status = try session.waitForExit()
      #expect(status == 3)
      #expect(try session.screen().contains("last words"))
    }
  }

  @Test("A signal sent to the process number ends the program, and is told as 128 plus its number")
  func signal() throws {
    try TmuxSession.with(command: "exec cat") { session in
      _ = try run("sh", ["-c", "kill -TERM \(try session.processIdentifier())"])
      let status = try session.waitForExit()
      #expect(status == 128 + 15)
    }
  }

  @Test("Waiting for what never comes fails and shows the screen")
  func neverComes() throws {
    try TmuxSession.with(command: "echo present; cat", patience: 0.5) { session in
      let failure = #expect(throws: TestFailure.self) { try session.waitForScreen(containing: "absent") }
      let message = try #require(failure).description
      #expect(message.contains("present"))
      #expect(throws: TestFailure.self) { try session.waitForExit() }
    }
  }
}
