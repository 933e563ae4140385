import ConvolutionEngine

/// Whole feature maps, for standing side by side.
extension ExplorerState {
  /// The most multiplications spent on maps that nobody has computed yet.
  package static let mapBudget = 1_000_000
  /// Planes of more cells than this are no numbers on any screen.
  private static let mostNumbers = 1024

  /// Whether all feature maps together are few enough numbers to be looked at one by one.
  package var mapsAreSmall: Bool {
    let shape = outputShape
    return shape.height * shape.width <= Self.mostNumbers && shape.channels * shape.height * shape.width <= 1 << 14
  }

  /// All values of a feature map of the shown picture in reading order, whether they are revealed or not; nil where there
  /// is no more budget to compute one.
  package func feature(map plane: Int, budget: inout Int) -> [Float?] {
    let shape = outputShape
    return (0..<(shape.height * shape.width)).map { offset in
      let (row, column) = offset.quotientAndRemainder(dividingBy: shape.width)
      let place = Coordinate(batch: cell.batch, channel: plane, row: row, column: column)
      if let output = currentOutput { return output[place] }
      return budget.spend(experiment.plan.termsPerCell) ? experiment.value(at: place) : nil
    }
  }
}
