import ConvolutionEngine

/// A cell of a map traced back, layer by layer, to the input.
package struct StackTrace: Equatable, Sendable {
  package let level: Int
  package let row: Int
  package let column: Int
  /// For each level up to the chosen one the cells that feed the cell; nil for a level that does not, or that is too large.
  package let footprints: [StackFootprint?]
  /// The rows and columns of the input that the layers reach, padding included, from the first to the last; nil where that
  /// is too far to tell.
  package let span: PerAxis<ClosedRange<Int>>?

  /// - Parameters: a level of the model and a cell of its map, which must be there.
  /// Complexity: O(layers × cells of the largest footprint × taps of one axis).
  package init(_ model: StackModel, level: Int, row: Int, column: Int) {
    self.level = level
    self.row = row
    self.column = column
    var footprints = Array(repeating: StackFootprint?.none, count: level + 1)
    footprints[level] = StackFootprint(row: row, column: column)
    var isUntold = Set<Int>()
    for later in stride(from: level, through: 1, by: -1) {
      let sources = model.sources(of: later)
      guard let footprint = footprints[later], !isUntold.contains(later) else {
        if isUntold.contains(later) { isUntold.formUnion(sources) }
        continue
      }
      for source in sources {
        let taken = footprint.taken(back: model.reaches[later - 1], into: model.shapes[source].size)
        let joined = taken.flatMap { taken in footprints[source].map { $0.joined(with: taken) } ?? taken }
        if joined == nil { isUntold.insert(source) }
        footprints[source] = joined
      }
    }
    for untold in isUntold { footprints[untold] = nil }
    self.footprints = footprints
    span = Self.span(model, level: level, row: row, column: column)
  }

  /// The cells of the input that reach the cell.
  package var field: StackFootprint? { footprints[0] }

  /// Rows or columns of the input that are reached outside the picture: before it and after it.
  package func outside(_ axis: Axis, of size: PerAxis<Int>) -> (before: Int, after: Int) {
    guard let span = span?[axis] else { return (0, 0) }
    return (max(0, -span.lowerBound), max(0, span.upperBound - size[axis] + 1))
  }

  /// The first and last cell reached along each axis, whatever lies outside the maps on the way.
  private static func span(
    _ model: StackModel, level: Int, row: Int, column: Int
  ) -> PerAxis<ClosedRange<Int>>? {
    func span(_ axis: Axis, _ cell: Int) -> ClosedRange<Int>? {
      var spans = Array(repeating: ClosedRange<Int>?.none, count: level + 1)
      spans[level] = cell...cell
      for later in stride(from: level, through: 1, by: -1) {
        guard let span = spans[later] else { continue }
        let reach = model.reaches[later - 1][axis]
        guard max(abs(span.lowerBound), abs(span.upperBound)) < spanLimit, reach.advance < spanLimit else { return nil }
        // Fields move on with the cell: after a transposed convolution only those of a whole period are surely outermost.
        let ends = min(span.count, reach.period)
        let cells =
          Array(span.lowerBound..<(span.lowerBound + ends)) + Array((span.upperBound - ends + 1)...span.upperBound)
        var hull: ClosedRange<Int>?
        for cell in cells {
          // The pattern of the first period, moved on: cells before the first are places in the padding.
          let phase = (cell % reach.period + reach.period) % reach.period
          let taken = reach.cells(of: phase)
          guard taken.count > 0 else { continue }
          let moved = (cell - phase) / reach.period * reach.advance
          let range = (taken.first + moved)...(taken.cell(taken.count - 1) + moved)
          hull = hull.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
        }
        guard let hull else { continue }
        for source in model.sources(of: later) {
          spans[source] =
            spans[source].map { min($0.lowerBound, hull.lowerBound)...max($0.upperBound, hull.upperBound) } ?? hull
        }
      }
      return spans[0]
    }
    guard let vertical = span(.vertical, row), let horizontal = span(.horizontal, column) else { return nil }
    return PerAxis(vertical: vertical, horizontal: horizontal)
  }

  /// Beyond this no field is told; far enough below `Int.max` for one more layer.
  private static let spanLimit = 1 << 28
}
