import Yams

/// A YAML text as a small tree with lines, for texts that people write and that nobody trusts. The only file that knows
/// Yams.
///
/// Anchors and aliases are refused before the text is composed: a few lines of them stand for more nodes than there is
/// memory. Tags are ignored; every scalar is text and its reader decides what it means.
package struct YAMLValue: Equatable, Sendable {
  /// The line in the YAML text, from 1.
  package let line: Int
  package let content: Content

  package indirect enum Content: Equatable, Sendable {
    case scalar(String)
    case sequence([YAMLValue])
    case mapping([Field])
  }

  package struct Field: Equatable, Sendable {
    package let name: String
    /// The line of the name.
    package let line: Int
    package let value: YAMLValue
  }

  /// The deepest nesting.
  package static let depth = 16
  /// The most bytes of one text, unless the reader asks for another limit.
  package static let sizeLimit = 64 << 10

  /// Reads a text; an empty one is an empty mapping.
  ///
  /// - Parameter sizeLimit: the most bytes.
  /// - Throws: `badYAML`, `aliasRefused`, `tooDeep`, `tooLarge` or `keyNotText`, with the line in the text.
  package init(_ text: String, sizeLimit: Int = YAMLValue.sizeLimit) throws(YAMLError) {
    guard text.utf8.count <= sizeLimit else {
      throw YAMLError(line: nil, reason: .tooLarge(bytes: text.utf8.count, limit: sizeLimit))
    }
    try Self.checkLimits(text)
    let node: Node?
    do {
      // Without the rules that tell numbers from text by regular expressions: nobody asks, and they take a while.
      node = try compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw YAMLError(line: error.line(in: text), reason: .badYAML(error.problem))
    } catch {
      throw YAMLError(line: nil, reason: .badYAML("\(error)"))
    }
    if let node {
      try self.init(node, depth: Self.depth)
    } else {
      self.init(line: 1, content: .mapping([]))
    }
  }

  private init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }

  private init(_ node: Node, depth: Int) throws(YAMLError) {
    line = node.mark?.line ?? 1
    guard node.anchor == nil else { throw YAMLError(line: line, reason: .aliasRefused) }
    guard depth > 0 else { throw YAMLError(line: line, reason: .tooDeep(limit: Self.depth)) }
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for node in sequence { values.append(try YAMLValue(node, depth: depth - 1)) }
      content = .sequence(values)
    case .mapping(let mapping):
      var fields: [Field] = []
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        guard case .scalar(let name) = key, name.anchor == nil else {
          throw YAMLError(line: keyLine, reason: .keyNotText)
        }
        fields.append(Field(name: name.string, line: keyLine, value: try YAMLValue(value, depth: depth - 1)))
      }
      content = .mapping(fields)
    case .alias: throw YAMLError(line: line, reason: .aliasRefused)
    }
  }

  /// What has to hold before the composer, which calls itself for every level and compares whole keys, sees the text.
  ///
  /// All of it errs on the safe side: an `&` before a letter is refused even inside quotes.
  private static func checkLimits(_ text: String) throws(YAMLError) {
    var brackets = 0
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let tooDeep = YAMLError(line: number, reason: .tooDeep(limit: depth))
      guard line.prefix(while: { $0 == UInt8(ascii: " ") }).count <= 4 * depth else { throw tooDeep }
      var indicators = 0
      var previous = UInt8(ascii: " ")
      for byte in line {
        switch previous {
        case UInt8(ascii: "&") where isWord(byte): throw YAMLError(line: number, reason: .aliasRefused)
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
          if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { indicators += 1 }
        default: break
        }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
        previous = byte
      }
      guard indicators <= 2 * depth, brackets <= 16 * depth else { throw tooDeep }
    }
  }

  /// Whether a byte may stand in the name of an anchor.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension YamlError {
  /// What is wrong, without the text around it.
  fileprivate var problem: String {
    switch self {
    case .reader(let problem, _, _, _), .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      problem
    case .duplicatedKeysInMapping(let names, _): "the key \(names.first ?? "") stands twice"
    case .no, .memory, .dataCouldNotBeDecoded: "unreadable"
    }
  }

  fileprivate func line(in text: String) -> Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    case .reader(_, let offset?, _, _): text.prefix(offset).count { $0.isNewline } + 1
    case .reader, .writer, .emitter, .representer, .no, .memory, .dataCouldNotBeDecoded: nil
    }
  }
}
