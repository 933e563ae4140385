import Foundation
import Testing

/// A `.npy` file as bytes: written and read without the program's own code, so that a mistake cannot cancel itself out.
struct NPYFile: Sendable {
  var axes: [Int]
  /// NumPy's name of the element type, such as `<f4`.
  var descr: String
  var data: [UInt8]

  /// Float32 in C order, as most arrays are.
  init(_ axes: [Int], _ values: [Float]) {
    (self.axes, descr) = (axes, "<f4")
    data = values.flatMap { Self.bytes($0.bitPattern) }
  }

  /// Float64 in C order.
  init(doubles axes: [Int], _ values: [Double]) {
    (self.axes, descr) = (axes, "<f8")
    data = values.flatMap { Self.bytes($0.bitPattern) }
  }

  /// Elements of any type, as their bytes.
  init(_ axes: [Int], descr: String, data: [UInt8]) {
    (self.axes, self.descr, self.data) = (axes, descr, data)
  }

  /// 0, 1, 2 … as Float32.
  static func counting(_ axes: [Int]) -> NPYFile {
    NPYFile(axes, (0..<axes.reduce(1, *)).map { Float($0) })
  }

  /// The same number everywhere, as Float32.
  static func filled(_ axes: [Int], with value: Float = 1) -> NPYFile {
    NPYFile(axes, Array(repeating: value, count: axes.reduce(1, *)))
  }

  /// The file's bytes as `numpy.save` writes them: the values begin at a multiple of 64.
  var bytes: [UInt8] {
    let tuple = axes.map(String.init).joined(separator: ", ") + (axes.count == 1 ? "," : "")
    var header = "{'descr': '\(descr)', 'fortran_order': False, 'shape': (\(tuple)), }"
    // NumPy leaves room for a first axis of 21 digits.
    if let first = axes.first { header += String(repeating: " ", count: 21 - String(first).count) }
    header += String(repeating: " ", count: 64 - (10 + header.utf8.count + 1) % 64) + "\n"
    return Self.bytes(header: header) + data
  }

  /// Magic number, version and a header of any content.
  static func bytes(header: String, version: UInt8 = 1) -> [UInt8] {
    let length = bytes(UInt32(header.utf8.count))
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + length.prefix(version == 1 ? 2 : 4) + Array(header.utf8)
  }

  /// Reads little-endian float32 or float64 in C order.
  init(reading bytes: [UInt8]) throws {
    try #require(bytes.starts(with: [0x93] + Array("NUMPY".utf8) + [1, 0]), "no .npy 1.0: \(bytes.prefix(8))")
    let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    let header = String(decoding: bytes[10..<start], as: UTF8.self)
    let form = #/\{'descr': '(<f[48])', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n/#
    let match = try #require(header.wholeMatch(of: form), "\(header)")
    axes = match.2.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    descr = String(match.1)
    data = Array(bytes[start...])
    try #require(data.count == axes.reduce(1, *) * (descr == "<f4" ? 4 : 8), "\(axes): \(data.count) bytes")
  }

  /// The values of float32 or float64 elements.
  var values: [Double] {
    let size = descr == "<f4" ? 4 : 8
    return stride(from: 0, to: data.count, by: size).map { start in
      let word = data[start..<start + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return size == 4 ? Double(Float(bitPattern: UInt32(word))) : Double(bitPattern: word)
    }
  }

  /// The bytes of a word, least significant first.
  static func bytes<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
    withUnsafeBytes(of: word.littleEndian) { Array($0) }
  }
}
