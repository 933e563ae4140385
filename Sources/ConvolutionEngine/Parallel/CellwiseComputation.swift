/// An output computed cell after cell, in parallel over row bands: the schedule of every operator without a faster one.
enum CellwiseComputation {
  /// All output cells, or nil when the schedule was cancelled, which is asked for before each row.
  ///
  /// - Parameter value: one cell; called once for each cell, from any thread.
  static func output(
    shape: Shape, termsPerCell: Int, schedule: RowBandSchedule, value: @Sendable (Coordinate) -> Float
  ) -> Tensor? {
    RunComputation.output(
      shape: shape, runLength: shape.width, termsPerCell: termsPerCell, schedule: schedule
    ) { range, cells in
      for offset in range { cells.append(value(shape.coordinate(at: offset))) }
    }
  }
}
