import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal without an emulator, whose person decides when anything is read: one that is slow, or that stands still.
final class PlainTerminal {
  private let person: Int32
  private let process = Process()

  /// Starts the program on a terminal of its own, which controls it.
  init(_ arguments: [String], home: TemporaryFolder, rows: UInt16 = 24, columns: UInt16 = 80) throws {
    var ends: (person: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.person, &ends.program, nil, nil, nil) == 0 else { throw TestFailure("no terminal") }
    person = ends.person
    resize(rows: rows, columns: columns)
    _ = fcntl(person, F_SETFL, O_NONBLOCK)
    let program = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["setsid", "--ctty", "--wait", try Checkout.binary()] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment.merge([
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": home.path, "XDG_STATE_HOME": home.path("state"),
    ]) { $1 }
    environment["NO_COLOR"] = nil
    process.environment = environment
    (process.standardInput, process.standardOutput, process.standardError) = (program, program, program)
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(person)
  }

  /// Gives the terminal another size, which tells the program at once.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
  }

  /// Types bytes. Nothing is read while the line has room for them; where it is full, what the program draws is read and
  /// forgotten until there is room.
  func type(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(person, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      var polled = pollfd(fd: person, events: Int16(POLLOUT) | Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 20_000) > 0 else { throw TestFailure("the terminal takes no more keys") }
      if polled.revents & Int16(POLLIN) != 0 { _ = drain() }
    }
  }

  /// Reads what has been drawn until something is so; returns how many bytes that were.
  @discardableResult
  func drain(until isSo: () -> Bool) throws -> Int {
    var count = 0
    for _ in 0..<3_000 where !isSo() {
      var polled = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      if poll(&polled, 1, 10) > 0 { count += drain() }
    }
    guard isSo() else { throw TestFailure("it never came to that") }
    return count
  }

  private func drain() -> Int {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    return max(0, readBytes(person, &part, part.count))
  }

  /// Reads, at most so many bytes at once, until the text has been drawn; returns everything that was read.
  func read(until text: String, atOnce most: Int = 1 << 16) throws -> String {
    var seen: [UInt8] = []
    var part = [UInt8](repeating: 0, count: most)
    let wanted = Array(text.utf8)
    while seen.firstRange(of: wanted) == nil {
      var polled = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 20_000) > 0 else {
        throw TestFailure("“\(text)” was never drawn: \(String(decoding: seen.suffix(2000), as: UTF8.self))")
      }
      let count = readBytes(person, &part, part.count)
      guard count > 0 else { throw TestFailure("the program went away before “\(text)”") }
      seen += part[..<count]
    }
    return String(decoding: seen, as: UTF8.self)
  }

  /// Whether there is something that has not been read, or comes within a moment that a working program needs less of.
  func waitUntilFull() throws {
    var last: Int32 = -1
    for _ in 0..<200 {
      var waiting: Int32 = 0
      _ = ioctl(person, UInt(FIONREAD), &waiting)
      if waiting > 0, waiting == last { return }
      last = waiting
      usleep(20_000)
    }
    throw TestFailure("nothing was ever drawn")
  }

  /// Reads whatever comes until the program has ended; returns its status, 128 and the signal when one ended it.
  func end() throws -> Int32 {
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while process.isRunning {
      var polled = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      _ = poll(&polled, 1, 20)
      _ = readBytes(person, &part, part.count)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
  }
}

/// The system's `read`, which the method of that name hides.
private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
