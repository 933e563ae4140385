import ConvolutionEngine

/// How much a file may ask for. Checked before memory is allocated.
package struct GridLimits: Equatable, Sendable {
  /// The largest file or stream, in bytes.
  package var bytes: Int
  /// The most values (pixels) of one grid.
  package var values: Int
  /// The longest axis of a grid.
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
      count = try product(count, side, longest: self.side)
    }
    do {
      return try Shape(batch: sides.0, channels: sides.1, height: sides.2, width: sides.3)
    } catch {
      throw .malformed(format: format, .empty, line: nil, column: nil)
    }
  }

  /// The number of values of an array with these axes, once it is known to be within the limits.
  ///
  /// One axis may be as long as the limit of values. An axis of 0 does not excuse an excess of the others.
  func count(of axes: [Int]) throws(FormatError) -> Int {
    var count = 1
    for axis in axes where axis > 0 { count = try product(count, axis, longest: values) }
    return axes.contains(0) ? 0 : count
  }

  private func product(_ count: Int, _ side: Int, longest: Int) throws(FormatError) -> Int {
    guard side <= longest else { throw .tooLarge(.side, actual: side, limit: longest) }
    let (product, overflow) = count.multipliedReportingOverflow(by: side)
    guard !overflow, product <= values else {
      throw .tooLarge(.values, actual: overflow ? Int.max : product, limit: values)
    }
    return product
  }

  /// The shape of one picture: one plane unless there are more channels.
  func shape(channels: Int = 1, height: Int, width: Int, format: String) throws(FormatError) -> Shape {
    try shape((1, channels, height, width), format: format)
  }
}
