import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct NPYTests {
  @Test(
    "Every element type is read in either byte order",
    arguments: [
      ("|b1", [0, 1, 2, 1], [0, 1, 1, 1]),
      ("|i1", [0xFF, 0x7F, 0x80, 0], [-1, 127, -128, 0]),
      ("|u1", [0xFF, 0x7F, 0x80, 0], [255, 127, 128, 0]),
      ("<i2", NPYSample.bytes([-2, 300] as [Int16]), [-2, 300]),
      (">i2", NPYSample.bytes([-2, 300] as [Int16], big: true), [-2, 300]),
      ("<u2", NPYSample.bytes([65_535, 1] as [UInt16]), [65_535, 1]),
      (">i4", NPYSample.bytes([-70_000, 5] as [Int32], big: true), [-70_000, 5]),
      ("<u4", NPYSample.bytes([70_000, 5] as [UInt32]), [70_000, 5]),
      ("<i8", NPYSample.bytes([-1 << 40, 5] as [Int64]), [-1_099_511_627_776, 5]),
      (">u8", NPYSample.bytes([1 << 63, 5] as [UInt64], big: true), [9_223_372_036_854_775_808, 5]),
      ("<f2", NPYSample.bytes([0x3C00, 0xC100, 0x0001, 0xFC00] as [UInt16]), [1, -2.5, 5.960_464_5e-8, -.infinity]),
      ("<f4", NPYSample.bytes([Float(0.1).bitPattern, Float.infinity.bitPattern]), [0.1, .infinity]),
      (">f4", NPYSample.bytes([Float(0.1).bitPattern, Float(-0.0).bitPattern], big: true), [0.1, -0.0]),
      ("<f8", NPYSample.bytes([Double(0.1).bitPattern, (-Double.infinity).bitPattern]), [0.1, -.infinity]),
      ("=f8", NPYSample.bytes([Double(2.5).bitPattern, Double(1).bitPattern]), [2.5, 1]),
    ] as [(String, [UInt8], [Float])])
  func elementTypes(descr: String, data: [UInt8], expected: [Float]) throws {
    let file = NPYSample.file(descr: descr, shape: "(\(expected.count),)", data: data)
    let tensor = try GridReader.read(bytes: file, name: "a.npy")
    #expect(tensor == (try Tensor(rows: [expected])))
  }

  @Test("NaN stays NaN")
  func notANumber() throws {
    let file = NPYSample.file(descr: "<f4", shape: "()", data: NPYSample.bytes([Float.nan.bitPattern]))
    let tensor = try GridReader.read(bytes: file, name: "a.npy")
    #expect(tensor.shape == (try Shape(height: 1, width: 1)))
    #expect(tensor.values[0].isNaN)
  }

  @Test(
    "One axis is a row, two are H×W, three C×H×W, four N×C×H×W",
    arguments: [
      ("(6,)", [1, 1, 1, 6]), ("(2, 3)", [1, 1, 2, 3]), ("(1, 2, 3)", [1, 1, 2, 3]), ("(3,2,1)", [1, 3, 2, 1]),
      ("(2, 3, 1, 1)", [2, 3, 1, 1]), ("(2L, 3L)", [1, 1, 2, 3]),
    ])
  func axes(shape: String, sides: [Int]) throws {
    let file = NPYSample.file(descr: "|u1", shape: shape, data: [1, 2, 3, 4, 5, 6])
    let tensor = try GridReader.read(bytes: file, name: "a.npy")
    #expect([tensor.shape.batch, tensor.shape.channels, tensor.shape.height, tensor.shape.width] == sides)
    #expect(tensor.values == [1, 2, 3, 4, 5, 6])
  }

  @Test("Fortran order is turned into rows")
  func fortranOrder() throws {
    let plane = NPYSample.file(descr: "|u1", fortran: true, shape: "(2, 3)", data: [1, 4, 2, 5, 3, 6])
    #expect(try GridReader.read(bytes: plane, name: "a").values == [1, 2, 3, 4, 5, 6])
    // Element (c, h, w) of a 2×2×2 array stands at c + 2·h + 4·w.
    let volume = NPYSample.file(descr: "|u1", fortran: true, shape: "(2, 2, 2)", data: [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(try GridReader.read(bytes: volume, name: "a").values == [0, 4, 2, 6, 1, 5, 3, 7])
  }

  @Test("Versions 1, 2 and 3 are read, others refused", arguments: [1, 2, 3, 4] as [UInt8])
  func versions(version: UInt8) throws {
    let file = NPYSample.file(descr: "|u1", shape: "(1, 2)", data: [7, 8], version: version)
    if version <= 3 {
      #expect(try GridReader.read(bytes: file, name: "a").values == [7, 8])
    } else {
      #expect(throws: FormatError.unsupported(format: "NumPy", .version(4))) {
        try GridReader.read(bytes: file, name: "a")
      }
    }
  }

  @Test(
    "What is not a plain array of numbers is refused with the reason",
    arguments: [
      (
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
        FormatError.unsupported(format: "NumPy", .objectElements)
      ),
      (
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}",
        .unsupported(format: "NumPy", .structuredElements)
      ),
      (
        "{'descr': '<c8', 'fortran_order': False, 'shape': (1,)}",
        .unsupported(format: "NumPy", .elementType("<c8"))
      ),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1)}",
        .unsupported(format: "NumPy", .axes(5, limit: 4))
      ),
      ("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (1,)}", malformed("fortran_order")),
      ("{'descr': '<f4', 'fortran_order': False}", malformed("shape")),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", malformed("shape")),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", malformed("shape")),
      ("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", malformed("descr")),
      ("{'shape': __import__('os')}", malformed("shape")),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3)}",
        .malformed(format: "NumPy", .empty, line: nil, column: nil)
      ),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1048576, 1048576)}",
        .tooLarge(.values, actual: 1 << 40, limit: 64 << 20)
      ),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1048577, 1)}",
        .tooLarge(.side, actual: 1_048_577, limit: 1 << 20)
      ),
    ])
  func refusals(header: String, error: FormatError) {
    #expect(throws: error) { try GridReader.read(bytes: NPYSample.file(header: header), name: "a.npy") }
  }

  @Test("Data that is shorter or longer than the header promises is refused")
  func exactLength() {
    let file = NPYSample.file(descr: "<f4", shape: "(2,)", data: [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(throws: FormatError.truncated(format: "NumPy", expected: file.count, actual: file.count - 1)) {
      try GridReader.read(bytes: file.dropLast(), name: "a")
    }
    #expect(throws: FormatError.malformed(format: "NumPy", .trailingBytes(1), line: nil, column: nil)) {
      try GridReader.read(bytes: file + [0], name: "a")
    }
  }

  @Test("A Double that no Float32 can hold is refused instead of becoming infinite")
  func overflow() {
    let file = NPYSample.file(descr: "<f8", shape: "(1,)", data: NPYSample.bytes([Double(1e308).bitPattern]))
    #expect(throws: FormatError.malformed(format: "NumPy", .outsideFloatRange("1e+308"), line: nil, column: nil)) {
      try GridReader.read(bytes: file, name: "a")
    }
  }

  @Test("What was written is read back bit for bit, data beginning at a multiple of 64")
  func roundTrip() throws {
    let plane = try Tensor(rows: [[1, -0.0, .nan], [.infinity, .leastNonzeroMagnitude, 3.4e38]])
    let tensors = [plane, Tensor(shape: try Shape(batch: 2, channels: 3, height: 4, width: 5), repeating: 0.5)]
    for tensor in tensors {
      let encoded = try GridWriter.encode(tensor, path: "out.npy")
      #expect(encoded.mapping == .exact)
      #expect((encoded.bytes.count - 4 * tensor.shape.count) % 64 == 0)
      #expect(try GridReader.read(bytes: encoded.bytes, name: "out.npy") == tensor)
    }
  }

  private static func malformed(_ part: String) -> FormatError {
    .malformed(format: "NumPy", .header(part), line: nil, column: nil)
  }
}
