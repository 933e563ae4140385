import ConvolutionEngine

/// A row of shifts of the whole input: what it was before them, and how far it has come.
///
/// Other edits of the input begin a new run; edits of kernel and parameters do not, and then both outputs follow.
package struct ShiftRun: Equatable, Sendable {
  package let fill: ShiftFill
  /// The input before the first shift.
  let before: Tensor
  /// The edit after which the run began: what a session notes of it.
  let startEdit: Int
  /// How far the input was from its first place after each shift.
  private(set) var path: [PerAxis<Int>] = []

  init(fill: ShiftFill, before: Tensor, startEdit: Int) {
    self.fill = fill
    self.before = before
    self.startEdit = startEdit
  }

  /// Rows down and columns to the right.
  package var offset: PerAxis<Int> { path.last ?? PerAxis(0) }

  mutating func add(_ shift: PerAxis<Int>) {
    path.append(
      PerAxis(vertical: offset.vertical + shift.vertical, horizontal: offset.horizontal + shift.horizontal))
  }

  /// Takes the last shift back; false when there is none.
  mutating func takeBack() -> Bool { path.popLast() != nil }

  /// Whether the cells that an output cell is made of are all of the picture, moved together: none in the padding, none that
  /// came in or has left, none on both sides of the seam where the end of a ring meets its beginning. What is made of them
  /// has to move along.
  ///
  /// - Parameters:
  ///   - now: the cells under the output cell.
  ///   - before: the cells under the output cell it is compared with, before the first shift.
  func isInside(_ now: Footprint, before: Footprint, of shape: Shape) -> Bool {
    isInside(now.rows.span, before.rows.span, count: shape.height, path.map(\.vertical))
      && isInside(now.columns.span, before.columns.span, count: shape.width, path.map(\.horizontal))
  }

  private func isInside(_ now: ClosedRange<Int>?, _ before: ClosedRange<Int>?, count: Int, _ path: [Int]) -> Bool {
    switch fill {
    case .wrap:
      let seam = (((path.last ?? 0) % count) + count) % count
      return Self.isWhole(now, 0..<count, seam: seam) && Self.isWhole(before, 0..<count, seam: (count - seam) % count)
    case .zeros:
      // What has left does not come back: of the first places those are kept that were in view all along.
      let kept = Self.kept(of: count, path)
      let offset = path.last ?? 0
      return Self.isWhole(now, (kept.lowerBound + offset)..<(kept.upperBound + offset)) && Self.isWhole(before, kept)
    }
  }

  private static func kept(of count: Int, _ path: [Int]) -> Range<Int> {
    let first = min(count, max(0, -(path.min() ?? 0)))
    return first..<max(first, count - max(0, path.max() ?? 0))
  }

  /// Whether all of a span is there, on one side of a seam; 0 is none.
  private static func isWhole(_ span: ClosedRange<Int>?, _ kept: Range<Int>, seam: Int = 0) -> Bool {
    guard let span else { return true }
    return span.lowerBound >= kept.lowerBound && span.upperBound < kept.upperBound
      && (seam == 0 || span.lowerBound >= seam || span.upperBound < seam)
  }
}
