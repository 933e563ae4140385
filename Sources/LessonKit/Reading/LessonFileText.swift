/// A lesson file cut into its front matter and its Markdown.
struct LessonFileText {
  let frontMatter: String
  let body: String
  /// The lines of the file before the first one of `body`.
  let linesBeforeBody: Int
  /// Names the content; see `ContentHash`.
  let hash: String

  /// The most bytes of a lesson file, some forty times what a long lesson has: the worst Markdown takes 300 bytes of memory
  /// for each of them.
  static let sizeLimit = 256 << 10

  init(_ bytes: [UInt8]) throws(LessonFault) {
    guard bytes.count <= Self.sizeLimit else {
      throw LessonFault(line: nil, reason: .tooLarge(bytes: bytes.count, limit: Self.sizeLimit))
    }
    let plain = Self.withPlainLineEnds(bytes)
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw LessonFault(line: nil, reason: .notUTF8)
    }
    hash = ContentHash.of(plain)
    // By bytes: finding the characters of a whole lesson takes longer than reading its Markdown.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let isFence = { (line: Substring.UTF8View) in line.elementsEqual("---".utf8) }
    guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
      throw LessonFault(line: 1, reason: .noFrontMatter)
    }
    frontMatter = lines[1..<end].map { Substring($0) }.joined(separator: "\n")
    body = String(Substring(text.utf8[lines[end].endIndex...].dropFirst()))
    linesBeforeBody = end + 1
  }

  /// Without a byte order mark, and with `\n` for `\r\n` and `\r`.
  private static func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    let carriageReturn = UInt8(ascii: "\r")
    let lineFeed = UInt8(ascii: "\n")
    let content = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    guard content.contains(carriageReturn) else { return Array(content) }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var previous = UInt8(0)
    for byte in content {
      if byte == carriageReturn {
        result.append(lineFeed)
      } else if byte != lineFeed || previous != carriageReturn {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }
}

/// A short name for the content of a lesson, by which a translation says what it translates.
///
/// FNV-1a of 64 bits (Fowler, Noll, Vo): it is to notice that an original was changed, not to withstand anybody who wants
/// two files with the same name.
enum ContentHash {
  /// Sixteen hexadecimal digits. Complexity: O(bytes).
  static func of(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
