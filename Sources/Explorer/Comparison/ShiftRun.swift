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

  /// Whether the cells of a footprint are all of the picture, moved together: none in the padding, none that came in, none
  /// on both sides of the seam where the end of a ring meets its beginning. What is made of them has to move along.
  func isInside(_ footprint: Footprint, of shape: Shape) -> Bool {
    isInside(footprint.rows.span, count: shape.height, path.map(\.vertical))
      && isInside(footprint.columns.span, count: shape.width, path.map(\.horizontal))
  }

  private func isInside(_ span: ClosedRange<Int>?, count: Int, _ path: [Int]) -> Bool {
    guard let span else { return true }
    guard span.lowerBound >= 0, span.upperBound < count else { return false }
    let offset = path.last ?? 0
    switch fill {
    case .wrap:
      let seam = ((offset % count) + count) % count
      return seam == 0 || span.lowerBound >= seam || span.upperBound < seam
    case .zeros:
      // What has left does not come back: of the first places those are kept that were in view all along.
      let kept = max(0, -(path.min() ?? 0))..<max(0, count - max(0, path.max() ?? 0))
      return span.lowerBound - offset >= kept.lowerBound && span.upperBound - offset < kept.upperBound
    }
  }
}
