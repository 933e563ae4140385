import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct DelimitedTests {
  private func read(
    _ text: String, name: String = "a.csv", limits: GridLimits = GridLimits()
  ) throws(FormatError) -> Tensor {
    try GridReader.read(bytes: Array(text.utf8), name: name, limits: limits)
  }

  @Test(
    "The usual ways to write a table give the same grid",
    arguments: [
      "1,2.5,-3\n4,5,6\n", "1,2.5,-3\r\n4,5,6", "1,2.5,-3\r4,5,6\r", "\u{FEFF}1,2.5,-3\n4,5,6\n", "1;2.5;-3\n4;5;6",
      "1\t2.5\t-3\n4\t5\t6", "1 2.5 -3\n4   5 \t6 \n", "  1 , 2.5,\t-3 \n\n\n4,5,6\n\n", "\"1\",\"2.5\",-3\n4,5,\"6\"",
      "# note, with comma\n1,2.5,-3\n# more\n4,5,6\n", "# note\n1\t2.5 -3\n4 5 6",
    ])
  func dialects(text: String) throws {
    #expect(try read(text) == (try Tensor(rows: [[1, 2.5, -3], [4, 5, 6]])))
  }

  @Test("A table of numbers needs no telling name")
  func byContent() throws {
    #expect(try read("1,2\n3,4\n", name: "-").values == [1, 2, 3, 4])
    #expect(throws: FormatError.unknownFormat(name: "letter")) { try read("Dear Sir, 1,2", name: "letter") }
  }

  @Test(
    "An error names line, column and text",
    arguments: [
      ("1,2\n3,x\n", FormatFault.notANumber("x"), 2, 2),
      ("1,2\r\n\r\n3,\r\n", .notANumber(""), 3, 2),
      ("1,2,\n", .notANumber(""), 1, 3),
      ("1,2\n3\n", .unevenRow(expected: 2, actual: 1), 2, 1),
      ("1,2\n3,4,5\n", .unevenRow(expected: 2, actual: 3), 2, 3),
      ("1,1e99\n", .outsideFloatRange("1e99"), 1, 2),
      ("1,\u{1B}[31m\n", .notANumber("\u{FFFD}[31m"), 1, 2),
      ("1;2,5\n", .notANumber("2,5"), 1, 2),
      ("1,\"2,3\n", .notANumber("\"2,3"), 1, 2),
    ])
  func errors(text: String, fault: FormatFault, line: Int, column: Int) {
    #expect(throws: FormatError.malformed(format: "CSV", fault, line: line, column: column)) { try read(text) }
  }

  @Test("A file without a cell is refused", arguments: ["", "\n\n", "# nothing\n", " \t \r\n"])
  func empty(text: String) {
    #expect(throws: FormatError.malformed(format: "CSV", .empty, line: nil, column: nil)) { try read(text) }
  }

  @Test("A cell, a row, a column and a grid may not grow without end")
  func limits() {
    let limits = GridLimits(bytes: 100_000, values: 100, side: 50)
    let long = String(repeating: "1", count: 5000)
    let cell = FormatError.malformed(format: "CSV", .cellTooLong(limit: 1024), line: 1, column: 1)
    #expect(throws: cell) { try read(long, limits: limits) }
    #expect(throws: FormatError.tooLarge(.side, actual: 51, limit: 50)) {
      try read(String(repeating: "1,", count: 60), limits: limits)
    }
    #expect(throws: FormatError.tooLarge(.side, actual: 51, limit: 50)) {
      try read(String(repeating: "1\n", count: 60), limits: limits)
    }
    #expect(throws: FormatError.tooLarge(.values, actual: 101, limit: 100)) {
      try read(String(repeating: "1,2,3\n", count: 40), limits: limits)
    }
    #expect(throws: FormatError.tooLarge(.bytes, actual: 200_000, limit: 100_000)) {
      try read(String(repeating: " ", count: 200_000), limits: limits)
    }
  }

  @Test("A cut in the middle of a chunk changes nothing")
  func chunks() throws {
    let text = Array("1.5,\"2\"\r\n-3,4e1\r\n".utf8)
    for cut in 0...text.count {
      var parser = DelimitedParser(separator: .byte(UInt8(ascii: ",")), format: "CSV", limits: GridLimits())
      try parser.consume(text[..<cut])
      try parser.consume(text[cut...])
      #expect(try parser.finish().values == [1.5, 2, -3, 40])
    }
  }

  @Test("What was written is read back bit for bit", arguments: ["out.csv", "out.tsv"])
  func roundTrip(path: String) throws {
    let tensor = try Tensor(rows: [
      [0, -0.0, 0.1], [.leastNonzeroMagnitude, -3.4e38, 7], [.infinity, -.infinity, .nan],
    ])
    let encoded = try GridWriter.encode(tensor, path: path)
    #expect(try GridReader.read(bytes: encoded.bytes, name: path) == tensor)
  }

  @Test("Several planes are refused, because a table has one")
  func planes() throws {
    let tensor = Tensor(shape: try Shape(channels: 2, height: 1, width: 1))
    #expect(throws: FormatError.unsupported(format: "CSV", .planes(2))) {
      try GridWriter.encode(tensor, path: "a.csv")
    }
  }
}
