/// One weight × one input of one output cell: where each of the two stands.
public struct ConvolutionTap: Hashable, Sendable {
  /// The weight that is used, in the weight tensor; with `convolution` this is the one of the turned kernel.
  public let weight: Coordinate
  /// The input position under the tap; outside the input it is a ghost cell.
  public let position: Coordinate
  /// The input cell whose value stands at `position`, or nil where the padding is zero.
  public let source: Coordinate?
}

extension Convolution {
  /// Visits the taps of one output cell in tap order: input channel, then kernel row, then kernel column of the window.
  ///
  /// The order is that of the running sum, for both orientations. Complexity: O(C/groups × kH × kW).
  public func forEachTap(of cell: Coordinate, _ body: (ConvolutionTap) -> Void) {
    let firstChannel = inputChannels(ofFilter: cell.channel).lowerBound
    for channel in 0..<weights.channels {
      for row in 0..<weights.height {
        let inputRow = geometry.vertical.position(output: cell.row, tap: row)
        let sourceRow = geometry.vertical.mode.source(of: inputRow, count: input.height)
        for column in 0..<weights.width {
          let inputColumn = geometry.horizontal.position(output: cell.column, tap: column)
          let sourceColumn = geometry.horizontal.mode.source(of: inputColumn, count: input.width)
          body(
            ConvolutionTap(
              weight: weightCoordinate(filter: cell.channel, channel: channel, row: row, column: column),
              position: Coordinate(
                batch: cell.batch, channel: firstChannel + channel, row: inputRow, column: inputColumn),
              source: sourceRow.flatMap { sourceRow in
                sourceColumn.map { sourceColumn in
                  Coordinate(
                    batch: cell.batch, channel: firstChannel + channel, row: sourceRow, column: sourceColumn)
                }
              }))
        }
      }
    }
  }

  /// The weight that lies over row `row` and column `column` of the window.
  ///
  /// Cross-correlation: (f ★ g)(i,j) = Σ f(i+a, j+b)·g(a,b). Convolution turns the kernel by 180°:
  /// (f ∗ g)(i,j) = Σ f(i+a, j+b)·g(kH−1−a, kW−1−b).
  public func weightCoordinate(filter: Int, channel: Int, row: Int, column: Int) -> Coordinate {
    switch orientation {
    case .crossCorrelation:
      Coordinate(batch: filter, channel: channel, row: row, column: column)
    case .convolution:
      Coordinate(
        batch: filter, channel: channel, row: weights.height - 1 - row, column: weights.width - 1 - column)
    }
  }
}
