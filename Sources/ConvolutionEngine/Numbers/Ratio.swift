/// A fraction of two whole numbers that are at least 0, reduced; exact where a Double would round.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int
  /// At least 1.
  public let denominator: Int

  /// - Parameters:
  ///   - numerator: at least 0.
  ///   - denominator: at least 1.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(numerator >= 0 && denominator >= 1, "no fraction of this kind")
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public var value: Double { Double(numerator) / Double(denominator) }
}

extension Ratio: CustomStringConvertible {
  /// `4`, or `1/2` where it is no whole number.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
