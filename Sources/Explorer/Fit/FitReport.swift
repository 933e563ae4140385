import ConvolutionEngine

/// How near the present output is to a target.
package struct FitReport: Equatable, Sendable {
  /// The root of the mean square of target − output over all cells.
  package let residual: Double
  /// The largest difference, without sign, and the first cell that has it.
  package let largest: Double
  package let largestAt: Coordinate
  /// Whether the differences are no more than rounding.
  package let isExact: Bool
  /// Two cells whose windows hold the same numbers while their targets differ; nil where there are none or it is exact.
  package internal(set) var conflict: Conflict?
  /// How many weights and biases make no difference on this input; see `KernelFit.freedom`.
  package internal(set) var freedom = 0

  package struct Conflict: Equatable, Sendable {
    package let first: Coordinate
    package let second: Coordinate
    package let wanted: ComparedNumbers
  }

  /// The most products for an output that nobody has computed yet.
  package static let productLimit = 1 << 24

  /// Differences this small, as a part of the largest number in target and output, are rounding: weights are rounded to 2⁻²⁴ of
  /// themselves, and a sum of them loses a digit or two more.
  static let rounding = 1e-5

  /// - Parameter output: the whole output of the experiment, when it is known.
  /// - Returns: nil when the shapes differ, or when the output is too large to be computed here.
  package init?(of experiment: Experiment, to target: Tensor, output: Tensor? = nil) {
    let shape = experiment.outputShape
    guard target.shape == shape, shape.count > 0 else { return nil }
    guard output != nil || shape.count <= Self.productLimit / max(1, experiment.plan.termsPerCell) else { return nil }
    var (squares, largest, scale) = (0.0, -1.0, 0.0)
    var largestAt = shape.coordinate(at: 0)
    for offset in 0..<shape.count {
      let cell = shape.coordinate(at: offset)
      let (wanted, ours) = (Double(target[cell]), Double(output?[cell] ?? experiment.value(at: cell)))
      let difference = abs(wanted - ours)
      scale = max(scale, abs(wanted), abs(ours))
      squares += difference * difference
      if difference > largest || difference.isNaN { (largest, largestAt) = (difference, cell) }
      if difference.isNaN { break }
    }
    residual = (squares / Double(shape.count)).squareRoot()
    self.largest = largest
    self.largestAt = largestAt
    isExact = largest <= Self.rounding * scale
    slack = Self.rounding * scale
  }

  /// What counts as the same target.
  private let slack: Double

  /// Looks for two cells that want different numbers of the same window.
  mutating func findConflict(in experiment: Experiment, _ target: Tensor) {
    guard !isExact else { return }
    for filter in 0..<experiment.outputShape.channels {
      let equations = FilterEquations(of: experiment, filter: filter)
      guard let (first, second) = equations.conflict(in: target, slack: slack) else { continue }
      conflict = Conflict(
        first: first, second: second, wanted: ComparedNumbers(ours: target[first], other: target[second]))
      return
    }
  }
}
