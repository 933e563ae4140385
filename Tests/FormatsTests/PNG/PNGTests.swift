import ConvolutionEngine
import Testing

@testable import Formats

@Suite struct PNGTests {
  private func read(_ file: [UInt8]) throws(FormatError) -> Tensor {
    try GridReader.read(bytes: file, name: "picture.png")
  }

  @Test("Grey of 1, 2, 4, 8 and 16 bits becomes 0…255")
  func grey() throws {
    #expect(try read(PNGSample.file(width: 3, height: 1, depth: 1, rows: [[0b1010_0000]])).values == [255, 0, 255])
    #expect(try read(PNGSample.file(width: 4, height: 1, depth: 2, rows: [[0b0001_1011]])).values == [0, 85, 170, 255])
    #expect(try read(PNGSample.file(width: 2, height: 1, depth: 4, rows: [[0x0F]])).values == [0, 255])
    let eight = PNGSample.file(width: 2, height: 2, rows: [[0, 1], [128, 255]])
    #expect(try read(eight) == (try Tensor(rows: [[0, 1], [128, 255]])))
    // v / 257, rounded: 0x8000 is 127.5 steps, 0x1234 is 18.13.
    let sixteen = PNGSample.file(width: 3, height: 1, depth: 16, rows: [[0xFF, 0xFF, 0x12, 0x34, 0, 0]])
    #expect(try read(sixteen).values == [255, 18, 0])
  }

  @Test("Every 8-bit grey value comes through unchanged")
  func allGreys() throws {
    let values = (0...255).map { UInt8($0) }
    #expect(try read(PNGSample.file(width: 256, height: 1, rows: [values])).values == values.map { Float($0) })
  }

  @Test("Colour becomes luminance as Pillow rounds it")
  func colour() throws {
    let rows: [[UInt8]] = [[255, 0, 0, 0, 255, 0], [0, 0, 255, 10, 20, 30]]
    let file = PNGSample.file(width: 2, height: 2, colour: .rgb, rows: rows)
    #expect(try read(file) == (try Tensor(rows: [[76, 150], [29, 18]])))
    let wide = rows.map { $0.flatMap { [$0, $0] } }
    let sixteen = PNGSample.file(width: 2, height: 2, depth: 16, colour: .rgb, rows: wide)
    #expect(try read(sixteen) == (try Tensor(rows: [[76, 150], [29, 18]])))
  }

  @Test("Alpha lies over white")
  func alpha() throws {
    let grey = PNGSample.file(width: 3, height: 1, colour: .greyAlpha, rows: [[0, 255, 0, 0, 100, 128]])
    #expect(try read(grey).values == [0, 255, 177])
    let colour = PNGSample.file(width: 2, height: 1, colour: .rgbAlpha, rows: [[255, 0, 0, 255, 9, 9, 9, 0]])
    #expect(try read(colour).values == [76, 255])
    let transparent = PNGSample.file(width: 2, height: 1, rows: [[5, 6]], chunks: [("tRNS", [0, 5])])
    #expect(try read(transparent).values == [255, 6])
  }

  @Test("In colour the planes are red, green and blue, and grey is in all three")
  func planes() throws {
    let rows: [[UInt8]] = [[255, 0, 1, 0, 250, 2], [3, 4, 255, 10, 20, 30]]
    let file = PNGSample.file(width: 2, height: 2, colour: .rgb, rows: rows)
    let tensor = try GridReader.read(bytes: file, name: "picture.png", colors: .rgb)
    #expect(tensor.shape == (try Shape(channels: 3, height: 2, width: 2)))
    #expect(tensor.values == [255, 0, 3, 10] + [0, 250, 4, 20] + [1, 2, 255, 30])
    let seen = PNGSample.file(width: 2, height: 1, colour: .rgbAlpha, rows: [[255, 0, 100, 128, 9, 9, 9, 0]])
    #expect(
      try GridReader.read(bytes: seen, name: "p.png", colors: .rgb).values == [255, 255, 127, 255, 177, 255])
    let grey = PNGSample.file(width: 2, height: 1, rows: [[7, 9]])
    #expect(try GridReader.read(bytes: grey, name: "p.png", colors: .rgb).values == [7, 9, 7, 9, 7, 9])
    let greyAlpha = PNGSample.file(width: 1, height: 1, colour: .greyAlpha, rows: [[100, 128]])
    #expect(try GridReader.read(bytes: greyAlpha, name: "p.png", colors: .rgb).values == [177, 177, 177])
  }

  @Test("The limit counts all three planes")
  func limit() {
    let file = PNGSample.file(width: 2, height: 2, rows: [[0, 1], [2, 3]])
    #expect(throws: FormatError.tooLarge(.values, actual: 12, limit: 11)) {
      try GridReader.read(bytes: file, name: "p.png", limits: GridLimits(values: 11), colors: .rgb)
    }
  }

  @Test("A palette is looked up, with its transparency")
  func palette() throws {
    let colours: [UInt8] = [255, 0, 0, 0, 0, 255, 1, 1, 1]
    let file = PNGSample.file(
      width: 3, height: 1, depth: 2, colour: .palette, rows: [[0b0001_1000]],
      chunks: [("PLTE", colours), ("tRNS", [255, 255, 0])])
    #expect(try read(file).values == [76, 29, 255])
  }

  @Test("Interlaced rows are put in order")
  func interlaced() throws {
    let values = (0..<99).map { UInt8($0 * 2) }
    let tensor = try read(PNGSample.interlaced(width: 11, height: 9, values: values))
    #expect(tensor.shape == (try Shape(height: 9, width: 11)))
    #expect(tensor.values == values.map { Float($0) })
  }

  @Test("A size that the bytes cannot hold is refused before decoding")
  func bombs() {
    let small = PNGSample.assemble(8000, 8000, 8, .rgb, interlaced: 0, [0], [])
    #expect(throws: FormatError.truncated(format: "PNG", expected: 186_054, actual: small.count)) { try read(small) }
    let large = PNGSample.assemble(65_536, 65_536, 8, .grey, interlaced: 0, [0], [])
    #expect(throws: FormatError.tooLarge(.values, actual: 1 << 32, limit: 64 << 20)) { try read(large) }
    let wide = PNGSample.assemble(0x7FFF_FFFF, 1, 8, .grey, interlaced: 0, [0], [])
    #expect(throws: FormatError.tooLarge(.side, actual: 0x7FFF_FFFF, limit: 1 << 20)) { try read(wide) }
    let empty = PNGSample.assemble(0, 5, 8, .grey, interlaced: 0, [0], [])
    #expect(throws: FormatError.malformed(format: "PNG", .empty, line: nil, column: nil)) { try read(empty) }
  }

  @Test("A missing row is an error of the library")
  func missingRow() {
    let file = PNGSample.file(width: 2, height: 2, rows: [[0, 1]])
    let error = #expect(throws: FormatError.self) { try read(file) }
    guard case .malformed("PNG", .library, nil, nil) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("Values within 0…255 are written rounded")
  func writesRounded() throws {
    let encoded = try GridWriter.encode(try Tensor(rows: [[0, 0.6, 254.4], [255, 17, 3]]), path: "out.PNG")
    #expect(encoded.mapping == .rounded)
    #expect(try read(encoded.bytes) == (try Tensor(rows: [[0, 1, 254], [255, 17, 3]])))
  }

  @Test("Other values are stretched over 0…255, and the range is reported")
  func writesScaled() throws {
    let encoded = try GridWriter.encode(try Tensor(rows: [[-1, 0, 1]]), path: "out.png")
    #expect(encoded.mapping == .scaled(minimum: -1, maximum: 1, nonFinite: 0))
    #expect(try read(encoded.bytes).values == [0, 128, 255])
    let odd = try GridWriter.encode(
      try Tensor(rows: [[-3.4e38, 3.4e38, .nan, .infinity, -.infinity]]), path: "out.png")
    #expect(odd.mapping == .scaled(minimum: -3.4e38, maximum: 3.4e38, nonFinite: 3))
    #expect(try read(odd.bytes).values == [0, 255, 0, 255, 0])
    #expect(try read(GridWriter.encode(try Tensor(rows: [[-7, -7]]), path: "o.png").bytes).values == [0, 0])
  }

  @Test("Noise, which does not compress, fits what was set aside for it")
  func incompressible() throws {
    var values: [Float] = []
    var state: UInt32 = 1
    for _ in 0..<300 * 200 {
      state = state &* 1_664_525 &+ 1_013_904_223
      values.append(Float(state >> 24))
    }
    let tensor = try Tensor(shape: try Shape(height: 200, width: 300), values: values)
    #expect(try read(GridWriter.encode(tensor, path: "n.png").bytes) == tensor)
  }
}
