import ConvolutionEngine
import TestSupport
import Testing

@testable import Formats

/// Damaged grids of every format: the answer is a grid within the limits that survives being written, or an error whose
/// texts are harmless; never a trap, and no memory that the limits do not allow.
@Suite("Fuzzed grids")
struct GridFuzzTests {
  /// Small enough that nothing a damaged header asks for takes noticeable memory or time.
  private static let limits = GridLimits(bytes: 1 << 20, values: 1 << 16, side: 1 << 12)

  @Test("no damaged PNG breaks the reader") func png() throws {
    let samples = HostileInputTests.exact.filter { $0.0.contains("png") }.map(\.1)
    let chunks = ["IHDR", "PLTE", "tRNS", "gAMA", "IDAT", "IEND", "sRGB", "bKGD", "iCCP", "acTL", "eXIf"]
    let kinds = Self.pictures
    try fuzz("png", samples: samples + kinds, tokens: chunks, name: "a.png", repair: PNGSample.withChecksums)
  }

  /// A picture of every kind there is, and an interlaced one, which of a single pixel is one row as well.
  private static let pictures: [[UInt8]] = {
    let kinds: [(PNGSample.Colour, samples: Int, depths: [UInt8])] = [
      (.grey, 1, [1, 2, 4, 8, 16]), (.rgb, 3, [8, 16]), (.palette, 1, [1, 2, 4, 8]), (.greyAlpha, 2, [8, 16]),
      (.rgbAlpha, 4, [8, 16]),
    ]
    return kinds.flatMap { colour, samples, depths in
      depths.flatMap { depth in
        let chunks: [(String, [UInt8])] = colour == .palette ? [("PLTE", [1, 2, 3, 4, 5, 6])] : []
        func row(_ width: Int) -> [UInt8] {
          Array(repeating: 0, count: (width * samples * Int(depth) + 7) / 8)
        }
        return [
          PNGSample.file(width: 3, height: 2, depth: depth, colour: colour, rows: [row(3), row(3)], chunks: chunks),
          PNGSample.assemble(1, 1, depth, colour, interlaced: 1, [0] + row(1), chunks),
        ]
      }
    }
  }()

  @Test("no damaged JPEG breaks the reader") func jpeg() throws {
    let samples = HostileInputTests.exact.filter { $0.0.contains("jpeg") }.map(\.1)
    try fuzz("jpeg", samples: samples, tokens: ["JFIF\0", "Exif\0\0", "Adobe", "ICC_PROFILE\0"], name: "a.jpg")
  }

  @Test("no damaged netpbm picture breaks the reader") func netpbm() throws {
    let samples = HostileInputTests.exact.filter { $0.0.hasPrefix("raw") }.map(\.1)
    let texts = HostileInputTests.open.filter { $0.0.hasSuffix("map") }.map(\.1)
    let tokens = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "#", "\n", " ", "255", "65535", "65536", "-1"]
    try fuzz("netpbm", samples: samples + texts, tokens: tokens, name: "a.pgm")
  }

  @Test("no damaged CSV breaks the reader") func csv() throws {
    try fuzz("csv", samples: Self.tables, tokens: Self.cells + [","], name: "a.csv")
  }

  @Test("no damaged TSV breaks the reader") func tsv() throws {
    let samples = Self.tables.map { $0.map { $0 == UInt8(ascii: ",") ? 9 : $0 } }
    try fuzz("tsv", samples: samples, tokens: Self.cells + ["\t"], name: "a.tsv")
  }

  @Test("no damaged npy file breaks the reader of grids") func npy() throws {
    try fuzz(
      "npy", samples: HostileInputTests.arrays.map(\.1), tokens: ArrayFuzzTests.tokens, name: "a.npy",
      repair: NPYSample.withHeaderLength)
  }

  private static let tables = [
    Array("\u{FEFF}# c\r\n1,\"2\",-3e1\r\n4,nan,.5\r\n".utf8), Array("1,2,3\n4,5,6\n".utf8), Array("-0.0,1e-45\n".utf8),
    Array("inf,-inf,3.4028235e38\n".utf8),
  ]
  private static let cells = [
    "\"", "\"\"", "\r\n", "\n", "#", "nan", "-inf", "1e38", "1e39", "\u{FEFF}", "\0", ";", " ",
  ]

  /// Reads each input as numbers and as colours.
  private func fuzz(
    _ reader: String, samples: [[UInt8]], tokens: [String], name: String,
    repair: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) throws {
    try ReaderFuzzing(reader, samples: samples, tokens: tokens, repair: repair).run { input in
      let grid: Tensor
      do throws(FormatError) {
        grid = try GridReader.read(bytes: input, name: name, limits: Self.limits)
      } catch {
        for text in texts(in: error) { try requireHarmless(text) }
        return .refused
      }
      try Self.examine(grid)
      if let colors = try? GridReader.read(bytes: input, name: name, limits: Self.limits, colors: .rgb) {
        let (shape, plain) = (colors.shape, grid.shape)
        let isSameSize = shape.height == plain.height && shape.width == plain.width && shape.channels == 3
        try require(isSameSize, "the colours have another size")
      }
      return .accepted
    }
  }

  /// What was read is within the limits, and the same again after it was written.
  private static func examine(_ grid: Tensor) throws {
    try require(grid.shape.count > 0 && grid.shape.count <= limits.values, "\(grid.shape) is beyond the limits")
    let file = try GridWriter.encode(grid, path: "a.npy").bytes
    try require(isSame(try GridReader.read(bytes: file, name: "a.npy"), grid), "npy gave other numbers back")
    guard grid.shape.batch * grid.shape.channels == 1 else { return }
    for name in ["a.csv", "a.tsv"] {
      let table = try GridWriter.encode(grid, path: name).bytes
      try require(isSame(try GridReader.read(bytes: table, name: name), grid), "\(name) gave other numbers back")
    }
    let picture = try GridWriter.encode(grid, path: "a.png")
    let shown = try GridReader.read(bytes: picture.bytes, name: "a.png")
    let isPicture = grid.values.allSatisfy { (0...255).contains($0) && $0 == $0.rounded() }
    try require(shown.shape == grid.shape, "png gave another size back")
    try require(!isPicture || shown.values == grid.values.map { $0 + 0 }, "png gave other whole numbers back")
  }

  /// Bit for bit, and any NaN for a NaN.
  private static func isSame(_ left: Tensor, _ right: Tensor) -> Bool {
    left.shape == right.shape
      && zip(left.values, right.values).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
  }
}
