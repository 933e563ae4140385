import ConvolutionEngine

/// The cells of a map that feed a chosen cell of a later one, each with the number of its ways there.
///
/// A way is a choice of one tap in each layer; channels are not counted apart. Taps that lie in the padding of any layer lead
/// nowhere: what stands there does not come from the input.
package struct StackFootprint: Equatable, Sendable {
  /// The smallest rectangle that holds the cells, inside the map; empty where nothing feeds the cell.
  package let rows: Range<Int>
  package let columns: Range<Int>
  /// Row by row over the rectangle; 0 for a cell between taps. `Int.max` stands for that many or more.
  package let counts: [Int]

  /// One cell, with the one way from itself to itself.
  init(row: Int, column: Int) {
    self.init(rows: row..<(row + 1), columns: column..<(column + 1), counts: [1])
  }

  init(rows: Range<Int>, columns: Range<Int>, counts: [Int]) {
    self.rows = rows
    self.columns = columns
    self.counts = counts
  }

  /// The number of ways from a cell of the map; 0 for any that feeds nothing.
  package subscript(row: Int, column: Int) -> Int {
    guard rows.contains(row), columns.contains(column) else { return 0 }
    return counts[(row - rows.lowerBound) * columns.count + column - columns.lowerBound]
  }

  /// The number of cells.
  package var cellCount: Int { counts.count { $0 > 0 } }

  /// The most ways from any of the cells.
  package var most: Int { counts.max() ?? 0 }

  /// The ways along the first row that has any, divided by what they have in common: `1 3 6 7 6 3 1` after three 3×3.
  package var profile: [Int] {
    guard let row = rows.first(where: { row in columns.contains { self[row, $0] > 0 } }) else { return [] }
    let counts = columns.map { self[row, $0] }
    let divisor = counts.reduce(0) { Self.greatestCommonDivisor($0, $1) }
    return divisor == 0 || counts.contains(.max) ? counts : counts.map { $0 / divisor }
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension StackFootprint {
  /// The most cells of a rectangle: beyond that a footprint is not told.
  package static let cellLimit = 1 << 18

  /// The cells of the map before a layer, of so many rows and columns, that feed these; nil where they are too many to tell.
  ///
  /// Layers reach along each axis for itself, so that all rows are taken back first and all columns then.
  /// Complexity: O(cells × taps of one axis).
  func taken(back reach: PerAxis<AxisReach>, into size: PerAxis<Int>) -> StackFootprint? {
    guard let rowPass = Self.pass(rows, reach.vertical, size.vertical),
      let columnPass = Self.pass(columns, reach.horizontal, size.horizontal)
    else { return nil }
    let (newRows, newColumns) = (rowPass.range, columnPass.range)
    guard newRows.count * max(newColumns.count, columns.count) <= Self.cellLimit else { return nil }
    var between = Array(repeating: 0, count: newRows.count * columns.count)
    for (index, sources) in rowPass.sources.enumerated() {
      for source in sources {
        for column in 0..<columns.count {
          between[(source - newRows.lowerBound) * columns.count + column].add(counts[index * columns.count + column])
        }
      }
    }
    var result = Array(repeating: 0, count: newRows.count * newColumns.count)
    for (index, sources) in columnPass.sources.enumerated() {
      for source in sources {
        for row in 0..<newRows.count {
          result[row * newColumns.count + source - newColumns.lowerBound].add(between[row * columns.count + index])
        }
      }
    }
    return StackFootprint(rows: newRows, columns: newColumns, counts: result)
  }

  /// Both together, for layers that two others take.
  func joined(with other: StackFootprint) -> StackFootprint? {
    if counts.isEmpty { return other }
    if other.counts.isEmpty { return self }
    let rows = min(rows.lowerBound, other.rows.lowerBound)..<max(rows.upperBound, other.rows.upperBound)
    let columns =
      min(columns.lowerBound, other.columns.lowerBound)..<max(columns.upperBound, other.columns.upperBound)
    guard rows.count * columns.count <= Self.cellLimit else { return nil }
    var counts: [Int] = []
    counts.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for column in columns {
        var count = self[row, column]
        count.add(other[row, column])
        counts.append(count)
      }
    }
    return StackFootprint(rows: rows, columns: columns, counts: counts)
  }

  /// What each cell of a range along one axis takes of `size` cells, and the range that all of that spans.
  private static func pass(
    _ cells: Range<Int>, _ reach: AxisReach, _ size: Int
  ) -> (range: Range<Int>, sources: [[Int]])? {
    var sources: [[Int]] = []
    var total = 0
    for cell in cells {
      let taken = reach.cells(of: cell)
      // Only the cells inside the map, without going through those of a kernel far larger than it.
      let first = max(0, (-taken.first + taken.step - 1) / taken.step)
      let last = min(taken.count, (size - 1 - taken.first) < 0 ? 0 : (size - 1 - taken.first) / taken.step + 1)
      total += max(0, last - first)
      guard total <= cellLimit else { return nil }
      sources.append(first < last ? (first..<last).map(taken.cell) : [])
    }
    guard let least = sources.joined().min(), let most = sources.joined().max() else {
      return (0..<0, sources)
    }
    return (least..<(most + 1), sources)
  }
}

extension Int {
  /// Adds a count, up to `Int.max`.
  fileprivate mutating func add(_ count: Int) {
    let (sum, overflow) = addingReportingOverflow(count)
    self = overflow ? .max : sum
  }
}
