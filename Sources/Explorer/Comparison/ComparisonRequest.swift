import ConvolutionEngine

/// A comparison that is to be made beside the loop: everything it needs, as values.
package struct ComparisonRequest: Equatable, Sendable {
  /// Grows with everything that asks for another comparison; the newest wins.
  package let number: Int
  let experiment: Experiment
  let source: Source
  let tolerance: Tolerance

  enum Source: Equatable, Sendable {
    case algorithm(ComparedAlgorithm)
    case values(Tensor)
    /// The output before the shift, moved.
    case shifted(ShiftRun, Experiment, offset: PerAxis<Int>, wraps: Bool)
  }

  /// Computes both outputs and looks at all differences; nil when the schedule was cancelled.
  package func result(schedule: RowBandSchedule = RowBandSchedule()) -> ComparisonResult? {
    guard let other = other(schedule), let ours = experiment.output(schedule: schedule) else { return nil }
    let statistics = DifferenceStatistics(
      ours: ours, other: other, tolerance: tolerance, isInside: { isInside($0, other) },
      isCancelled: schedule.isCancelled)
    return statistics.map { ComparisonResult(number: number, other: other, statistics: $0) }
  }

  private func other(_ schedule: RowBandSchedule) -> OtherOutput? {
    switch source {
    case .algorithm(let algorithm): algorithm.output(of: experiment, schedule: schedule).map { OtherOutput($0) }
    case .values(let tensor): OtherOutput(tensor)
    case .shifted(_, let before, let offset, let wraps):
      before.output(schedule: schedule).map { OtherOutput($0, offset: offset, wraps: wraps) }
    }
  }

  private func isInside(_ cell: Coordinate, _ other: OtherOutput) -> Bool {
    guard case .shifted(let run, let before, _, _) = source, let place = other.source(of: cell) else { return true }
    return run.isInside(
      experiment.plan.footprint(of: cell), before: before.plan.footprint(of: place), of: experiment.inputShape)
  }
}

/// What came of a comparison.
package struct ComparisonResult: Equatable, Sendable {
  package let number: Int
  package let other: OtherOutput
  package let statistics: DifferenceStatistics

  package init(number: Int, other: OtherOutput, statistics: DifferenceStatistics) {
    self.number = number
    self.other = other
    self.statistics = statistics
  }
}
