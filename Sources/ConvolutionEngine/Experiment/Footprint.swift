/// The cells of an input plane that one output cell is made of: the crossings of some rows with some columns.
///
/// Positions outside the input are cells of its padding.
public struct Footprint: Hashable, Sendable {
  public let rows: EvenPositions
  public let columns: EvenPositions

  public init(rows: EvenPositions, columns: EvenPositions) {
    self.rows = rows
    self.columns = columns
  }

  /// One cell.
  public init(_ cell: Coordinate) {
    self.init(rows: EvenPositions(cell.row), columns: EvenPositions(cell.column))
  }

  /// Whether nothing of the input reaches the output cell, as between the cells that a transposed convolution spreads.
  public var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

  public func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }
}

/// Positions along an axis, all the same distance apart: `first`, `first + step`, …
///
/// They are described, not stored: a window may span a padding of a million cells.
public struct EvenPositions: Hashable, Sendable, RandomAccessCollection {
  public let first: Int
  /// The distance between neighbours, at least 1.
  public let step: Int
  public let count: Int

  public init(first: Int, step: Int = 1, count: Int) {
    self.first = first
    self.step = step
    self.count = count
  }

  public init(_ position: Int) {
    self.init(first: position, count: 1)
  }

  public init(_ range: Range<Int>) {
    self.init(first: range.lowerBound, count: range.count)
  }

  /// Positions in ascending order that are known to be even.
  init(even positions: [Int]) {
    self.init(
      first: positions.first ?? 0, step: positions.count > 1 ? positions[1] - positions[0] : 1,
      count: positions.count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(index: Int) -> Int { first + index * step }

  /// From the first to the last; nil without positions.
  public var span: ClosedRange<Int>? { isEmpty ? nil : first...(first + (count - 1) * step) }

  /// Complexity: O(1).
  public func contains(_ position: Int) -> Bool {
    span?.contains(position) == true && (position - first).isMultiple(of: step)
  }
}

extension SlidingWindow {
  /// All taps of the window for an output cell.
  public func footprint(of cell: Coordinate) -> Footprint {
    func positions(_ axis: AxisGeometry, _ output: Int, _ kernel: Int) -> EvenPositions {
      EvenPositions(first: axis.position(output: output, tap: 0), step: axis.dilation, count: kernel)
    }
    return Footprint(
      rows: positions(geometry.vertical, cell.row, kernel.vertical),
      columns: positions(geometry.horizontal, cell.column, kernel.horizontal))
  }
}
