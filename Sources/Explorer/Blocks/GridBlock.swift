import ConvolutionEngine

/// A rectangle of numbers: what is pasted, filled and copied.
package struct GridBlock: Equatable, Sendable {
  /// Rows and columns, each at least 1.
  package let size: PerAxis<Int>
  /// Row by row, as many as the size has cells.
  package let values: [Float]

  /// The most cells of a block, about a thousand screens.
  package static let largest = 1 << 20

  /// - Returns: nil for a size without cells or with more than `largest`, and for another number of values.
  package init?(size: PerAxis<Int>, values: [Float]) {
    let cells = size.vertical.multipliedReportingOverflow(by: size.horizontal)
    guard size.vertical >= 1, size.horizontal >= 1, !cells.overflow, cells.partialValue <= Self.largest,
      values.count == cells.partialValue
    else { return nil }
    self.size = size
    self.values = values
  }

  /// One number in every cell; nil for a size without cells or with more than `largest`.
  package init?(filling size: PerAxis<Int>, with value: Float) {
    let cells = size.vertical.multipliedReportingOverflow(by: size.horizontal)
    guard size.vertical >= 1, size.horizontal >= 1, !cells.overflow, cells.partialValue <= Self.largest else {
      return nil
    }
    self.init(size: size, values: Array(repeating: value, count: cells.partialValue))
  }

  /// The cells of a plane of a tensor from a corner on; nil where they are not all in it.
  package init?(of tensor: Tensor, at corner: Coordinate, size: PerAxis<Int>) {
    guard tensor.shape.holds(size, at: corner) else { return nil }
    self.init(
      size: size,
      values: (0..<size.vertical).flatMap { row in
        (0..<size.horizontal).map { column in
          tensor[
            Coordinate(
              batch: corner.batch, channel: corner.channel, row: corner.row + row, column: corner.column + column)]
        }
      })
  }

  /// The text that spreadsheets understand: tabulators between numbers, a line for each row.
  package var text: String {
    (0..<size.vertical).map { row in
      values[(row * size.horizontal)..<((row + 1) * size.horizontal)]
        .map { NumberText.shortest($0) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}

extension Shape {
  /// Whether a rectangle from a corner on lies in one plane.
  func holds(_ size: PerAxis<Int>, at corner: Coordinate) -> Bool {
    contains(corner) && size.vertical <= height - corner.row && size.horizontal <= width - corner.column
  }
}
