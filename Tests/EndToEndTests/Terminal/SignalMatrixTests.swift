import Foundation
import TestSupport
import Testing

/// Signals at every moment, stops and storms: the terminal comes back, the exit status tells the truth.
@Suite("The matrix of signals")
struct SignalMatrixTests {
  typealias Moment = TerminalMatrixTests.Moment

  /// Ends the program at a moment by a signal and expects the terminal back.
  private func expectEnd(by signal: Int32, at moment: Moment) throws {
    try TerminalDesk.start { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try moment.begin(desk.session)
      try desk.send(signal)
      try desk.expectEnd(128 + signal, "signal \(signal) while \(moment)")
    }
  }

  @Test(
    "a signal that asks for the end ends the program at any moment",
    arguments: TerminalDesk.isWhole ? [SIGTERM, SIGHUP, SIGQUIT] : [SIGTERM], Moment.allCases)
  func asked(signal: Int32, moment: Moment) throws { try expectEnd(by: signal, at: moment) }

  @Test(
    "a signal of a crash ends the program by itself, and gives the terminal back first",
    arguments: TerminalDesk.isWhole ? [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP] : [SIGSEGV, SIGABRT])
  func crashes(signal: Int32) throws { try expectEnd(by: signal, at: .playing) }

  @Test("an interrupt sent once asks or backs out, sent twice it leaves with 0")
  func interrupts() throws {
    try TerminalDesk.start { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try desk.session.type("?")
      try desk.session.waitForScreen("shows help") { !$0.contains("1 of 49") || $0.contains("Esc") }
      try desk.send(SIGINT)
      try desk.session.waitForScreen(containing: "1 of 49")
      try desk.send(SIGINT)
      try desk.send(SIGINT)
      try desk.expectEnd(0)
    }
  }

  @Test(
    "signals that mean nothing here change nothing",
    arguments: TerminalDesk.isWhole ? [SIGPIPE, SIGCONT, SIGWINCH, SIGCHLD, SIGURG] : [SIGPIPE])
  func ignored(signal: Int32) throws {
    try TerminalDesk.start { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      for _ in 0..<3 { try desk.send(signal) }
      try desk.expectSteps("signal \(signal)")
    }
  }

  @Test("stopped twice, and resized meanwhile, the terminal is the shell's until it goes on")
  func stops() throws {
    try withShell { session, program in
      let before = try session.lineSettings()
      try session.type("\(program)\r")
      for columns in [100, 60] {
        try session.waitForAlternateScreen()
        try session.waitForScreen(containing: "1 of 49")
        try session.press("C-z")
        try session.waitForPlainScreen()
        try session.waitForScreen(containing: "Stopped")
        #expect(try session.lineSettings() == before, "stty differs while stopped")
        #expect(try session.modes() == .plain)
        try session.resize(to: .init(rows: 24, columns: columns))
        try session.type("clear; fg\r")
      }
      try session.waitForAlternateScreen()
      try session.waitForScreen(containing: "1 of 49")
      try session.press("q")
      try session.waitForPlainScreen()
      try session.type("echo $?-ended\r")
      try session.waitForScreen(containing: "0-ended")
      #expect(try session.lineSettings() == before)
    }
  }

  @Test("stopped without a warning, everything is drawn again")
  func hardStop() throws {
    try TerminalDesk.start { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try desk.send(SIGSTOP)
      try desk.waitUntilStopped()
      try desk.session.resize(to: .init(rows: 30, columns: 100))
      try desk.send(SIGCONT)
      try desk.session.waitForScreen("fills the larger terminal") { screen in
        screen.contains("1 of 49") && screen.split(separator: "\n").contains { $0.count > 90 }
      }
      try desk.session.press("q")
      try desk.expectEnd(0)
    }
  }

  @Test("two hundred new sizes at once, while it plays, end in a whole screen")
  func storm() throws {
    try TerminalDesk.start { desk in
      try desk.session.waitForScreen(containing: "1 of 49")
      try desk.session.press("Space")
      for round in 0..<200 {
        try desk.send(SIGWINCH)
        if round.isMultiple(of: 20) { try desk.session.resize(to: .init(rows: 10 + round / 10, columns: 40 + round)) }
      }
      try desk.session.resize(to: .init(rows: 24, columns: 80))
      try desk.session.waitForScreen(containing: "of 49")
      try desk.session.type(":q!\r")
      try desk.expectEnd(0)
    }
  }

  @Test("started in the background it stops, and shows the grids once it is in the foreground")
  func background() throws {
    try withShell { session, program in
      try session.type("\(program) &\r")
      // The shell tells of a stop before its next prompt.
      for _ in 0..<20 where try !session.screen().contains("Stopped") {
        try session.press("Enter")
        _ = try session.settledScreen()
      }
      let before = try session.lineSettings()
      try session.type("clear; fg\r")
      try session.waitForScreen(containing: "1 of 49")
      try session.press("q")
      try session.waitForPlainScreen()
      try session.type("echo $?-ended\r")
      try session.waitForScreen(containing: "0-ended")
      #expect(try session.lineSettings() == before)
    }
  }

  /// A shell with jobs: what has none cannot be stopped by its terminal.
  private func withShell(_ body: (TmuxSession, _ program: String) throws -> Void) throws {
    let home = try TemporaryFolder()
    let program = "\(TmuxSession.quoted(try Checkout.binary())) \(TerminalDesk.plus)"
    try TmuxSession.with(
      command: "exec bash --norc --noprofile +o history",
      environment: ["XDG_STATE_HOME": home.path("state"), "HOME": home.path, "LC_ALL": "C.UTF-8", "PS1": "ready> "]
    ) { session in
      try session.waitForScreen(containing: "ready>")
      try body(session, program)
    }
  }
}
