import Foundation
import TestSupport
import Testing

/// The program in a terminal under a shell that outlives it, so that what it leaves behind can be looked at.
struct TerminalDesk {
  /// The article's plus under Sobel-x: 49 cells to step through.
  static let plus = "--input-preset plus --kernel sobel-x --padding 1"
  /// Whether the whole table of terminals is asked for, as `Scripts/campaign` does; else its corners.
  static let isWhole = ProcessInfo.processInfo.environment["CONVOSCOPE_MATRIX"] == "whole"

  let home: TemporaryFolder
  let session: TmuxSession

  /// Starts the program in a folder of its own.
  /// - Parameters:
  ///   - arguments: as a shell reads them; redirections may follow.
  ///   - before: what stands before the program: assignments, `env -u NAME`, `setsid`.
  static func start(
    _ arguments: String = plus, before: String = "", size: TmuxSession.Size = .init(rows: 24, columns: 80),
    terminal: String = "tmux-256color", environment: [String: String] = [:], home: TemporaryFolder? = nil,
    _ body: (TerminalDesk) throws -> Void
  ) throws {
    let home = try home ?? TemporaryFolder()
    let program = TmuxSession.quoted(try Checkout.binary())
    // The inner shell becomes the program, so that its number is the program's.
    let inner = "echo $$ > \(home.path("pid")); exec \(before) \(program) \(arguments)"
    let command =
      "stty -g > \(home.path("before")); sh -c \(TmuxSession.quoted(inner)); code=$?; "
      + "printf 'ended with %s.' $code; exec sleep 1000"
    var variables = [
      "XDG_STATE_HOME": home.path("state"), "HOME": home.path("home"), "LC_ALL": "C.UTF-8",
      // Whatever the locale, the words that are waited for are English.
      "LANGUAGE": "en",
    ]
    variables.merge(environment) { _, new in new }
    try TmuxSession.with(command: command, size: size, terminal: terminal, environment: variables) { session in
      try body(TerminalDesk(home: home, session: session))
    }
  }

  /// The number of the program's process.
  private func process() throws -> Int32 {
    let text = String(decoding: try home.read("pid"), as: UTF8.self)
    guard let process = Int32(text.filter(\.isNumber)) else { throw TestFailure("no process number: \(text)") }
    return process
  }

  /// Waits until the program has stopped; a signal to go on that comes earlier would be lost.
  func waitUntilStopped() throws {
    let process = try process()
    for _ in 0..<1000 where try run("ps", ["-o", "state=", "-p", "\(process)"]).standardOutput.first != "T" {
      usleep(10_000)
    }
    let state = try run("ps", ["-o", "state=", "-p", "\(process)"]).standardOutput
    guard state.first == "T" else { throw TestFailure("the program has not stopped: \(state)") }
  }

  /// Sends the program a signal.
  func send(_ signal: Int32) throws {
    let process = try process()
    guard kill(process, signal) == 0 else { throw TestFailure("no signal reached process \(process)") }
  }

  /// Waits for the end and expects the terminal to be as it was, with nothing of the program's screen on it.
  /// - Returns: the screen without the line that tells the end.
  @discardableResult
  func expectEnd(_ status: Int32, _ note: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) throws
    -> String
  {
    let screen = try session.waitForScreen(containing: "ended with")
    #expect(screen.contains("ended with \(status)."), note, sourceLocation: sourceLocation)
    let before = String(decoding: try home.read("before"), as: UTF8.self)
    #expect(try session.lineSettings() == before, "stty differs: \(note)", sourceLocation: sourceLocation)
    #expect(try session.modes() == .plain, note, sourceLocation: sourceLocation)
    return screen.split(separator: "\n").filter { !$0.contains("ended with") }.joined(separator: "\n")
  }

  /// Steps, leaves and expects a clean end and an empty screen.
  ///
  /// Not after a change of size: tmux 3.3a then brings lines of the alternate screen back that ran to the right margin,
  /// whatever program has drawn them.
  func expectSteps(_ note: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
    try session.waitForScreen(containing: "1 of 49")
    try session.press("Right")
    try session.waitForScreen(containing: "2 of 49")
    try session.press("q")
    let rest = try expectEnd(0, note, sourceLocation: sourceLocation)
    #expect(rest.isEmpty, "\(note) left \(rest)", sourceLocation: sourceLocation)
  }
}
