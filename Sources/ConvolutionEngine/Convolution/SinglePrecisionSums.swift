/// The sums as a program gives them that keeps everything in Float32: every product and every partial sum is rounded, in
/// tap order. The mistake to learn from: it differs from the reference in the last digits, more with every product.
///
/// Not among `ConvolutionAlgorithm`, because those give the reference's bits.
public enum SinglePrecisionSums {
  /// The most terms of a cell that are summed up from its trace, which holds all of them at once.
  private static let tracedTerms = 1 << 16

  /// Whether the operator adds anything up: convolutions, transposed ones and average pools do, unless a window is so large
  /// that its trace would not fit.
  public static func apply(to experiment: Experiment) -> Bool {
    switch experiment.operation {
    case .conv1d, .conv2d: true
    case .convTranspose1d, .convTranspose2d, .avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .globalAvgPool2d:
      experiment.plan.termsPerCell <= tracedTerms
    default: false
    }
  }

  /// All output cells; nil when the schedule was cancelled. Complexity: O(output × terms).
  public static func output(
    of experiment: Experiment, schedule: RowBandSchedule = RowBandSchedule()
  ) -> Tensor? {
    CellwiseComputation.output(
      shape: experiment.outputShape, termsPerCell: experiment.plan.termsPerCell, schedule: schedule
    ) { value(of: experiment, at: $0) }
  }

  /// One output cell, which must lie inside the output.
  ///
  /// sum ← fl(sum + fl(weight × value)) over the taps in order, then fl(sum × step), then fl(sum + bias).
  public static func value(of experiment: Experiment, at cell: Coordinate) -> Float {
    if let plan = experiment.plan as? ConvolutionPlan,
      let input = experiment.operands[.input], let weights = experiment.operands[.weights]
    {
      var sum: Float = 0
      plan.convolution.forEachTap(of: cell) { tap in
        sum += weights[tap.weight] * (tap.source.map { input[$0] } ?? 0)
      }
      if plan.convolution.sampleStep != 1 { sum *= Float(plan.convolution.sampleStep) }
      if let bias = experiment.operands[.bias] { sum += bias[channel: cell.channel, row: 0, column: 0] }
      return sum
    }
    return value(of: experiment.trace(at: cell))
  }

  private static func value(of trace: CellTrace) -> Float {
    var sum: Float = 0
    var count: Float = 0
    for term in trace.terms {
      sum += Float(term.factor) * term.value
      count += 1
    }
    if trace.reduction == .mean, count > 0 { sum /= count }
    // Each step of what follows is rounded by itself as well.
    return trace.epilogue.reduce(sum) { Float($1.applied(to: Double($0))) }
  }
}
