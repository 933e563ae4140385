import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct NetpbmTests {
  private func read(_ text: String, _ raster: [UInt8] = []) throws(FormatError) -> Tensor {
    try GridReader.read(bytes: Array(text.utf8) + raster, name: "picture")
  }

  @Test("ASCII bitmaps, greymaps and pixmaps are read, with comments anywhere between numbers")
  func ascii() throws {
    #expect(try read("P1\n# a plus\n3 2\n010\n1 1 1\n") == (try Tensor(rows: [[0, 1, 0], [1, 1, 1]])))
    #expect(try read("P2 2#w\n2 # h\n 1000\n0 1000 # row\n7\n12") == (try Tensor(rows: [[0, 1000], [7, 12]])))
    #expect(try read("P3 2 1 255 255 0 0 0 0 255").values == [76, 29])
  }

  @Test("Raw bitmaps, greymaps and pixmaps are read, one or two bytes a sample")
  func raw() throws {
    let bits = try read("P4 10 2\n", [0b1000_0000, 0b0100_0000, 0b0000_0001, 0b1000_0000])
    #expect(bits == (try Tensor(rows: [[1, 0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 1, 1, 0]])))
    #expect(try read("P5 2 1 255\n", [0, 200]).values == [0, 200])
    #expect(try read("P5 2 1 1000\n", [3, 232, 0, 1]).values == [1000, 1])
    #expect(try read("P6 2 1 255\n", [255, 255, 255, 0, 255, 0]).values == [255, 150])
    #expect(try read("P6 1 1 65535\n", [255, 255, 0, 0, 0, 0]).values == [76])
    #expect(try read("P6 1 1 1\n", [0, 0, 1]).values == [29])
  }

  @Test("In colour pixmaps give three planes, and what has no colours the same plane three times")
  func planes() throws {
    func read(_ text: String, _ raster: [UInt8] = []) throws -> Tensor {
      try GridReader.read(bytes: Array(text.utf8) + raster, name: "picture", colors: .rgb)
    }
    #expect(try read("P3 2 1 255 255 1 2 3 4 250").values == [255, 3, 1, 4, 2, 250])
    #expect(try read("P6 2 1 255\n", [255, 1, 2, 3, 4, 250]).values == [255, 3, 1, 4, 2, 250])
    #expect(try read("P6 1 1 65535\n", [255, 255, 0, 0, 128, 0]).values == [255, 0, 128])
    #expect(try read("P2 2 1 1000\n7 1000").values == [7, 1000, 7, 1000, 7, 1000])
    #expect(try read("P4 2 1\n", [0b1000_0000]).values == [1, 0, 1, 0, 1, 0])
    #expect(try read("P1 2 1\n01").shape == (try Shape(channels: 3, height: 1, width: 2)))
  }

  @Test("Colours are refused of numbers that have none", arguments: [("grid.csv", "CSV"), ("grid.tsv", "TSV")])
  func numbers(name: String, format: String) {
    #expect(throws: FormatError.unsupported(format: format, .colors)) {
      try GridReader.read(bytes: Array("1\t2\n".utf8), name: name, colors: .rgb)
    }
  }

  @Test("Only the first picture of a file counts")
  func severalPictures() throws {
    #expect(try read("P5 1 1 255\n", [9] + Array("P5 1 1 255\n".utf8) + [8]).values == [9])
  }

  @Test(
    "What breaks the rules is refused with its place",
    arguments: [
      ("P2 1 1 255\n256", FormatFault.sampleAboveMaximum(256, maximum: 255), 2),
      ("P2\n2 1 9\n1 x", .notANumber("x"), 3),
      ("P1 2 1\n2 0", .notANumber("2"), 2),
      ("P2 1 1 0\n0", .header("0"), 1),
      ("P2 1 1 65536\n0", .header("65536"), 1),
      ("P5 -1 1 255\n", .notANumber("-1"), 1),
      ("P5 0 5 255\n", .empty, nil),
      ("P5 1 1 100\n\u{7F}", .sampleAboveMaximum(127, maximum: 100), nil),
    ] as [(String, FormatFault, Int?)])
  func refusals(text: String, fault: FormatFault, line: Int?) {
    #expect(throws: FormatError.malformed(format: "netpbm", fault, line: line, column: nil)) { try read(text) }
  }

  @Test("A declared size far beyond the bytes is refused by comparing the two")
  func declaredSize() {
    #expect(throws: FormatError.truncated(format: "netpbm", expected: 15 + 36_000_000, actual: 15)) {
      try read("P5 6000 6000 1\n")
    }
    #expect(throws: FormatError.truncated(format: "netpbm", expected: 14 + 71_999_999, actual: 15)) {
      try read("P2 6000 6000 1\n")
    }
    #expect(throws: FormatError.tooLarge(.side, actual: 1 << 40, limit: 1 << 20)) {
      try read("P5 99999999999999999999999 6000 1\n")
    }
  }

  @Test("Arbitrary maps (P7) are named as such")
  func arbitraryMap() {
    #expect(throws: FormatError.unsupported(format: "netpbm", .arbitraryMap)) { try read("P7\nWIDTH 1") }
  }
}
