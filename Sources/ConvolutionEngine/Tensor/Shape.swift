/// The extent of an activation in the order N×C×H×W: batch, channels, height, width.
///
/// Weights use the same four axes as O×C×kH×kW, so `batch` of a weight tensor is its number of filters.
/// A shape that exists is valid: every side is at least 0 and the number of elements fits `Int`.
public struct Shape: Hashable, Sendable {
  public let batch: Int
  public let channels: Int
  public let height: Int
  public let width: Int

  /// The number of elements, `batch × channels × height × width`.
  public let count: Int

  /// - Throws: `ShapeError.negativeSide` for a side below 0, `ShapeError.tooLarge` when the element count overflows `Int`.
  public init(batch: Int = 1, channels: Int = 1, height: Int, width: Int) throws(ShapeError) {
    let sides = [batch, channels, height, width]
    guard sides.allSatisfy({ $0 >= 0 }) else { throw .negativeSide(sides) }
    var count = 1
    for side in sides where side > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: side)
      guard !overflow else { throw .tooLarge(sides) }
      count = product
    }
    self.batch = batch
    self.channels = channels
    self.height = height
    self.width = width
    self.count = sides.contains(0) ? 0 : count
  }

  /// One value for each channel, 1×C×1×1: the shape of a bias. `count` must be at least 0.
  package init(vectorOf count: Int) {
    precondition(count >= 0, "a side below 0")
    (batch, channels, height, width) = (1, count, 1, 1)
    self.count = count
  }

  /// The shape of `batch` pictures of which `shape` holds some; at least 0, and no more than `Int` counts the elements of.
  package init(batch: Int, like shape: Shape) {
    precondition(batch >= 0, "a side below 0")
    (self.batch, channels, height, width) = (batch, shape.channels, shape.height, shape.width)
    // Sides of 0 make every product 0; otherwise the shape's own count bounds the product of these three.
    count = shape.count == 0 && shape.batch > 0 ? 0 : batch * (shape.channels * shape.height * shape.width)
  }

  /// The sides in the order N, C, H, W.
  public var axes: [Int] { [batch, channels, height, width] }

  /// Whether `coordinate` names an element of this shape.
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.batch >= 0 && coordinate.batch < batch
      && coordinate.channel >= 0 && coordinate.channel < channels
      && coordinate.row >= 0 && coordinate.row < height
      && coordinate.column >= 0 && coordinate.column < width
  }

  /// The position of `coordinate` in flat row-major storage. The coordinate must lie inside the shape.
  public func offset(of coordinate: Coordinate) -> Int {
    ((coordinate.batch * channels + coordinate.channel) * height + coordinate.row) * width + coordinate.column
  }

  /// The coordinate stored at `offset`; the inverse of `offset(of:)`. `offset` must lie in `0..<count`.
  public func coordinate(at offset: Int) -> Coordinate {
    let (rows, column) = offset.quotientAndRemainder(dividingBy: width)
    let (planes, row) = rows.quotientAndRemainder(dividingBy: height)
    let (batch, channel) = planes.quotientAndRemainder(dividingBy: channels)
    return Coordinate(batch: batch, channel: channel, row: row, column: column)
  }
}

/// Why a shape or the values meant for it were refused.
public enum ShapeError: Error, Equatable, Sendable {
  /// A side was below 0; the sides in the order N, C, H, W.
  case negativeSide([Int])
  /// The element count does not fit `Int`; the sides in the order N, C, H, W.
  case tooLarge([Int])
  /// `count` values were given for a shape that holds `shape.count`.
  case valueCount(count: Int, shape: Shape)
}
