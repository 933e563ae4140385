/// Hand-made `.npy` files.
enum NPYSample {
  static func file(descr: String, fortran: Bool = false, shape: String, data: [UInt8], version: UInt8 = 1) -> [UInt8] {
    let order = fortran ? "True" : "False"
    return file(header: "{'descr': '\(descr)', 'fortran_order': \(order), 'shape': \(shape), }\n", data, version)
  }

  static func file(header: String, _ data: [UInt8] = [], _ version: UInt8 = 1) -> [UInt8] {
    let count = header.utf8.count
    let length = [UInt8(count & 0xFF), UInt8(count >> 8)] + (version > 1 ? [0, 0] : [])
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + data
  }

  /// The same bytes with the length that the header says put right, where its dictionary ends: damage that changes its length.
  static func withHeaderLength(_ file: [UInt8]) -> [UInt8] {
    guard file.count > 12, let end = file.dropFirst(10).firstIndex(of: UInt8(ascii: "}")) else { return file }
    var bytes = file
    let isLong = file[6] > 1
    // The line that NumPy ends its headers with.
    let isEnded = end + 1 < file.count && file[end + 1] == 0x0A
    let length = end + (isEnded ? 2 : 1) - (isLong ? 12 : 10)
    guard (0...0xFFFF).contains(length) else { return file }
    bytes[8] = UInt8(length & 0xFF)
    bytes[9] = UInt8(length >> 8)
    if isLong { bytes.replaceSubrange(10..<12, with: [0, 0]) }
    return bytes
  }

  /// The tuple of an array with this many axes of 1.
  static func ones(_ rank: Int) -> String { "(" + String(repeating: "1, ", count: rank) + ")" }

  /// The bytes of `words`, least significant first or last.
  static func bytes<Word: FixedWidthInteger>(_ words: [Word], big: Bool = false) -> [UInt8] {
    words.flatMap { word in withUnsafeBytes(of: big ? word.bigEndian : word.littleEndian) { Array($0) } }
  }
}
