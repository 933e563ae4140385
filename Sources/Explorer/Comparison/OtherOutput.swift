import ConvolutionEngine

/// The numbers that our output is compared with, perhaps moved.
package struct OtherOutput: Equatable, Sendable {
  package let values: Tensor
  /// How far they are moved, in cells of the output; 0 but for the shift comparison.
  package let offset: PerAxis<Int>
  /// Whether what leaves on one side comes back on the other. Where it does not, there is no such cell.
  package let wraps: Bool

  package init(_ values: Tensor, offset: PerAxis<Int> = PerAxis(0), wraps: Bool = false) {
    self.values = values
    self.offset = offset
    self.wraps = wraps
  }

  /// The number at a cell of our output; nil where there is none.
  package func value(at cell: Coordinate) -> Float? { source(of: cell).map { values[$0] } }

  /// Where that number stands.
  func source(of cell: Coordinate) -> Coordinate? {
    var place = cell
    place.row = cell.row - offset.vertical
    place.column = cell.column - offset.horizontal
    if wraps {
      place.row = Self.wrapped(place.row, values.shape.height)
      place.column = Self.wrapped(place.column, values.shape.width)
    }
    return values.shape.contains(place) ? place : nil
  }

  private static func wrapped(_ index: Int, _ count: Int) -> Int {
    count > 0 ? ((index % count) + count) % count : index
  }
}
