import Foundation

/// A program in a real terminal: a tmux server of its own, with one window and no status line.
///
/// The server listens on a socket in a folder of its own, so that neither the person's tmux nor another test is touched;
/// `with` ends it whatever happens.
package struct TmuxSession: Sendable {
  /// Rows and columns of a terminal.
  package struct Size: Sendable, Equatable {
    package var rows: Int
    package var columns: Int

    package init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// How the screen is read: letters only, or with the escape sequences for colours and attributes.
  package enum Capture: Sendable {
    case text
    case styled
  }

  private let socket: String
  private let patience: Double

  /// Starts `command` in a terminal, hands the session to `body`, and ends the terminal.
  /// - Parameters:
  ///   - command: A shell command line; see `quoted` for arguments with spaces.
  ///   - size: 80×24 unless told.
  ///   - terminal: The TERM that the program sees; its description must be installed.
  ///   - environment: Variables for the command. TMUX and TMUX_PANE are taken away, COLORTERM and NO_COLOR too.
  ///   - patience: Seconds that each wait may take before it fails with the screen in its message.
  /// - Throws: `TestFailure` when tmux cannot be started, and whatever `body` throws.
  @discardableResult
  package static func with<Result>(
    command: String, size: Size = Size(rows: 24, columns: 80), terminal: String = "tmux-256color",
    environment: [String: String] = [:], folder: String = Checkout.root, patience: Double = 30,
    _ body: (TmuxSession) throws -> Result
  ) throws -> Result {
    let home = try TemporaryFolder()
    let session = TmuxSession(socket: home.path("tmux"), patience: patience)
    defer { _ = try? session.tmux(["kill-server"]) }
    let removed = ["TMUX", "TMUX_PANE", "COLORTERM", "NO_COLOR"].map { "-u " + $0 }.joined(separator: " ")
    let set = environment.sorted { $0.key < $1.key }.map { quoted($0.key + "=" + $0.value) }.joined(separator: " ")
    try session.tmux(
      [
        "-f", "/dev/null", "start-server", ";",
        "set-option", "-g", "default-terminal", terminal, ";",
        "set-option", "-g", "status", "off", ";",
        "set-option", "-g", "escape-time", "0", ";",
        "set-option", "-g", "remain-on-exit", "on", ";",
        "set-option", "-g", "remain-on-exit-format", "", ";",
        "new-session", "-d", "-s", "main", "-x", "\(size.columns)", "-y", "\(size.rows)", "-c", folder,
        "exec env \(removed) \(set) sh -c \(quoted(command))",
      ])
    return try body(session)
  }

  /// `word` as one word for a POSIX shell.
  package static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  /// Presses keys by their tmux names, one argument a key: `"Right"`, `"C-r"`, `"Space"`, `"Escape"`, `"q"`.
  package func press(_ keys: String...) throws {
    try tmux(["send-keys", "-t", "main"] + keys.map { $0 == ";" ? "\\;" : $0 })
  }

  /// Types `text` letter by letter, without looking for key names in it.
  package func type(_ text: String) throws {
    try tmux(["send-keys", "-t", "main", "-l", "--", text.hasSuffix(";") ? text.dropLast() + "\\;" : text])
  }

  /// The screen as it is now: one line a row, spaces at line ends taken away (styled: kept as tmux gives them).
  package func screen(_ capture: Capture = .text) throws -> String {
    switch capture {
    case .text: try tmux(["capture-pane", "-p", "-t", "main"]).standardOutput
    case .styled: try tmux(["capture-pane", "-p", "-e", "-t", "main"]).standardOutput
    }
  }

  /// Waits until the screen contains `text`, and returns that screen.
  @discardableResult
  package func waitForScreen(containing text: String) throws -> String {
    try waitForScreen("contains “\(text)”") { $0.contains(text) }
  }

  /// Waits until `isReached` says yes to the screen, and returns that screen.
  /// - Parameter description: Ends the sentence "the screen never …" in the message of the failure.
  @discardableResult
  package func waitForScreen(_ description: String, until isReached: (String) -> Bool) throws -> String {
    var last = ""
    let isThere = try wait {
      last = try screen()
      return isReached(last)
    }
    guard isThere else {
      throw TestFailure("For \(patience) seconds the screen never \(description). It shows:\n\(last)")
    }
    return last
  }

  /// The screen once it has stopped changing: several looks in a row see the same.
  package func settledScreen() throws -> String {
    var last = try screen()
    var same = 0
    let isSettled = try wait {
      let now = try screen()
      same = now == last ? same + 1 : 0
      last = now
      return same == 5
    }
    guard isSettled else { throw TestFailure("The screen went on changing for \(patience) seconds:\n\(last)") }
    return last
  }

  /// Gives the terminal another size, as a person who drags a window's corner does.
  package func resize(to size: Size) throws {
    try tmux(["resize-window", "-t", "main", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// Process number of the command, for sending signals to it.
  package func processIdentifier() throws -> Int32 {
    guard let number = Int32(try format("#{pane_pid}")) else {
      throw TestFailure("tmux did not tell the process number of its pane.")
    }
    return number
  }

  /// What a program has switched on in the terminal and should have switched off again.
  package struct Modes: Equatable, Sendable {
    package var alternateScreen: Bool
    package var cursor: Bool
    package var mouse: Bool
    package var keypad: Bool

    /// As a shell has it.
    package static let plain = Modes(alternateScreen: false, cursor: true, mouse: false, keypad: false)
  }

  package func modes() throws -> Modes {
    let flags = try format("#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_flag}").split(separator: " ")
    guard flags.count == 4 else { throw TestFailure("tmux did not tell the modes: \(flags)") }
    return Modes(
      alternateScreen: flags[0] == "1", cursor: flags[1] == "1", mouse: flags[2] == "1", keypad: flags[3] == "1")
  }

  /// Waits until the program has taken the whole screen, however small that is.
  package func waitForAlternateScreen() throws {
    guard try wait(until: { try modes().alternateScreen }) else {
      throw TestFailure("The program has not taken the screen. It shows:\n\(try screen())")
    }
  }

  /// Waits until the program has given the screen back.
  package func waitForPlainScreen() throws {
    guard try wait(until: { try !modes().alternateScreen }) else {
      throw TestFailure("The program has not given the screen back. It shows:\n\(try screen())")
    }
  }

  /// The settings of the terminal's line, as `stty -g` writes them.
  package func lineSettings() throws -> String {
    let device = try format("#{pane_tty}")
    #if canImport(Darwin)
      let option = "-f"
    #else
      let option = "-F"
    #endif
    let answer = try run("stty", [option, device, "-g"])
    guard answer.status == 0 else { throw TestFailure("stty failed: \(answer.standardError)") }
    return answer.standardOutput
  }

  /// Pastes `text` as a terminal does whose program has asked for bracketed pastes.
  package func paste(_ text: String) throws {
    try tmux(["set-buffer", "-b", "pasted", text])
    try tmux(["paste-buffer", "-p", "-r", "-b", "pasted", "-t", "main"])
  }

  /// Waits until the command has ended and returns its exit code (128 plus the signal when one ended it).
  package func waitForExit() throws -> Int32 {
    var state: [Substring] = []
    let hasEnded = try wait {
      state = try format("#{pane_dead} #{pane_dead_status} #{pane_dead_signal}")
        .split(separator: " ", omittingEmptySubsequences: false)
      guard state.first == "1" else { return false }
      if state.dropFirst().contains(where: { !$0.isEmpty }) { return true }
      // tmux 3.3a now and then misses that its child has ended, which then stays a zombie (9 of 60 on a busy machine).
      // The end of any other child makes it look at all of them.
      try tmux(["run-shell", "true"])
      return false
    }
    guard hasEnded else {
      throw TestFailure("The program was still there after \(patience) seconds. The screen shows:\n\(try screen())")
    }
    if state.count > 1, let status = Int32(state[1]) { return status }
    if state.count > 2, let signal = Int32(state[2]) { return 128 + signal }
    throw TestFailure("tmux did not tell how the program ended: \(state)")
  }

  private func format(_ text: String) throws -> String {
    let answer = try tmux(["display-message", "-p", "-t", "main", text]).standardOutput
    return answer.hasSuffix("\n") ? String(answer.dropLast()) : answer
  }

  /// Asks again and again, a little apart, until yes or until patience ends. A terminal tells nobody that it has changed.
  private func wait(until isReached: () throws -> Bool) throws -> Bool {
    let deadline = Date().addingTimeInterval(patience)
    while true {
      if try isReached() { return true }
      if Date() >= deadline { return false }
      usleep(20_000)
    }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> ProgramRun {
    let answer = try run(
      "tmux", ["-u", "-S", socket] + arguments, environment: ["TMUX": String?.none, "LC_ALL": "C.UTF-8"])
    guard answer.status == 0 else {
      throw TestFailure("tmux \(arguments.first ?? "") failed with \(answer.status): \(answer.standardError)")
    }
    return answer
  }
}
