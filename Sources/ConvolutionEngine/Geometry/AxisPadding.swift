/// The number of cells added before and after the input along one axis, at least 0 each.
public struct AxisPadding: Hashable, Sendable {
  public var before: Int
  public var after: Int

  public init(before: Int, after: Int) {
    self.before = before
    self.after = after
  }

  /// The same padding at both ends.
  public init(_ both: Int) {
    self.init(before: both, after: both)
  }
}
