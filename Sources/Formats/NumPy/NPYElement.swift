/// The element type of a `.npy` array, as its `descr` names it.
package struct NPYElement: Equatable {
  enum Kind: Equatable {
    case boolean
    case signed
    case unsigned
    case float
  }

  let kind: Kind
  /// Bytes per element: 1, 2, 4 or 8.
  let size: Int
  let isBigEndian: Bool

  private init(kind: Kind, size: Int, isBigEndian: Bool) {
    self.kind = kind
    self.size = size
    self.isBigEndian = isBigEndian
  }

  /// The type of an array of `Element` in memory; every platform of ours is little-endian.
  static func native<Element: BinaryFloatingPoint>(_ type: Element.Type) -> NPYElement {
    NPYElement(kind: .float, size: MemoryLayout<Element>.size, isBigEndian: false)
  }

  /// Reads a simple type string such as `<f4`, `>i2` or `|u1`.
  init(descr: [UInt8]) throws(FormatError) {
    var rest = descr[...]
    var isBigEndian = false
    if let order = rest.first, "<>=|".utf8.contains(order) {
      rest = rest.dropFirst()
      // `=` is the writer's own order; every machine we run on is little-endian.
      isBigEndian = order == UInt8(ascii: ">")
    }
    let unsupported = FormatError.unsupported(format: GridFormat.npyName, .elementType(Excerpt.of(descr)))
    guard let letter = rest.first else { throw unsupported }
    guard letter != UInt8(ascii: "O") else {
      throw .unsupported(format: GridFormat.npyName, .objectElements)
    }
    let size: Int
    switch Array(rest.dropFirst()) {
    case Array("1".utf8): size = 1
    case Array("2".utf8): size = 2
    case Array("4".utf8): size = 4
    case Array("8".utf8): size = 8
    default: throw unsupported
    }
    switch (letter, size) {
    case (UInt8(ascii: "b"), 1): kind = .boolean
    case (UInt8(ascii: "i"), _): kind = .signed
    case (UInt8(ascii: "u"), _): kind = .unsigned
    case (UInt8(ascii: "f"), 2...): kind = .float
    default: throw unsupported
    }
    self.size = size
    self.isBigEndian = isBigEndian
  }

  /// Calls `body` with the loader of this type, so that the loop over elements is compiled once per type.
  ///
  /// A loader reads the element at a byte offset. What `Element` cannot hold exactly is rounded to nearest, once.
  func withLoader<Element: BinaryFloatingPoint>(_ body: (_ load: (UnsafeRawBufferPointer, Int) -> Element) -> Void) {
    let big = isBigEndian
    switch (kind, size) {
    case (.boolean, _): body { $0[$1] == 0 ? 0 : 1 }
    case (.signed, 1): body { Element(Int8(bitPattern: $0[$1])) }
    case (.signed, 2): body { Element(Int16(bitPattern: Self.bits($0, $1, big))) }
    case (.signed, 4): body { Element(Int32(bitPattern: Self.bits($0, $1, big))) }
    case (.signed, _): body { Element(Int64(bitPattern: Self.bits($0, $1, big))) }
    case (.unsigned, 1): body { Element($0[$1]) }
    case (.unsigned, 2): body { Element(Self.bits($0, $1, big) as UInt16) }
    case (.unsigned, 4): body { Element(Self.bits($0, $1, big) as UInt32) }
    case (.unsigned, _): body { Element(Self.bits($0, $1, big) as UInt64) }
    case (.float, 2): body { Element(Self.half(Self.bits($0, $1, big))) }
    case (.float, 4): body { Element(Float(bitPattern: Self.bits($0, $1, big))) }
    case (.float, _): body { Element(Double(bitPattern: Self.bits($0, $1, big))) }
    }
  }

  @inline(__always)
  private static func bits<Word: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ big: Bool
  ) -> Word {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
    return big ? Word(bigEndian: word) : Word(littleEndian: word)
  }

  /// IEEE 754 binary16 to Float32, exactly. (`Float16` does not exist on every platform.)
  static func half(_ bits: UInt16) -> Float {
    let sign: Float = bits & 0x8000 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Float(bits & 0x3FF) / 1024
    switch exponent {
    case 0: return sign * fraction * 0x1p-14
    case 31: return bits & 0x3FF == 0 ? sign * .infinity : .nan
    default: return sign * (1 + fraction) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}
