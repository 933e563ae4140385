import TestSupport

/// A reader of animated GIFs for the tests, written from the format's description and not from the library that writes
/// them.
struct GIFFile {
  let width: Int
  let height: Int
  /// Whether it repeats for ever.
  private(set) var loops = false
  /// Each picture as it is seen, the ones before it under it: `0xRRGGBB`.
  private(set) var pictures: [[UInt32]] = []
  /// In hundredths of a second.
  private(set) var delays: [Int] = []
  /// The pixels that each picture stores.
  private(set) var stored: [Int] = []

  private var reader: Reader

  init(_ bytes: [UInt8]) throws {
    reader = Reader(bytes: bytes)
    guard String(decoding: try reader.take(6), as: UTF8.self) == "GIF89a" else { throw TestFailure("no GIF") }
    width = try reader.word()
    height = try reader.word()
    let flags = try reader.byte()
    _ = try reader.take(2)
    guard flags & 0x80 != 0 else { throw TestFailure("no palette") }
    let palette = try reader.take(3 << (Int(flags & 7) + 1))
    let colors = stride(from: 0, to: palette.count, by: 3).map { place in
      palette[place..<(place + 3)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    try readBlocks(colors)
  }

  private mutating func readBlocks(_ colors: [UInt32]) throws {
    var canvas = [UInt32](repeating: 0, count: width * height)
    var transparent: UInt8?
    while true {
      switch try reader.byte() {
      case 0x3B: return
      case 0x21:
        let label = try reader.byte()
        let data = try reader.blocks()
        if label == 0xF9 {
          transparent = data[0] & 1 != 0 ? data[3] : nil
          delays.append(Int(data[1]) | Int(data[2]) << 8)
        }
        if label == 0xFF, data.starts(with: Array("NETSCAPE2.0".utf8)) { loops = data.suffix(2).allSatisfy { $0 == 0 } }
      case 0x2C:
        let place = (x: try reader.word(), y: try reader.word(), w: try reader.word(), h: try reader.word())
        guard try reader.byte() == 0 else { throw TestFailure("a palette of its own, or interlaced") }
        let size = Int(try reader.byte())
        let indices = try Self.unpacked(try reader.blocks(), codeSize: size)
        guard indices.count == place.w * place.h else { throw TestFailure("\(indices.count) pixels") }
        for (offset, index) in indices.enumerated() where index != transparent {
          canvas[(place.y + offset / place.w) * width + place.x + offset % place.w] = colors[Int(index)]
        }
        pictures.append(canvas)
        stored.append(indices.count)
      case let other: throw TestFailure("a block \(other)")
      }
    }
  }

  /// LZW with codes that grow up to twelve bits.
  private static func unpacked(_ bytes: [UInt8], codeSize: Int) throws -> [UInt8] {
    let (clear, end) = (1 << codeSize, 1 << codeSize + 1)
    var table: [[UInt8]] = []
    var (width, before): (Int, [UInt8]?) = (codeSize + 1, nil)
    var (bits, count): (UInt32, Int) = (0, 0)
    var result: [UInt8] = []
    var rest = bytes[...]
    while true {
      while count < width {
        guard let next = rest.popFirst() else { throw TestFailure("the data end early") }
        bits |= UInt32(next) << count
        count += 8
      }
      let code = Int(bits) & (1 << width - 1)
      bits >>= width
      count -= width
      if code == end { return result }
      if code == clear {
        table = (0..<clear).map { [UInt8($0)] } + [[], []]
        (width, before) = (codeSize + 1, nil)
        continue
      }
      let entry = code < table.count ? table[code] : before.map { $0 + $0.prefix(1) } ?? []
      guard !entry.isEmpty else { throw TestFailure("a code that means nothing") }
      result += entry
      if let before, table.count < 4096 { table.append(before + entry.prefix(1)) }
      before = entry
      if table.count == 1 << width, width < 12 { width += 1 }
    }
  }
}

private struct Reader {
  let bytes: [UInt8]
  var offset = 0

  mutating func take(_ count: Int) throws -> [UInt8] {
    guard offset + count <= bytes.count else { throw TestFailure("the file ends early") }
    defer { offset += count }
    return Array(bytes[offset..<offset + count])
  }

  mutating func byte() throws -> UInt8 { try take(1)[0] }

  mutating func word() throws -> Int {
    let pair = try take(2)
    return Int(pair[0]) | Int(pair[1]) << 8
  }

  /// The blocks up to an empty one, joined.
  mutating func blocks() throws -> [UInt8] {
    var result: [UInt8] = []
    while true {
      let count = Int(try byte())
      if count == 0 { return result }
      result += try take(count)
    }
  }
}
