import ConvolutionEngine

/// The lines of a session's text, read from the top; known to be whole before the first is looked at.
struct SessionLines {
  private let lines: [Substring]
  private var index = 1

  /// - Throws: `SessionError` unless these are the lines of a known version, to the end.
  init(_ bytes: [UInt8]) throws(SessionError) {
    guard bytes.count <= Session.Limits.bytes else {
      throw SessionError(line: 1, fault: .tooLarge(limit: Session.Limits.bytes))
    }
    let start = Array((SessionText.name + " ").utf8)
    guard bytes.starts(with: start) else {
      // What was cut within its first line is still known for what it was.
      throw SessionError(line: 1, fault: !bytes.isEmpty && start.starts(with: bytes) ? .truncated : .notASession)
    }
    var line = 1
    for byte in bytes {
      guard byte >= 0x20 && byte != 0x7F || byte == 0x0A else { throw SessionError(line: line, fault: .notText) }
      if byte == 0x0A { line += 1 }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw SessionError(line: 1, fault: .notText) }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let version = lines[0].dropFirst(start.count)
    if lines.count > 1, version != "\(SessionText.version)" {
      throw SessionError(line: 1, fault: .newerVersion(String(version.prefix(20))))
    }
    // The text ends in a line feed, so that what stands after it is empty.
    guard lines.count >= 3, lines[lines.count - 1].isEmpty, lines[lines.count - 2] == "end \(lines.count - 2)" else {
      // The last line that has anything in it.
      throw SessionError(line: lines.count - (lines[lines.count - 1].isEmpty ? 1 : 0), fault: .truncated)
    }
  }

  /// The number of the line that comes next, counted from 1.
  var number: Int { index + 1 }

  typealias Reading<Value> = (inout ActionWords) throws(ActionTextError) -> Value

  /// Reads the next line, which must begin with this word.
  mutating func take<Value>(_ word: String, _ reading: Reading<Value>) throws(SessionError) -> Value {
    guard let value = try takeIfThere(word, reading) else {
      throw broken(ActionTextError(word: firstWord, expected: .line(word)))
    }
    return value
  }

  /// Reads the next line if it begins with this word.
  mutating func takeIfThere<Value>(_ word: String, _ reading: Reading<Value>) throws(SessionError) -> Value? {
    guard firstWord == word else { return nil }
    return try takeWords { words throws(ActionTextError) in
      _ = try words.next(.line(word))
      return try reading(&words)
    }
  }

  /// Reads the whole next line, which must be made of nothing else.
  mutating func takeWords<Value>(_ reading: Reading<Value>) throws(SessionError) -> Value {
    do throws(ActionTextError) {
      var words = ActionWords(String(lines[index]))
      let value = try reading(&words)
      try words.expectEnd()
      index += 1
      return value
    } catch {
      throw broken(error)
    }
  }

  /// The first word of the next line; empty at the end.
  var firstWord: String { String(lines[index].prefix { $0 != " " }) }

  /// - Throws: unless the line that counts the others comes next.
  mutating func expectEnd() throws(SessionError) {
    guard index == lines.count - 2 else { throw broken(ActionTextError(word: firstWord, expected: .line("end"))) }
  }

  private func broken(_ error: ActionTextError) -> SessionError { SessionError(line: number, fault: .broken(error)) }
}

extension ActionWords {
  /// The number of an edit, or 0.
  mutating func edit(upTo count: Int) throws(ActionTextError) -> Int {
    let word = try next(.edit)
    guard let edit = Int(word), (0...count).contains(edit) else { throw ActionTextError(word: word, expected: .edit) }
    return edit
  }
}
