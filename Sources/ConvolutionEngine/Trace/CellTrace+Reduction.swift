extension CellTrace {
  /// How the products become one number. Everything happens in Double, in the order of the terms.
  public enum Reduction: Equatable, Sendable {
    /// Their sum; 0 without terms.
    case sum
    /// The one term there is, as it stands: −0 stays −0, which a sum would lose.
    case single
    /// The largest, where NaN wins as in PyTorch; −∞ without terms.
    case max
    /// Their sum divided by their number; 0 without terms.
    case mean
    /// Σ e^(product − shift), the denominator of a softmax; the shift, the largest product, keeps it from overflowing.
    case exponentialSum(shift: Double)

    /// The larger of two numbers, NaN when one of them is; of two equal ones the second.
    static func larger(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : Swift.max(a, b) }

    /// The reduction term by term.
    struct Accumulator {
      private let reduction: Reduction
      private var total: Double
      private var count = 0

      init(_ reduction: Reduction) {
        self.reduction = reduction
        total = reduction == .max ? -.infinity : 0
      }

      mutating func add(_ product: Double) {
        count += 1
        switch reduction {
        case .sum, .mean: total += product
        case .single: total = product
        case .max: total = Reduction.larger(total, product)
        case .exponentialSum(let shift): total += ElementaryFunctions.exponential(product - shift)
        }
      }

      /// The value after the terms so far.
      var value: Double { reduction == .mean && count > 0 ? total / Double(count) : total }
    }
  }
}
