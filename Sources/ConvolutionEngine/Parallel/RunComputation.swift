/// An output filled run after run of neighbouring cells in storage order, in parallel over bands of runs.
enum RunComputation {
  /// The length of a run where no axis suggests one: long enough to hide the cost of a run, short enough to be cancelled.
  static let standardLength = 4096

  /// All output cells, or nil when the schedule was cancelled, which is asked for before each run.
  ///
  /// - Parameters:
  ///   - runLength: the cells of a run, at least 1; the last run is shorter where they do not divide the output.
  ///   - fill: appends the cells of a range of offsets, in order; called once for each run, from any thread.
  static func output(
    shape: Shape, runLength: Int, termsPerCell: Int, schedule: RowBandSchedule,
    fill: @Sendable (Range<Int>, inout OutputSpan<Float>) -> Void
  ) -> Tensor? {
    values(count: shape.count, runLength: runLength, termsPerCell: termsPerCell, schedule: schedule, fill: fill)
      .flatMap { try? Tensor(shape: shape, values: $0) }
  }

  /// As `output`, for `count` values of any type of number.
  static func values<Element: BitwiseCopyable & Sendable>(
    count: Int, runLength: Int, termsPerCell: Int, schedule: RowBandSchedule,
    fill: @Sendable (Range<Int>, inout OutputSpan<Element>) -> Void
  ) -> [Element]? {
    let runLength = max(1, runLength)
    let runCount = count / runLength + (count.isMultiple(of: runLength) ? 0 : 1)
    let bandCount = schedule.bandCount(rows: runCount, taps: Double(count) * Double(max(1, termsPerCell)))
    var isDone = false
    let values = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Safety: the buffer lives until `perform` has returned, and bands are disjoint ranges of runs, so that each
      // element has one thread. A band that stops early leaves elements out, and then all of them are given up, which
      // numbers can be without more ado.
      let cells = SharedCells(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      isDone = RowBands.perform(rowCount: runCount, bandCount: bandCount) { runs in
        for run in runs {
          guard !schedule.isCancelled() else { return false }
          let range = (run * runLength)..<min(count, (run + 1) * runLength)
          let target = cells.part(range)
          var span = OutputSpan(buffer: target, initializedCount: 0)
          fill(range, &span)
          let filled = span.finalize(for: target)
          precondition(filled == range.count, "a run of \(range.count) cells got \(filled)")
          schedule.didComplete(range.count)
        }
        return true
      }
      initialized = isDone ? count : 0
    }
    return isDone ? values : nil
  }
}
