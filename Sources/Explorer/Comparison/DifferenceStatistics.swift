import ConvolutionEngine

/// What can be said of all differences between two outputs at once.
package struct DifferenceStatistics: Equatable, Sendable {
  /// The cells that there are in both, and the cells of ours that have no other.
  package private(set) var count = 0
  package private(set) var missing = 0
  /// Cells beyond the tolerance.
  package private(set) var beyond = 0
  /// Those of them that are not told by the rim of the picture; see `ShiftRun`.
  package private(set) var beyondInside = 0
  /// Cells that are NaN in both, which counts as equal.
  package private(set) var bothNaN = 0
  /// The largest difference, without sign, and the first cell that has it; NaN where only one of the two is. Nil when all
  /// are equal.
  package private(set) var largest: Double?
  package private(set) var largestAt: Coordinate?

  /// Looks at all cells in reading order. Complexity: O(cells).
  ///
  /// - Parameters:
  ///   - isInside: whether a cell that differs is none of the rim.
  ///   - isCancelled: asked before each row.
  /// - Returns: nil when it was cancelled.
  package init?(
    ours: Tensor, other: OtherOutput, tolerance: Tolerance, isInside: (Coordinate) -> Bool = { _ in true },
    isCancelled: () -> Bool = { false }
  ) {
    for offset in 0..<ours.shape.count {
      if offset.isMultiple(of: max(1, ours.shape.width)), isCancelled() { return nil }
      let cell = ours.shape.coordinate(at: offset)
      guard let value = other.value(at: cell) else {
        missing += 1
        continue
      }
      count += 1
      let numbers = ComparedNumbers(ours: ours.values[offset], other: value)
      if numbers.ours.isNaN && numbers.other.isNaN {
        bothNaN += 1
        continue
      }
      let difference = abs(numbers.difference)
      if difference != 0, isLarger(difference) { (largest, largestAt) = (difference, cell) }
      if !tolerance.accepts(numbers.ours, numbers.other) {
        beyond += 1
        if isInside(cell) { beyondInside += 1 }
      }
    }
  }

  private func isLarger(_ difference: Double) -> Bool {
    guard let largest else { return true }
    return difference.isNaN ? !largest.isNaN : difference > largest
  }
}
