import ConvolutionEngine

/// A way to compute the output that ours can be held against.
package enum ComparedAlgorithm: Hashable, Sendable {
  /// One of the catalogue.
  case catalogued(ConvolutionAlgorithm)
  /// Running sums in Float32.
  case float32Sums

  package static let all: [ComparedAlgorithm] = [.float32Sums] + ConvolutionAlgorithm.allCases.map { .catalogued($0) }

  package var name: String {
    switch self {
    case .catalogued(let algorithm): algorithm.rawValue
    case .float32Sums: "float32-sums"
    }
  }

  package init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Whether it is a way of its own for this experiment.
  package func applies(to experiment: Experiment) -> Bool {
    switch self {
    case .catalogued(let algorithm): experiment.plan.applies(algorithm, to: experiment.operands)
    case .float32Sums: SinglePrecisionSums.apply(to: experiment)
    }
  }

  /// The whole output; nil when the schedule was cancelled.
  func output(of experiment: Experiment, schedule: RowBandSchedule) -> Tensor? {
    switch self {
    case .catalogued(let algorithm): experiment.output(schedule: schedule, algorithm: algorithm)
    case .float32Sums: SinglePrecisionSums.output(of: experiment, schedule: schedule)
    }
  }
}
