#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far an export is, told to the program that has started it; to nobody else.
struct ExportProgress {
  /// The descriptor that the lines go to, which whoever asks for them has opened.
  static let descriptor: Int32 = 3

  /// Whether anybody wants to know.
  let isWanted: Bool

  /// Writes a line `done total`. That nobody reads it any more is no failure: whoever gave the export up ends it.
  func tell(_ done: Int, of total: Int) {
    guard isWanted else { return }
    let line = Array("\(done) \(total)\n".utf8)
    _ = write(Self.descriptor, line, line.count)
  }

  /// The last whole line of what was read, as done and total; nil without one.
  static func last(in text: some Collection<UInt8>) -> (done: Int, total: Int)? {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard let line = lines.dropLast().last else { return nil }
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }
}
