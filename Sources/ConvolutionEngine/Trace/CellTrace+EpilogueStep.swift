extension CellTrace {
  /// What happens to the reduced number, in Double.
  public enum EpilogueStep: Equatable, Sendable {
    case addBias(Float)
    /// Times a number: a sample step, the share that dropout keeps, or a learned scale.
    case scale(Double)
    case subtract(Float)
    case divide(Double)
    /// max(x, 0); NaN stays.
    case rectify
    /// x where x > 0, x × slope elsewhere.
    case leak(slope: Double)
    /// 1 / (1 + e⁻ˣ).
    case logistic
    case hyperbolicTangent
    /// `numerator` divided by x: one part of a softmax.
    case share(of: Double)

    public func applied(to x: Double) -> Double {
      switch self {
      case .addBias(let bias): x + Double(bias)
      case .scale(let factor): x * factor
      case .subtract(let number): x - Double(number)
      case .divide(let divisor): x / divisor
      case .rectify: x > 0 || x.isNaN ? x : 0
      case .leak(let slope): x > 0 ? x : x * slope
      case .logistic: ElementaryFunctions.logistic(x)
      case .hyperbolicTangent: ElementaryFunctions.hyperbolicTangent(x)
      case .share(let numerator): numerator / x
      }
    }
  }
}
