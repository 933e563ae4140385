import Testing

@testable import YAMLText

@Suite("The leaves of a YAML text")
struct YAMLLeavesTests {
  @Test("Every text is told with the names that lead to it and its line")
  func leaves() throws {
    #expect(
      try YAMLValue("a: 1\nb:\n  c: x\n  d: {e: y}\n").leaves() == [
        YAMLLeaf(path: ["a"], text: "1", line: 1), YAMLLeaf(path: ["b", "c"], text: "x", line: 3),
        YAMLLeaf(path: ["b", "d", "e"], text: "y", line: 4),
      ])
    #expect(try YAMLValue("").leaves() == [])
    #expect(try YAMLValue("word").leaves() == [YAMLLeaf(path: [], text: "word", line: 1)])
  }

  @Test("A list is refused with the names that lead to it")
  func list() {
    #expect(throws: YAMLError(line: 2, reason: .wrongKind(field: "a.b", expected: .text))) {
      try YAMLValue("a:\n  b: [1]").leaves()
    }
  }
}
