/// Hand-made PNG files of every kind, packed without compression.
enum PNGSample {
  /// The colour types of the specification.
  enum Colour: UInt8 {
    case grey = 0
    case rgb = 2
    case palette = 3
    case greyAlpha = 4
    case rgbAlpha = 6
  }

  /// A file from packed rows without filter bytes.
  static func file(
    width: Int, height: Int, depth: UInt8 = 8, colour: Colour = .grey, rows: [[UInt8]],
    chunks: [(String, [UInt8])] = []
  ) -> [UInt8] {
    let raw = rows.flatMap { row -> [UInt8] in [0] + row }
    return assemble(width, height, depth, colour, interlaced: 0, raw, chunks)
  }

  /// An Adam7 file of 8-bit grey.
  static func interlaced(width: Int, height: Int, values: [UInt8]) -> [UInt8] {
    let passes = [
      (0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1),
    ]
    var raw: [UInt8] = []
    for (firstRow, firstColumn, rowStep, columnStep) in passes where firstColumn < width {
      for row in stride(from: firstRow, to: height, by: rowStep) {
        raw.append(0)
        for column in stride(from: firstColumn, to: width, by: columnStep) { raw.append(values[row * width + column]) }
      }
    }
    return assemble(width, height, 8, .grey, interlaced: 1, raw, [])
  }

  static func assemble(
    _ width: Int, _ height: Int, _ depth: UInt8, _ colour: Colour, interlaced: UInt8, _ raw: [UInt8],
    _ chunks: [(String, [UInt8])]
  ) -> [UInt8] {
    let sides = NPYSample.bytes([UInt32(width), UInt32(height)], big: true)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += chunk("IHDR", sides + [depth, colour.rawValue, 0, 0, interlaced])
    for (name, data) in chunks { file += chunk(name, data) }
    return file + chunk("IDAT", stored(raw)) + chunk("IEND", [])
  }

  static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return NPYSample.bytes([UInt32(data.count)], big: true) + body + NPYSample.bytes([crc(body)], big: true)
  }

  /// The same bytes with the checksum of every chunk put right, as far as there are chunks: damage that a reader has to see
  /// for itself.
  static func withChecksums(_ file: [UInt8]) -> [UInt8] {
    var bytes = file
    var start = 8
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let end = start + 8 + length
      guard end + 4 <= bytes.count else { break }
      bytes.replaceSubrange(end..<end + 4, with: NPYSample.bytes([crc(Array(bytes[start + 4..<end]))], big: true))
      start = end + 4
    }
    return bytes
  }

  /// A zlib stream of one stored block.
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    let count = UInt16(data.count)
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in data {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return [0x78, 0x01, 0x01] + NPYSample.bytes([count, ~count]) + data
      + NPYSample.bytes([high << 16 | low], big: true)
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
    }
    return ~crc
  }
}
