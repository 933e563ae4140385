/// The place of one element of a tensor. Rows count downwards and columns to the right, from 0.
///
/// A coordinate may lie outside a shape: padded positions have negative rows and columns.
public struct Coordinate: Hashable, Sendable {
  public var batch: Int
  public var channel: Int
  public var row: Int
  public var column: Int

  public init(batch: Int = 0, channel: Int = 0, row: Int, column: Int) {
    self.batch = batch
    self.channel = channel
    self.row = row
    self.column = column
  }
}

extension Coordinate {
  /// The place along an axis of a shape: 0 to 3 for N, C, H, W.
  subscript(axis: Int) -> Int {
    get {
      switch axis {
      case 0: batch
      case 1: channel
      case 2: row
      default: column
      }
    }
    set {
      switch axis {
      case 0: batch = newValue
      case 1: channel = newValue
      case 2: row = newValue
      default: column = newValue
      }
    }
  }
}
