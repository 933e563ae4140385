import CNCurses
import TerminalKit

@testable import NCursesTerminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal made of a pair of descriptors: the test sits where the person would.
final class PseudoTerminal {
  /// The person's side.
  private let person: Int32
  /// The program's side.
  let program: Int32
  /// What another process opens to be the program.
  var name: String { ttyname(program).map { String(cString: $0) } ?? "" }
  /// Everything that the program has drawn so far.
  private(set) var seen = ""

  init(rows: UInt16 = 24, columns: UInt16 = 80) throws {
    // The tests are about UTF-8 terminals, whatever the locale of the machine that runs them.
    setenv("LC_ALL", "C.UTF-8", 1)
    var ends: (person: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.person, &ends.program, nil, nil, nil) == 0 else { throw TerminalError.systemRefused }
    (person, program) = ends
    _ = fcntl(person, F_SETFL, O_NONBLOCK)
    resize(rows: rows, columns: columns)
  }

  deinit {
    close(person)
    close(program)
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
  }

  /// Types bytes.
  func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(person, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  /// The terminal's modes, to be compared.
  func modes() -> [UInt8] {
    var modes = termios()
    tcgetattr(program, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }

  /// Reads until the text has been drawn since the last call; false when it doesn't come within the patience that a
  /// broken program deserves. Nothing waits when it is there.
  func draws(_ text: String) -> Bool {
    var drawn = ""
    while !drawn.contains(text) {
      guard let more = receive(waiting: 5000) else { return false }
      drawn += more
    }
    return true
  }

  /// What has been drawn since the last call, up to a mark that the caller has made the program draw.
  func drawn(until mark: String) -> String {
    var drawn = ""
    while !drawn.contains(mark), let more = receive(waiting: 5000) { drawn += more }
    return drawn
  }

  private func receive(waiting milliseconds: Int32) -> String? {
    var polled = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let length = read(person, &bytes, bytes.count)
    guard length > 0 else { return nil }
    let text = String(decoding: bytes[..<length], as: UTF8.self)
    seen += text
    return text
  }
}

extension NCursesTerminal {
  static func open(
    on pseudo: PseudoTerminal, type: String = "xterm-256color", options: Options = Options()
  ) throws(TerminalError) -> NCursesTerminal {
    try open(options, inputFileDescriptor: pseudo.program, outputFileDescriptor: pseudo.program, type: type)
  }
}
