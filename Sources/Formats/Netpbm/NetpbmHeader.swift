/// The header of a netpbm picture: magic number, sides, largest sample.
struct NetpbmHeader {
  /// What a sample means.
  enum Kind: Equatable {
    case bitmap
    case greymap
    case pixmap
  }

  let kind: Kind
  let isRaw: Bool
  let width: Int
  let height: Int
  /// 1 for bitmaps, else 1…65535.
  let maximum: Int

  init(_ scanner: inout NetpbmScanner) throws(FormatError) {
    let digit = scanner.takeMagic()
    switch digit {
    case 1: (kind, isRaw) = (.bitmap, false)
    case 2: (kind, isRaw) = (.greymap, false)
    case 3: (kind, isRaw) = (.pixmap, false)
    case 4: (kind, isRaw) = (.bitmap, true)
    case 5: (kind, isRaw) = (.greymap, true)
    case 6: (kind, isRaw) = (.pixmap, true)
    default: throw .unsupported(format: GridFormat.netpbmName, .arbitraryMap)
    }
    width = try scanner.number()
    height = try scanner.number()
    if kind == .bitmap {
      maximum = 1
    } else {
      maximum = try scanner.number()
      guard (1...65_535).contains(maximum) else { throw scanner.fault(.header("\(maximum)")) }
    }
    if isRaw { try scanner.takeOneSpace() }
  }

  /// Samples per pixel.
  var samples: Int { kind == .pixmap ? 3 : 1 }

  /// Bytes of one row of a raw picture.
  var rawRowBytes: Int { kind == .bitmap ? (width + 7) / 8 : width * samples * (maximum > 255 ? 2 : 1) }
}

/// Walks through the text of a netpbm file. Comments run from `#` to the end of the line.
struct NetpbmScanner {
  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether data starts like `P1` to `P7`, followed by white space or a comment.
  static func recognises(_ prefix: [UInt8]) -> Bool {
    guard prefix.count >= 3, prefix[0] == UInt8(ascii: "P") else { return false }
    return (0x31...0x37).contains(prefix[1]) && (isSpace(prefix[2]) || prefix[2] == UInt8(ascii: "#"))
  }

  mutating func takeMagic() -> Int {
    index = 2
    return Int(bytes[1]) - 0x30
  }

  /// The next unsigned number in the header or an ASCII raster.
  mutating func number() throws(FormatError) -> Int {
    skipSpace()
    let start = index
    var value = 0
    while index < bytes.count, case 0x30...0x39 = bytes[index] {
      // Nothing in a netpbm file may exceed this; the cap keeps a thousand digits from overflowing.
      value = min(value * 10 + Int(bytes[index] - 0x30), 1 << 40)
      index += 1
    }
    guard index > start else { throw failureHere() }
    return value
  }

  /// The next bit of an ASCII bitmap; these need no space between them.
  mutating func bit() throws(FormatError) -> UInt8 {
    skipSpace()
    guard index < bytes.count, case 0x30...0x31 = bytes[index] else { throw failureHere() }
    index += 1
    return bytes[index - 1] - 0x30
  }

  /// The single white space between a raw picture's header and its samples.
  mutating func takeOneSpace() throws(FormatError) {
    guard index < bytes.count, Self.isSpace(bytes[index]) else { throw failureHere() }
    index += 1
  }

  /// A fault at the current line.
  func fault(_ fault: FormatFault) -> FormatError {
    let line = 1 + bytes[..<min(index, bytes.count)].count { $0 == 0x0A }
    return .malformed(format: GridFormat.netpbmName, fault, line: line, column: nil)
  }

  private func failureHere() -> FormatError {
    guard index < bytes.count else {
      return .truncated(format: GridFormat.netpbmName, expected: nil, actual: bytes.count)
    }
    return fault(.notANumber(Excerpt.of(bytes[index...].prefix { !Self.isSpace($0) })))
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#") {
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else if Self.isSpace(bytes[index]) {
        index += 1
      } else {
        return
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
