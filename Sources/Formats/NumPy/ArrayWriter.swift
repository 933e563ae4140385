import ConvolutionEngine

/// Turns an array into the bytes of a `.npy` file. Saving them is somebody else's work.
package enum ArrayWriter {
  /// What NumPy's `save` writes for the same array, byte for byte: version 1.0, `<f4` for Float and `<f8` for Double,
  /// C order and exactly the axes of `array`.
  package static func encode<Element: ArrayElement>(_ array: NDArray<Element>) -> [UInt8] {
    encode(axes: array.axes, values: array.values)
  }

  /// - Parameter values: as many as the product of `axes`, in C order.
  static func encode<Element: ArrayElement>(axes: [Int], values: [Element]) -> [UInt8] {
    // A tuple of one needs its comma: Python reads `(3)` as a number.
    let tuple = axes.map(String.init).joined(separator: ", ") + (axes.count == 1 ? "," : "")
    var header = Array(
      "{'descr': '<f\(MemoryLayout<Element>.size)', 'fortran_order': False, 'shape': (\(tuple)), }".utf8)
    // Room for the longest first axis, so that whoever appends to the file can write a larger one in place.
    if let first = axes.first { header += spaces(longestAxis - String(first).utf8.count) }
    // The values start at a multiple of 64; the prefix stands before the header, a newline ends it. A header that fits
    // by itself is padded all the same.
    header += spaces(64 - (prefixSize + header.count + 1) % 64)
    header.append(UInt8(ascii: "\n"))
    // Version 1.0 holds 65,535 bytes of header; an axis takes 21 at most.
    precondition(header.count <= UInt16.max, "an array of thousands of axes")

    var bytes = NPYHeader.magic + [1, 0, UInt8(header.count & 0xFF), UInt8(header.count >> 8)]
    bytes.reserveCapacity(prefixSize + header.count + values.count * MemoryLayout<Element>.size)
    bytes += header
    // Every platform of ours is little-endian, so the values' memory is what `<f4` and `<f8` mean.
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Magic number, version and the header's length.
  private static let prefixSize = NPYHeader.magic.count + 4
  /// The digits of the longest axis that NumPy thinks of (`GROWTH_AXIS_MAX_DIGITS`).
  private static let longestAxis = 21

  private static func spaces(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: " "), count: count) }
}
