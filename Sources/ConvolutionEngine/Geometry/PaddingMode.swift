/// What stands in the cells around the input; the names are PyTorch's `padding_mode`.
public enum PaddingMode: String, CaseIterable, Sendable {
  /// Zero everywhere.
  case zeros
  /// The input mirrored without repeating its edge: `c b | a b c | b a`. Needs padding < input.
  case reflect
  /// The edge value repeated: `a a | a b c | c c`.
  case replicate
  /// The input wrapped around: `b c | a b c | a b`. Needs padding ≤ input.
  case circular

  /// The input index whose value stands at `position` of an axis with `count` cells, or nil where the value is zero.
  ///
  /// Positions inside `0..<count` are their own source. Outside, the result equals `numpy.pad` with the modes
  /// constant, reflect, edge and wrap, for any distance. `count` must be at least 1 unless the mode is `zeros`.
  public func source(of position: Int, count: Int) -> Int? {
    if position >= 0 && position < count { return position }
    switch self {
    case .zeros:
      return nil
    case .replicate:
      return position < 0 ? 0 : count - 1
    case .circular:
      return Self.modulo(position, count)
    case .reflect:
      guard count > 1 else { return 0 }
      let period = 2 * (count - 1)
      let folded = Self.modulo(position, period)
      return min(folded, period - folded)
    }
  }

  /// The remainder with the sign of the divisor, so that −1 modulo 7 is 6.
  private static func modulo(_ value: Int, _ divisor: Int) -> Int {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
