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

  /// The tuple of an array with this many axes of 1.
  static func ones(_ rank: Int) -> String { "(" + String(repeating: "1, ", count: rank) + ")" }

  /// The bytes of `words`, least significant first or last.
  static func bytes<Word: FixedWidthInteger>(_ words: [Word], big: Bool = false) -> [UInt8] {
    words.flatMap { word in withUnsafeBytes(of: big ? word.bigEndian : word.littleEndian) { Array($0) } }
  }
}
