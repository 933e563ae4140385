/// Two numbers that should be the same.
package struct ComparedNumbers: Equatable, Sendable {
  package let ours: Float
  package let other: Float

  package init(ours: Float, other: Float) {
    self.ours = ours
    self.other = other
  }

  /// Ours − other, 0 for equal infinities; exact in Double unless the two are very far apart.
  package var difference: Double { ours == other ? 0 : Double(ours) - Double(other) }

  /// How many Float32 numbers one has to go on from one to get to the other (units in the last place); 0 for 0 and −0. Nil
  /// when one of them is no number.
  package var ulps: Int? {
    guard !ours.isNaN, !other.isNaN else { return nil }
    return abs(Self.rank(of: ours) - Self.rank(of: other))
  }

  package static func == (left: ComparedNumbers, right: ComparedNumbers) -> Bool {
    left.ours.bitPattern == right.ours.bitPattern && left.other.bitPattern == right.other.bitPattern
  }

  /// The place of a number among all Float32 numbers in order, counted from 0: bit patterns grow with the magnitude.
  private static func rank(of value: Float) -> Int {
    let magnitude = Int(value.magnitude.bitPattern)
    return value.sign == .minus ? -magnitude : magnitude
  }
}
