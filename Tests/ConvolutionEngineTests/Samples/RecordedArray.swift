import ConvolutionEngine
import Foundation
import Testing

/// An array as `numpy.save` writes it: `.npy` version 1, little-endian, C order, float32, float64, int64 or uint8, with
/// any axes.
///
/// A reader for our own fixtures only; the program's is in Formats, and the engine's tests do not wait for it.
struct RecordedArray {
  let axes: [Int]
  /// Values of the other types are exact as Double too, int64 up to 2⁵³.
  let values: [Double]

  init(contentsOf url: URL) throws {
    let bytes = try [UInt8](Data(contentsOf: url))
    try #require(bytes.starts(with: [0x93] + Array("NUMPY".utf8) + [1, 0]), "\(url.lastPathComponent) is no .npy")
    let headerEnd = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    let header = try #require(String(bytes: bytes[10..<headerEnd], encoding: .ascii))
    try #require(header.contains("'fortran_order': False"))
    let shape = try #require(header.split(separator: "(").last?.split(separator: ")").first)
    axes = shape.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    let body = bytes[headerEnd...]
    if header.contains("'<f4'") {
      values = Self.words(body, size: 4).map { Double(Float(bitPattern: UInt32($0))) }
    } else if header.contains("'<i8'") {
      values = Self.words(body, size: 8).map { Double(Int64(bitPattern: $0)) }
    } else if header.contains("'|u1'") {
      values = body.map { Double($0) }
    } else {
      try #require(header.contains("'<f8'"))
      values = Self.words(body, size: 8).map { Double(bitPattern: $0) }
    }
    try #require(values.count == axes.reduce(1, *), "\(url.lastPathComponent) is cut off")
  }

  var single: NDArray<Float> {
    get throws { try NDArray(axes: axes, values: values.map { Float($0) }) }
  }

  var double: NDArray<Double> {
    get throws { try NDArray(axes: axes, values: values) }
  }

  /// Little-endian words of `size` bytes.
  private static func words(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt64] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
      bytes[start..<min(start + size, bytes.endIndex)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
