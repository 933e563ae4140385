import TerminalKit

/// How far the window has come through all output cells, as a heavy line in the lower edge of a frame.
///
/// Most steps change none of its cells and the others one, so that it costs next to nothing.
struct ScrubBar {
  /// The place in reading order, from 0.
  let cell: Int
  let count: Int

  /// A shorter bar would say nothing.
  static let shortest = 4

  /// How many of so many columns lie behind the cell, the cell's own included: 1 at the first cell, all at the last.
  func passed(of columns: Int) -> Int {
    guard count > 1 else { return columns }
    let (position, last) = (max(0, min(cell, count - 1)), count - 1)
    return 1 + (columns - 1) * position / last
  }

  func draw(_ surface: inout Surface, row: Int, column: Int, columns: Int, _ context: PanelContext) {
    guard columns >= Self.shortest else { return }
    let line = String(repeating: context.glyphs.passed, count: passed(of: columns))
    surface.write(line, row: row, column: column, style: context.theme.style(.current))
  }
}
