/// Values with any number of axes, as frameworks and files hold them: row-major, the last axis runs fastest.
///
/// The outside form of a `Tensor`, which always has the four axes N×C×H×W. An array without axes holds one value, and one
/// with an axis of 0 none.
public struct NDArray<Element: BinaryFloatingPoint & Sendable>: Sendable {
  /// The extent of each axis, outermost first; each is at least 0.
  public let axes: [Int]

  /// All values; always as many as the product of `axes`.
  public let values: [Element]

  /// - Throws: `NDArrayError` for an axis below 0, more elements than `Int` counts, or another number of values.
  public init(axes: [Int], values: [Element]) throws(NDArrayError) {
    let count = try Self.count(of: axes)
    guard values.count == count else { throw .valueCount(count: values.count, axes: axes) }
    self.axes = axes
    self.values = values
  }

  /// The number of elements of an array with these axes.
  ///
  /// - Throws: `NDArrayError.negativeAxis` or `.tooLarge`; an axis of 0 does not excuse an overflow of the others.
  public static func count(of axes: [Int]) throws(NDArrayError) -> Int {
    guard axes.allSatisfy({ $0 >= 0 }) else { throw .negativeAxis(axes) }
    var count = 1
    for axis in axes where axis > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis)
      guard !overflow else { throw .tooLarge(axes) }
      count = product
    }
    return axes.contains(0) ? 0 : count
  }
}

/// Why values and axes make no array.
public enum NDArrayError: Error, Equatable, Sendable {
  case negativeAxis([Int])
  /// The element count does not fit `Int`.
  case tooLarge([Int])
  /// `count` values were given for these axes.
  case valueCount(count: Int, axes: [Int])
}

extension NDArray {
  /// The number of axes.
  public var rank: Int { axes.count }
}
