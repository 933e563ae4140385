import TerminalKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output for lines of text, buffered, so that a long transcript costs few system calls.
struct LineOutput {
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  init() {
    buffer.reserveCapacity(Self.capacity * 2)
  }

  /// - Throws: `OutputError` when standard output takes no more.
  mutating func write(_ line: String) throws(OutputError) {
    buffer.append(contentsOf: line.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.capacity { try flush() }
  }

  /// - Throws: `OutputError` when standard output takes no more.
  mutating func write(lines: [String]) throws(OutputError) {
    for line in lines { try write(line) }
  }

  mutating func flush() throws(OutputError) {
    let bytes = buffer[...]
    buffer.removeAll(keepingCapacity: true)
    try StandardStreams.write(bytes, to: STDOUT_FILENO)
  }
}

/// Why standard output takes no more.
enum OutputError: Error {
  /// Whoever read it has gone, which is no mistake.
  case closed
  /// The system said so, with an `errno`.
  case refused(Int32)
}

enum StandardStreams {
  /// Writes one line on standard error, with nothing in it that could steer a terminal or begin another line.
  static func complain(_ sentence: String) {
    // There is nowhere left to say that standard error is gone.
    try? write(Array((Sanitizer.sanitized(sentence) + "\n").utf8)[...], to: STDERR_FILENO)
  }

  /// Writes bytes on standard output as they are.
  ///
  /// - Throws: `OutputError` when standard output takes no more.
  static func writeOutput(_ bytes: [UInt8]) throws(OutputError) {
    try write(bytes[...], to: STDOUT_FILENO)
  }

  fileprivate static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(OutputError) {
    var rest = bytes
    while !rest.isEmpty {
      let (count, code) = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          let count = Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
        return (count, errno)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if code == EPIPE {
        throw .closed
      } else if code != EINTR {
        throw .refused(code)
      }
    }
  }
}
