import ConvolutionEngine
import TestSupport
import Testing

@testable import Formats

@Suite struct ArrayReaderTests {
  @Test(
    "The axes are those of the file, from none to the most that NumPy 1 knew",
    arguments: [
      ("()", [], 1), ("(3,)", [3], 3), ("(2, 3)", [2, 3], 6), ("(1, 2, 3)", [1, 2, 3], 6),
      ("(2, 1, 3, 1)", [2, 1, 3, 1], 6), ("(1, 2, 1, 3, 1)", [1, 2, 1, 3, 1], 6),
      ("(1, 1, 2, 3, 1, 2)", [1, 1, 2, 3, 1, 2], 12), ("(2L,3L)", [2, 3], 6),
      (NPYSample.ones(32), Array(repeating: 1, count: 32), 1),
    ] as [(String, [Int], Int)])
  func ranks(shape: String, axes: [Int], count: Int) throws {
    let file = NPYSample.file(descr: "|u1", shape: shape, data: (0..<count).map { UInt8($0) })
    let array = try ArrayReader.read(bytes: file, name: "a.npy", as: Float.self)
    #expect(array.axes == axes)
    #expect(array.values == (0..<count).map { Float($0) })
  }

  @Test("33 axes are refused")
  func tooManyAxes() {
    let file = NPYSample.file(descr: "|u1", shape: NPYSample.ones(33), data: [1])
    #expect(throws: FormatError.unsupported(format: "NumPy", .axes(33, limit: 32))) {
      try ArrayReader.read(bytes: file, name: "a.npy", as: Float.self)
    }
  }

  @Test(
    "An axis of 0 gives an empty array, in either order",
    arguments: [("(0,)", [0]), ("(0, 3, 8, 8)", [0, 3, 8, 8]), ("(2, 0, 3)", [2, 0, 3]), ("(0, 0)", [0, 0])],
    [false, true])
  func empty(shape: (text: String, axes: [Int]), fortran: Bool) throws {
    for descr in ["<f4", ">f8", "|b1"] {
      let file = NPYSample.file(descr: descr, fortran: fortran, shape: shape.text, data: [])
      let array = try ArrayReader.read(bytes: file, name: "a.npy", as: Double.self)
      #expect(array.axes == shape.axes)
      #expect(array.values == [])
    }
    let file = NPYSample.file(descr: "<f4", fortran: fortran, shape: shape.text, data: [0])
    #expect(throws: FormatError.malformed(format: "NumPy", .trailingBytes(1), line: nil, column: nil)) {
      try ArrayReader.read(bytes: file, name: "a.npy", as: Float.self)
    }
  }

  @Test(
    "Every element type is read in either byte order, as Double and as Float",
    arguments: [
      ("|b1", [0, 1, 2, 255], [0, 1, 1, 1]),
      ("|i1", [0xFF, 0x7F, 0x80, 0], [-1, 127, -128, 0]),
      ("|u1", [0xFF, 0x7F, 0x80, 0], [255, 127, 128, 0]),
      ("<i2", NPYSample.bytes([-2, 300] as [Int16]), [-2, 300]),
      (">i2", NPYSample.bytes([-2, 300] as [Int16], big: true), [-2, 300]),
      ("<u2", NPYSample.bytes([65_535, 1] as [UInt16]), [65_535, 1]),
      (">u2", NPYSample.bytes([65_535, 1] as [UInt16], big: true), [65_535, 1]),
      ("<i4", NPYSample.bytes([-70_001, .max] as [Int32]), [-70_001, 2_147_483_647]),
      (">i4", NPYSample.bytes([-70_001, .max] as [Int32], big: true), [-70_001, 2_147_483_647]),
      ("<u4", NPYSample.bytes([70_001, .max] as [UInt32]), [70_001, 4_294_967_295]),
      (">u4", NPYSample.bytes([70_001, .max] as [UInt32], big: true), [70_001, 4_294_967_295]),
      ("<i8", NPYSample.bytes([-1 << 40, 1 << 53] as [Int64]), [-1_099_511_627_776, 9_007_199_254_740_992]),
      (">i8", NPYSample.bytes([-1 << 40, 1 << 53] as [Int64], big: true), [-0x1p40, 0x1p53]),
      ("<u8", NPYSample.bytes([1 << 63, 5] as [UInt64]), [0x1p63, 5]),
      (">u8", NPYSample.bytes([1 << 63, 5] as [UInt64], big: true), [0x1p63, 5]),
      ("<f2", NPYSample.bytes([0x3C00, 0xC100, 0x0001, 0xFC00] as [UInt16]), [1, -2.5, 0x1p-24, -.infinity]),
      (
        ">f2", NPYSample.bytes([0x3C00, 0xC100, 0x0001, 0xFC00] as [UInt16], big: true), [1, -2.5, 0x1p-24, -.infinity]
      ),
      ("<f4", NPYSample.bytes([Float(0.1).bitPattern, Float.infinity.bitPattern]), [Double(Float(0.1)), .infinity]),
      (">f4", NPYSample.bytes([Float(0.1).bitPattern, Float(-3).bitPattern], big: true), [Double(Float(0.1)), -3]),
      ("<f8", NPYSample.bytes([Double(0.1).bitPattern, (-Double.infinity).bitPattern]), [0.1, -.infinity]),
      (">f8", NPYSample.bytes([Double(0.1).bitPattern, Double(2.5).bitPattern], big: true), [0.1, 2.5]),
      ("=f8", NPYSample.bytes([Double(0.1).bitPattern, Double(2.5).bitPattern]), [0.1, 2.5]),
    ] as [(String, [UInt8], [Double])])
  func elementTypes(descr: String, data: [UInt8], expected: [Double]) throws {
    let file = NPYSample.file(descr: descr, shape: "(\(expected.count),)", data: data)
    #expect(try ArrayReader.read(bytes: file, name: "a.npy", as: Double.self).values == expected)
    let floats = expected.map { Float($0) }
    #expect(try ArrayReader.read(bytes: file, name: "a.npy", as: Float.self).values == floats)
  }

  @Test("Whole numbers between two neighbours become the nearest, and the even one when they lie half way")
  func nearest() throws {
    let numbers: [Int64] = [(1 << 53) + 1, (1 << 53) + 3, -(1 << 53) - 1, .max]
    let signed = NPYSample.file(descr: "<i8", shape: "(4,)", data: NPYSample.bytes(numbers))
    let doubles = try ArrayReader.read(bytes: signed, name: "a", as: Double.self)
    #expect(doubles.values == [0x1p53, 0x1p53 + 4, -0x1p53, 0x1p63])
    // The third is a little more than half way: rounded to Double first, it would be exactly half way and go down.
    let halves: [Int64] = [(1 << 24) + 1, (1 << 24) + 3, (1 << 60) + (1 << 36) + 1, .max]
    let file = NPYSample.file(descr: ">i8", shape: "(4,)", data: NPYSample.bytes(halves, big: true))
    let floats = try ArrayReader.read(bytes: file, name: "a", as: Float.self)
    #expect(floats.values == [0x1p24, 0x1p24 + 4, 0x1p60 + 0x1p37, 0x1p63])
    let unsigned = NPYSample.file(descr: "<u8", shape: "(1,)", data: NPYSample.bytes([UInt64.max]))
    #expect(try ArrayReader.read(bytes: unsigned, name: "a", as: Double.self).values == [0x1p64])
  }

  @Test("Numbers of the machine's own type come bit for bit, NaN's payload and the sign of zero included")
  func native() throws {
    let words: [UInt32] = [0x7FA0_0001, 0x8000_0000, 0x0000_0001, 0xFFC1_2345]
    let single = NPYSample.file(descr: "<f4", shape: "(2, 2)", data: NPYSample.bytes(words))
    #expect(try ArrayReader.read(bytes: single, name: "a", as: Float.self).values.map(\.bitPattern) == words)
    let long: [UInt64] = [0x7FF4_0000_0000_0001, 1 << 63, 1]
    let double = NPYSample.file(descr: "<f8", shape: "(3, 1)", data: NPYSample.bytes(long))
    #expect(try ArrayReader.read(bytes: double, name: "a", as: Double.self).values.map(\.bitPattern) == long)
  }

  @Test("A finite Double that no Float can hold is refused for Float and read as Double")
  func overflow() throws {
    for big in [false, true] {
      let words = [1, -Double.infinity, -3.5e38].map(\.bitPattern)
      let file = NPYSample.file(descr: big ? ">f8" : "<f8", shape: "(3,)", data: NPYSample.bytes(words, big: big))
      let refusal = FormatError.malformed(format: "NumPy", .outsideFloatRange("-3.5e+38"), line: nil, column: nil)
      #expect(throws: refusal) { try ArrayReader.read(bytes: file, name: "a", as: Float.self) }
      #expect(try ArrayReader.read(bytes: file, name: "a", as: Double.self).values == [1, -.infinity, -3.5e38])
    }
  }

  @Test("Fortran order of a 2×2×3 array is turned into rows")
  func fortranOrder() throws {
    // Element (i, j, k) stands at i + 2·j + 4·k.
    let file = NPYSample.file(descr: "|u1", fortran: true, shape: "(2, 2, 3)", data: Array(0..<12))
    let array = try ArrayReader.read(bytes: file, name: "a", as: Double.self)
    #expect(array.values == [0, 4, 8, 2, 6, 10, 1, 5, 9, 3, 7, 11])
  }

  @Test("Fortran order of five axes is turned into rows for every element type's loop")
  func fortranOrderOfFiveAxes() throws {
    // Every element is its own coordinate read as a decimal number, so that both orders can be written down as loops.
    let (first, second, third, fourth, fifth) = (0..<3, 0..<2, 0..<1, 0..<4, 0..<2)
    var inFile: [Int32] = []
    for m in fifth {
      for l in fourth {
        for k in third {
          for j in second { for i in first { inFile.append(Int32(i * 10_000 + j * 1000 + k * 100 + l * 10 + m)) } }
        }
      }
    }
    let expected = inFile.map { Double($0) }.sorted()
    let floats = NPYSample.bytes(inFile.map { Float($0).bitPattern })
    for (descr, data) in [
      ("<i4", NPYSample.bytes(inFile)), (">i4", NPYSample.bytes(inFile, big: true)), ("<f4", floats),
    ] {
      let file = NPYSample.file(descr: descr, fortran: true, shape: "(3, 2, 1, 4, 2)", data: data)
      let array = try ArrayReader.read(bytes: file, name: "a", as: Double.self)
      #expect(array.axes == [3, 2, 1, 4, 2])
      #expect(array.values == expected)
      #expect(try ArrayReader.read(bytes: file, name: "a", as: Float.self).values == expected.map { Float($0) })
    }
  }

  @Test("Fortran order changes nothing where one axis alone is longer than 1")
  func fortranOrderOfOneAxis() throws {
    for shape in ["()", "(1, 1)", "(4,)", "(1, 4, 1)"] {
      let values: [Float] = shape.contains("4") ? [1, 2, 3, 4] : [1]
      let data = NPYSample.bytes(values.map(\.bitPattern))
      let file = NPYSample.file(descr: "<f4", fortran: true, shape: shape, data: data)
      #expect(try ArrayReader.read(bytes: file, name: "a", as: Float.self).values == values)
    }
  }

  @Test(
    "Sizes beyond the limits are refused with the facts",
    arguments: [
      ("(2147483648,)", FormatError.tooLarge(.side, actual: 1 << 31, limit: 64 << 20)),
      ("(0, 2147483648)", .tooLarge(.side, actual: 1 << 31, limit: 64 << 20)),
      ("(1, 9223372036854775807)", .tooLarge(.side, actual: .max, limit: 64 << 20)),
      ("(67108864, 2)", .tooLarge(.values, actual: 128 << 20, limit: 64 << 20)),
      ("(67108864, 0, 2)", .tooLarge(.values, actual: 128 << 20, limit: 64 << 20)),
      ("(18446744073709551616,)", .malformed(format: "NumPy", .header("shape"), line: nil, column: nil)),
      // All that the limits let through is missing data.
      ("(67108864,)", .truncated(format: "NumPy", expected: 268_435_531, actual: 75)),
      ("(1048577, 64)", .tooLarge(.values, actual: 67_108_928, limit: 64 << 20)),
    ] as [(String, FormatError)])
  func limits(shape: String, error: FormatError) {
    let file = NPYSample.file(descr: "<f4", shape: shape, data: [])
    #expect(throws: error) { try ArrayReader.read(bytes: file, name: "a", as: Float.self) }
  }

  @Test("A product that no Int holds is too large, whatever limit was given")
  func overflowingProduct() {
    let limits = GridLimits(values: .max)
    let file = NPYSample.file(descr: "|u1", shape: "(4294967296, 4294967296)", data: [])
    #expect(throws: FormatError.tooLarge(.values, actual: .max, limit: .max)) {
      try ArrayReader.read(bytes: file, name: "a", limits: limits, as: Float.self)
    }
  }

  @Test("An axis longer than the sides of pictures is read")
  func longAxis() throws {
    let limits = GridLimits(side: 4)
    let file = NPYSample.file(descr: "|u1", shape: "(5,)", data: [1, 2, 3, 4, 5])
    let array = try ArrayReader.read(bytes: file, name: "a", limits: limits, as: Float.self)
    #expect(array.values == [1, 2, 3, 4, 5])
    #expect(throws: FormatError.tooLarge(.bytes, actual: file.count, limit: 8)) {
      try ArrayReader.read(bytes: file, name: "a", limits: GridLimits(bytes: 8), as: Float.self)
    }
  }

  @Test("Python objects, structures and a header of a megabyte are refused")
  func refusals() {
    let object = NPYSample.file(header: "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", [0x80, 4])
    #expect(throws: FormatError.unsupported(format: "NumPy", .objectElements)) {
      try ArrayReader.read(bytes: object, name: "a", as: Float.self)
    }
    let structure = NPYSample.file(header: "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}")
    #expect(throws: FormatError.unsupported(format: "NumPy", .structuredElements)) {
      try ArrayReader.read(bytes: structure, name: "a", as: Float.self)
    }
    let huge = NPYHeader.magic + [2, 0, 0, 0, 0x10, 0] + Array(repeating: UInt8(ascii: " "), count: 1 << 20)
    #expect(throws: FormatError.tooLarge(.header, actual: 1 << 20, limit: 65_535)) {
      try ArrayReader.read(bytes: huge, name: "a", as: Float.self)
    }
  }

  @Test("What is no .npy is refused with the format that it is in, if that is known")
  func otherFormats() {
    let png = PNGSample.file(width: 1, height: 1, colour: .grey, rows: [[7]])
    let refused: [([UInt8], FormatError)] = [
      (png, .otherFormat(name: "a.npy", expected: "NumPy", found: "PNG")),
      (Array("1,2\n".utf8), .otherFormat(name: "a.npy", expected: "NumPy", found: nil)),
      ([0x93, 0x4E, 0x55], .truncated(format: "NumPy", expected: 10, actual: 3)),
      ([], .truncated(format: "NumPy", expected: 10, actual: 0)),
    ]
    for (bytes, error) in refused {
      #expect(throws: error) { try ArrayReader.read(bytes: bytes, name: "a.npy", as: Float.self) }
      #expect(error.category == .badData)
    }
  }

  @Test("A file on disk is read; a missing one, a folder and a pipe are told apart")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(NPYSample.file(descr: "<i2", shape: "(2, 1)", data: [1, 0, 2, 0]), to: "a.npy")
    let array = try ArrayReader.read(path: path, as: Double.self)
    #expect(array.axes == [2, 1])
    #expect(array.values == [1, 2])
    #expect(throws: FormatError.isDirectory(path: Excerpt.of(folder.path))) {
      try ArrayReader.read(path: folder.path, as: Double.self)
    }
    let missing = folder.path("none.npy")
    #expect(throws: FormatError.notFound(path: Excerpt.of(missing))) {
      try ArrayReader.read(path: missing, as: Double.self)
    }
  }
}
