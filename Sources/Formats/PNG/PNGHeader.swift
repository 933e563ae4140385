/// The facts of a PNG that are needed before anything is decoded, and the proof that its chunks are all there.
///
/// libpng's simplified functions allocate what the header asks for and stop reading at the last row, so neither a bomb
/// nor a missing end would be noticed by them.
struct PNGHeader: Equatable {
  let width: Int
  let height: Int
  let bitsPerPixel: Int

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Deflate cannot pack more than this many bytes into one.
  private static let largestRatio = 1032

  init(_ bytes: [UInt8]) throws(FormatError) {
    let format = GridFormat.pngName
    func malformed(_ what: String) -> FormatError {
      .malformed(format: format, .header(what), line: nil, column: nil)
    }
    // Signature, then IHDR: length 13, type, five one-byte facts after the sides, CRC.
    guard bytes.count >= 33 else { throw .truncated(format: format, expected: 33, actual: bytes.count) }
    guard Self.word(bytes, 8) == 13, bytes[12..<16].elementsEqual("IHDR".utf8) else { throw malformed("IHDR") }
    width = Self.word(bytes, 16)
    height = Self.word(bytes, 20)
    let samples: Int
    switch bytes[25] {
    case 0, 3: samples = 1
    case 4: samples = 2
    case 2: samples = 3
    case 6: samples = 4
    default: throw malformed("IHDR")
    }
    guard [1, 2, 4, 8, 16].contains(bytes[24]) else { throw malformed("IHDR") }
    bitsPerPixel = samples * Int(bytes[24])
    try Self.requireEnd(bytes)
  }

  /// Refuses a picture whose rows could not be packed into `available` bytes.
  func requirePlausible(available: Int) throws(FormatError) {
    let rowBytes = (width * bitsPerPixel + 7) / 8 + 1
    let least = rowBytes * height / Self.largestRatio
    guard available >= least else {
      throw .truncated(format: GridFormat.pngName, expected: least, actual: available)
    }
  }

  /// Walks over the chunks until `IEND`.
  private static func requireEnd(_ bytes: [UInt8]) throws(FormatError) {
    var index = signature.count
    while true {
      guard index + 12 <= bytes.count else {
        throw .truncated(format: GridFormat.pngName, expected: index + 12, actual: bytes.count)
      }
      let end = index + 12 + word(bytes, index)
      guard end <= bytes.count else {
        throw .truncated(format: GridFormat.pngName, expected: end, actual: bytes.count)
      }
      if bytes[index + 4..<index + 8].elementsEqual("IEND".utf8) { return }
      index = end
    }
  }

  private static func word(_ bytes: [UInt8], _ index: Int) -> Int {
    Int(bytes[index]) << 24 | Int(bytes[index + 1]) << 16 | Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
  }
}
