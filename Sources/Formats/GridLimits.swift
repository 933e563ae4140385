import ConvolutionEngine

/// How much a file may ask for. Checked before memory is allocated.
package struct GridLimits: Equatable, Sendable {
  /// The largest file or stream, in bytes.
  package var bytes: Int
  /// The most values (pixels) of one grid.
  package var values: Int
  /// The longest axis.
  package var side: Int

  /// 1 GiB, 64 Mi values and 2^20 along one axis unless given.
  package init(bytes: Int = 1 << 30, values: Int = 64 << 20, side: Int = 1 << 20) {
    self.bytes = bytes
    self.values = values
    self.side = side
  }

  /// The shape with these sides (order N, C, H, W), once it is known to be neither empty nor over the limits.
  func shape(_ sides: (Int, Int, Int, Int), format: String) throws(FormatError) -> Shape {
    var count = 1
    for side in [sides.0, sides.1, sides.2, sides.3] {
      guard side > 0 else { throw .malformed(format: format, .empty, line: nil, column: nil) }
      guard side <= self.side else { throw .tooLarge(.side, actual: side, limit: self.side) }
      let (product, overflow) = count.multipliedReportingOverflow(by: side)
      guard !overflow, product <= values else {
        throw .tooLarge(.values, actual: overflow ? Int.max : product, limit: values)
      }
      count = product
    }
    do {
      return try Shape(batch: sides.0, channels: sides.1, height: sides.2, width: sides.3)
    } catch {
      throw .malformed(format: format, .empty, line: nil, column: nil)
    }
  }

  /// The shape of one plane.
  func shape(height: Int, width: Int, format: String) throws(FormatError) -> Shape {
    try shape((1, 1, height, width), format: format)
  }
}
