/// What is asked of one number. Values within `tolerance` of the bound count as equal to it.
package enum NumberTest: Sendable, Equatable {
  case equals(Float)
  case atLeast(Float)
  case atMost(Float)

  /// Numbers this close count as equal: relative to the bound, and absolute near 0. Sums of thirds and ninths miss the
  /// decimal number that a learner aims at by a few units of 2⁻²⁴, which is less than 10⁻⁶ of it.
  static let tolerance: Float = 1e-5

  /// Whether a number passes; NaN never does.
  func accepts(_ value: Float) -> Bool {
    switch self {
    case .equals(let bound): abs(value - bound) <= Self.slack(bound)
    case .atLeast(let bound): value >= bound - Self.slack(bound)
    case .atMost(let bound): value <= bound + Self.slack(bound)
    }
  }

  private static func slack(_ bound: Float) -> Float { tolerance * max(1, abs(bound)) }
}

/// What is asked of a count, which is exact.
package enum CountTest: Sendable, Equatable {
  case equals(Int)
  case atLeast(Int)
  case atMost(Int)

  func accepts(_ count: Int) -> Bool {
    switch self {
    case .equals(let bound): count == bound
    case .atLeast(let bound): count >= bound
    case .atMost(let bound): count <= bound
    }
  }
}
