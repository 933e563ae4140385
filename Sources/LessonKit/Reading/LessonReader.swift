import Explorer

/// Reads a lesson file: YAML between `---` lines, then Markdown in which every heading of level 2 begins a page and fenced
/// blocks named `setup` and `task` hold YAML.
enum LessonReader {
  /// The fenced blocks that are not text.
  static let blockNames = ["setup", "task"]
  /// The most bytes of a lesson file, some forty times what a long lesson has: the worst Markdown takes 300 bytes of memory
  /// for each of them.
  static let sizeLimit = 256 << 10

  static func read(_ bytes: [UInt8], file: String) throws(LessonProblem) -> Lesson {
    do throws(LessonFault) {
      return try read(bytes)
    } catch {
      throw LessonProblem(file: file, line: error.line, reason: error.reason)
    }
  }

  private static func read(_ bytes: [UInt8]) throws(LessonFault) -> Lesson {
    guard bytes.count <= sizeLimit else {
      throw LessonFault(line: nil, reason: .tooLarge(bytes: bytes.count, limit: sizeLimit))
    }
    guard let text = String(validating: withPlainLineEnds(bytes), as: UTF8.self) else {
      throw LessonFault(line: nil, reason: .notUTF8)
    }
    let parts = try split(text)
    let header: LessonHeader
    do {
      header = try LessonHeader(parts.frontMatter)
    } catch {
      throw error.shifted(by: 1)
    }
    let pages: [LessonPage]
    do {
      pages = try PageReader.pages(of: try MarkdownDocument(parts.body))
    } catch {
      throw error.shifted(by: parts.linesBeforeBody)
    }
    return Lesson(
      id: header.id, number: header.number, title: header.title, minutes: header.minutes,
      prerequisites: header.prerequisites, pages: pages)
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

  private static func split(
    _ text: String
  ) throws(LessonFault) -> (frontMatter: String, body: String, linesBeforeBody: Int) {
    // By bytes: finding the characters of a whole lesson takes longer than reading its Markdown.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let isFence = { (line: Substring.UTF8View) in line.elementsEqual("---".utf8) }
    guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
      throw LessonFault(line: 1, reason: .noFrontMatter)
    }
    let body = text.utf8[lines[end].endIndex...].dropFirst()
    return (
      lines[1..<end].map { Substring($0) }.joined(separator: "\n"), String(Substring(body)), linesBeforeBody: end + 1
    )
  }
}

/// The front matter of a lesson.
private struct LessonHeader {
  let id: String
  let number: Int
  let title: String
  let minutes: Int?
  let prerequisites: [String]

  init(_ text: String) throws(LessonFault) {
    let fields = try LessonFields(
      try LessonValue(text), name: "front matter", known: ["id", "number", "title", "minutes", "requires"])
    id = try LessonID.read(try fields.required("id"))
    number = try fields.required("number").wholeNumber("number", in: 1...9999)
    let titleField = try fields.required("title")
    title = try titleField.text("title")
    guard !title.isEmpty, title.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      throw titleField.badValue("title", "")
    }
    minutes = try fields["minutes"].map { value throws(LessonFault) in try value.wholeNumber("minutes", in: 1...999) }
    var prerequisites: [String] = []
    for value in try fields["requires"].map({ value throws(LessonFault) in try value.list("requires") }) ?? [] {
      prerequisites.append(try LessonID.read(value))
    }
    self.prerequisites = prerequisites
  }
}
