#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input line by line, as it is typed or piped in; of a long line only the beginning is kept.
struct LineInput {
  private var buffer: ArraySlice<UInt8> = []
  private var isAtEnd = false

  private static let chunkSize = 4096
  /// Far beyond any answer, short enough for a pipe that never ends a line.
  private static let lineLimit = 4096

  /// The next line without its end; nil when there are no more. What is not UTF-8 is replaced.
  ///
  /// - Throws: `InputError` when standard input cannot be read.
  mutating func next() throws(InputError) -> String? {
    var line: [UInt8] = []
    while true {
      let end = buffer.firstIndex(of: UInt8(ascii: "\n"))
      line += buffer[..<(end ?? buffer.endIndex)].prefix(Self.lineLimit - line.count)
      if let end {
        buffer = buffer[(end + 1)...]
        break
      }
      buffer = []
      if isAtEnd {
        guard !line.isEmpty else { return nil }
        break
      }
      try fill()
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func fill() throws(InputError) {
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    while true {
      let (count, code) = chunk.withUnsafeMutableBytes { bytes in
        let count = read(STDIN_FILENO, bytes.baseAddress, bytes.count)
        return (count, errno)
      }
      if count >= 0 {
        isAtEnd = count == 0
        buffer = chunk[..<count]
        return
      }
      guard code == EINTR else { throw InputError(code: code) }
    }
  }
}

/// Why standard input could not be read: an `errno`.
struct InputError: Error {
  let code: Int32
}
