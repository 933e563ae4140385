import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Grids that are pasted")
struct PastedGridTests {
  private static let expected = GridBlock(
    size: PerAxis(vertical: 2, horizontal: 3), values: [1, 2.5, -3, 4, 0.5, 6e-3])

  @Test(
    "are read from spreadsheets, CSV, NumPy, PyTorch, Python, Swift and JSON",
    arguments: [
      "1\t2.5\t-3\n4\t.5\t6e-3\n", "1,2.5,-3\r\n4,0.5,0.006\r\n", "1; 2.5; -3\n4; 0.5; 0.006", "1 2.5   -3\n 4 .5 6e-3",
      "[[ 1.   2.5 -3. ]\n [ 4.   0.5  0.006]]",
      "array([[ 1. ,  2.5, -3. ],\n       [ 4. ,  0.5,  0.006]], dtype=float32)",
      "tensor([[ 1.0000,  2.5000, -3.0000],\n        [ 4.0000,  0.5000,  0.0060]])", "[[1, 2.5, -3], [4, 0.5, 0.006]]",
      "{{1, 2.5, -3}, {4, 0.5, 0.006}}", "[[[[1, 2.5, -3], [4, 0.5, 0.006]]]]", "\n\n1 2.5 -3\n\n4 0.5 0.006\n\n",
      "1\t2.5\t-3\t\n4\t0.5\t0.006\t\n",
    ])
  func forms(text: String) throws {
    #expect(try PastedGrid.read(text) == Self.expected)
  }

  @Test("may be a single number, a row or a column")
  func small() throws {
    #expect(try PastedGrid.read("7") == GridBlock(size: PerAxis(1), values: [7]))
    #expect(try PastedGrid.read("[1 2]") == GridBlock(size: PerAxis(vertical: 1, horizontal: 2), values: [1, 2]))
    #expect(try PastedGrid.read("1\n2\n") == GridBlock(size: PerAxis(vertical: 2, horizontal: 1), values: [1, 2]))
  }

  @Test("are refused with the word and the row that is wrong")
  func refusals() {
    #expect(throws: PastedGrid.Problem.notANumber("b", row: 1)) { try PastedGrid.read("1 2\n3 b") }
    #expect(throws: PastedGrid.Problem.notANumber("", row: 0)) { try PastedGrid.read("1,,2") }
    // A decimal comma between semicolons is a mistake to be told, not half a number.
    #expect(throws: PastedGrid.Problem.notANumber("1,5", row: 0)) { try PastedGrid.read("1,5;2") }
    #expect(throws: PastedGrid.Problem.uneven(row: 1, count: 1, expected: 2)) { try PastedGrid.read("1 2\n3") }
    #expect(throws: PastedGrid.Problem.abridged) { try PastedGrid.read("[[1 2 ... 3 4]]") }
    for text in ["", " \n\t\n", "[]", "array([], dtype=float32)"] {
      #expect(throws: PastedGrid.Problem.empty, "\(text)") { try PastedGrid.read(text) }
    }
    #expect(throws: PastedGrid.Problem.tooLarge) {
      try PastedGrid.read(String(repeating: "1 ", count: GridBlock.largest + 1))
    }
  }

  @Test("What is copied reads back", arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let size = PerAxis(
      vertical: Int.random(in: 1...6, using: &generator), horizontal: Int.random(in: 1...6, using: &generator))
    let values = (0..<(size.vertical * size.horizontal)).map { _ in
      Float(bitPattern: UInt32.random(in: 0...(.max), using: &generator))
    }.map { $0.isFinite ? $0 : 0 }
    let block = try #require(GridBlock(size: size, values: values))
    #expect(try PastedGrid.read(block.text) == block)
  }

  @Test("Seeded damage is refused or read, never more", arguments: 0..<200 as Range<UInt64>)
  func damage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array("array([[1.5, -2], [nan, 4e3]])\n1\t2;3,".utf8)
    for _ in 0..<8 {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    if let block = try? PastedGrid.read(String(decoding: bytes, as: UTF8.self)) {
      #expect(block.values.count == block.size.vertical * block.size.horizontal)
    }
  }
}
