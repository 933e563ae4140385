/// A pair of values, one for the vertical axis (height, rows) and one for the horizontal axis (width, columns).
public struct PerAxis<Value> {
  public var vertical: Value
  public var horizontal: Value

  public init(vertical: Value, horizontal: Value) {
    self.vertical = vertical
    self.horizontal = horizontal
  }

  /// The same value on both axes.
  public init(_ both: Value) {
    self.init(vertical: both, horizontal: both)
  }

  public subscript(axis: Axis) -> Value {
    get { axis == .vertical ? vertical : horizontal }
    set {
      switch axis {
      case .vertical: vertical = newValue
      case .horizontal: horizontal = newValue
      }
    }
  }
}

extension PerAxis: Equatable where Value: Equatable {}
extension PerAxis: Hashable where Value: Hashable {}
extension PerAxis: Sendable where Value: Sendable {}

/// One of the two spatial axes.
public enum Axis: String, CaseIterable, Sendable {
  /// Height: over the rows.
  case vertical
  /// Width: over the columns.
  case horizontal
}
