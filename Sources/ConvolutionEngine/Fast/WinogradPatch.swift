/// The padded cells under a run of tiles, where they do not lie in the input as the transform wants them.
struct WinogradPatch {
  let kernels: VectorKernels
  let vertical: BandLayout.Axis
  let horizontal: BandLayout.Axis
  /// Rows under a tile.
  let span: Int
  /// Cells of a row: those under a whole vector of tiles.
  let width: Int

  /// Cells from a row to the next.
  var pitch: Int { (width + 15) / 16 * 16 }

  var cellCount: Int { span * pitch }

  /// Copies rows from `top` and columns from `left` on, positions of the input's that may lie outside.
  ///
  /// - Parameters:
  ///   - plane: the first cell of the channel.
  ///   - cells: `cellCount` cells.
  func fill(top: Int, left: Int, from plane: UnsafePointer<Float>, to cells: UnsafeMutablePointer<Float>) {
    let before = min(width, max(0, -left))
    let inside = max(0, min(width, horizontal.input - left) - before)
    if top >= 0, top + span <= vertical.input {
      if inside > 0 {
        kernels.table.copy(
          span, inside, plane + top * horizontal.input + left + before, horizontal.input, cells + before, pitch)
      }
      for row in 0..<span {
        fillGhosts(before, inside, left, plane + (top + row) * horizontal.input, cells + row * pitch)
      }
      return
    }
    for row in 0..<span {
      let place = cells + row * pitch
      guard let source = vertical.mode.source(of: top + row, count: vertical.input) else {
        place.update(repeating: 0, count: width)
        continue
      }
      let line = plane + source * horizontal.input
      if inside > 0 { kernels.table.copy(1, inside, line + left + before, 0, place + before, 0) }
      fillGhosts(before, inside, left, line, place)
    }
  }

  /// The cells of one row beside the input's.
  private func fillGhosts(
    _ before: Int, _ inside: Int, _ left: Int, _ line: UnsafePointer<Float>, _ place: UnsafeMutablePointer<Float>
  ) {
    if horizontal.mode == .zeros {
      place.update(repeating: 0, count: before)
      (place + before + inside).update(repeating: 0, count: width - before - inside)
      return
    }
    var column = before > 0 ? 0 : inside
    while column < width {
      place[column] = horizontal.mode.source(of: left + column, count: horizontal.input).map { line[$0] } ?? 0
      column += column + 1 == before ? inside + 1 : 1
    }
  }
}
