import ConvolutionEngine

/// The file that a large grid was read from, and what its numbers were.
///
/// A session names the file instead of writing the numbers down. The checksum is over the numbers, not over the file's
/// bytes: what has to be the same again is what one sees.
package struct GridFile: Hashable, Sendable {
  package let path: String
  package let shape: Shape
  package let checksum: UInt64
  /// Whether it was read as the red, green and blue of a picture.
  package let isColor: Bool

  /// Grids of up to so many cells are written down in full, wherever they came from.
  package static let largestWritten = 1024

  package init(path: String, shape: Shape, checksum: UInt64, isColor: Bool = false) {
    self.path = path
    self.shape = shape
    self.checksum = checksum
    self.isColor = isColor
  }

  /// The file as it was read now; nil for a grid that is small enough to be written down.
  package init?(path: String, holding tensor: Tensor, isColor: Bool = false) {
    guard tensor.shape.count > Self.largestWritten else { return nil }
    self.init(path: path, shape: tensor.shape, checksum: Self.checksum(of: tensor), isColor: isColor)
  }

  /// The file of numbers that no session writes down, however few they are.
  package init(path: String, comparedWith tensor: Tensor) {
    self.init(path: path, shape: tensor.shape, checksum: Self.checksum(of: tensor))
  }

  /// Whether a tensor is what the file held.
  package func matches(_ tensor: Tensor) -> Bool {
    shape == tensor.shape && checksum == Self.checksum(of: tensor)
  }

  /// The last part of the path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A 64-bit hash of the bit patterns in storage order: each is mixed in by an odd factor (2⁶⁴ divided by the golden
  /// ratio), and the upper half is folded onto the lower one so that every bit reaches every other.
  static func checksum(of tensor: Tensor) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for value in tensor.values {
      hash = (hash ^ UInt64(value.bitPattern)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash
  }
}
