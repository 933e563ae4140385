/// An output computed cell after cell, in parallel over row bands: the schedule of every operator without a faster one.
enum CellwiseComputation {
  /// All output cells, or nil when the schedule was cancelled, which is asked for before each row.
  ///
  /// - Parameter value: one cell; called once for each cell, from any thread.
  static func output(
    shape: Shape, termsPerCell: Int, schedule: RowBandSchedule, value: @Sendable (Coordinate) -> Float
  ) -> Tensor? {
    let rowCount = shape.batch * shape.channels * shape.height
    let bandCount = schedule.bandCount(rows: rowCount, taps: Double(shape.count) * Double(max(1, termsPerCell)))
    do throws(CancelledError) {
      return try Tensor(shape: shape) { buffer throws(CancelledError) in
        // Safety: the buffer lives until `perform` has returned, and bands are disjoint ranges of output rows, so that each
        // element has one thread. A band that stops early leaves elements out, and then the whole tensor is given up.
        let cells = SharedCells(buffer)
        let isDone = RowBands.perform(rowCount: rowCount, bandCount: bandCount) { rows in
          for row in rows {
            guard !schedule.isCancelled() else { return false }
            let first = row * shape.width
            let target = cells.part(first..<(first + shape.width))
            for index in target.indices {
              target.initializeElement(at: index, to: value(shape.coordinate(at: first + index)))
            }
          }
          return true
        }
        guard isDone else { throw CancelledError() }
      }
    } catch {
      return nil
    }
  }

  private struct CancelledError: Error {}
}
