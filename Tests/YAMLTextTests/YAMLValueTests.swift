import TestSupport
import Testing

@testable import YAMLText

@Suite struct YAMLValueTests {
  @Test("A text becomes a tree of scalars, lists and mappings, each with its line")
  func tree() throws {
    let value = try YAMLValue("name: net\nlayers:\n  - conv\n  - {units: 10, \"bias\": no}\n")
    guard case .mapping(let fields) = value.content else {
      Issue.record("a mapping was expected")
      return
    }
    #expect(value.line == 1)
    #expect(fields.map(\.name) == ["name", "layers"])
    #expect(fields.map(\.line) == [1, 2])
    #expect(fields[0].value.content == .scalar("net"))
    guard case .sequence(let layers) = fields[1].value.content, layers.count == 2 else {
      Issue.record("a list of two was expected")
      return
    }
    #expect(layers.map(\.line) == [3, 4])
    #expect(layers[0].content == .scalar("conv"))
    guard case .mapping(let parameters) = layers[1].content else {
      Issue.record("a mapping was expected")
      return
    }
    #expect(parameters.map(\.name) == ["units", "bias"])
    #expect(parameters.map(\.value.content) == [.scalar("10"), .scalar("no")])
  }

  @Test("Every scalar is the text that stands there, whatever YAML would make of it, and tags are ignored")
  func scalars() throws {
    for (text, scalar) in [
      ("no", "no"), ("~", "~"), ("0x10", "0x10"), ("2001-01-01", "2001-01-01"), ("!!int 7", "7"), ("'a''b'", "a'b"),
      ("\"\\u00e9\"", "é"), ("|\n  a\n  b\n", "a\nb\n"),
    ] {
      #expect(try YAMLValue(text).content == .scalar(scalar))
    }
  }

  @Test("An empty text, or one of comments, is an empty mapping", arguments: ["", "\n\n", "# nothing\n"])
  func empty(text: String) throws {
    let value = try YAMLValue(text)
    #expect(value.content == .mapping([]))
    #expect(value.line == 1)
  }

  @Test(
    "What is not plain YAML is refused with its line",
    arguments: [
      ("a: 1\nb: 'c", 2, .badYAML("found unexpected end of stream")),
      ("a: b: c", 1, .badYAML("mapping values are not allowed in this context")),
      ("x: 0\na: 1\na: 2", 2, .badYAML("the key a stands twice")),
      ("a: 1\n? [b]\n: c", 2, .keyNotText),
      ("a: &x 1", 1, .aliasRefused),
      ("a: 1\nb: \"R&D\"", 2, .aliasRefused),
    ] as [(String, Int, YAMLError.Reason)])
  func refusals(text: String, line: Int, reason: YAMLError.Reason) {
    #expect(throws: YAMLError(line: line, reason: reason)) { try YAMLValue(text) }
  }

  @Test("An alias bomb is refused at its first anchor")
  func aliasBomb() {
    // Five levels: thirty would fill the memory of the machine on the day when the check is broken.
    let lines = (1...5).map { "a\($0): &a\($0) [" + String(repeating: "*a\($0 - 1), ", count: 9) + "]" }
    let bomb = "# bomb\na0: &a0 [x]\n" + lines.joined(separator: "\n")
    #expect(throws: YAMLError(line: 2, reason: .aliasRefused)) { try YAMLValue(bomb) }
  }

  @Test(
    "Deep nesting of any kind is refused with its line, not by a trap",
    arguments: [
      String(repeating: "[", count: 30_000), String(repeating: "{a: ", count: 10_000),
      String(repeating: "- ", count: 30_000), String(repeating: "? ", count: 30_000),
      (0..<100).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
      (0..<60).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n") + " b",
    ])
  func deep(text: String) {
    do throws(YAMLError) {
      _ = try YAMLValue(text)
      Issue.record("it was read")
    } catch {
      #expect(error.reason == .tooDeep(limit: 16))
      #expect(error.line != nil)
    }
  }

  @Test("16 levels are read and 17 are not")
  func depth() throws {
    let text = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
    _ = try YAMLValue(text(16))
    #expect(throws: YAMLError(line: 1, reason: .tooDeep(limit: 16))) { try YAMLValue(text(17)) }
  }

  @Test("A text beyond 64 KiB, or beyond the limit that is asked for, is refused")
  func size() throws {
    let text = "- " + String(repeating: "a", count: 65_534)
    _ = try YAMLValue(text)
    #expect(throws: YAMLError(line: nil, reason: .tooLarge(bytes: 65_537, limit: 65_536))) { try YAMLValue(text + "a") }
    _ = try YAMLValue(text + "a", sizeLimit: 65_537)
    #expect(throws: YAMLError(line: nil, reason: .tooLarge(bytes: 4, limit: 3))) { try YAMLValue("- ab", sizeLimit: 3) }
  }

  static let sample = "name: \"é\"\nlayers:\n  - {conv: [1, 8], size: 3}\n  - relu\n  - text: |\n      a # b\n      c\n"

  @Test("A text cut at any character is a tree or an error with facts, never a trap")
  func truncated() throws {
    for count in 0...Self.sample.count {
      let cut = String(Self.sample.prefix(count))
      #expect((try? YAMLValue(cut)).map { Self.levels($0) <= 16 } ?? true)
    }
    #expect(Self.levels(try YAMLValue(Self.sample)) == 5)
  }

  @Test("2,000 seeded mutations of a text give a tree within the limits or an error")
  func mutations() {
    let seed: UInt64 = 11
    var random = SeededGenerator(seed: seed)
    let marks = Array("[]{}-?:,&*!|>'\"%@`# \n\t~\u{0}\u{1b}é".unicodeScalars)
    var refused = 0
    for round in 0..<2000 {
      var scalars = Array(Self.sample.unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        let mark = marks[Int.random(in: 0..<marks.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars[place] = mark
        case 1: scalars.insert(mark, at: place)
        default: scalars.remove(at: place)
        }
      }
      do throws(YAMLError) {
        let value = try YAMLValue(String(String.UnicodeScalarView(scalars)))
        #expect(Self.levels(value) <= 16, "seed \(seed), round \(round)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0 && refused < 2000)
  }

  private static func levels(_ value: YAMLValue) -> Int {
    switch value.content {
    case .scalar: 1
    case .sequence(let values): 1 + (values.map(levels).max() ?? 0)
    case .mapping(let fields): 1 + (fields.map { levels($0.value) }.max() ?? 0)
    }
  }
}
