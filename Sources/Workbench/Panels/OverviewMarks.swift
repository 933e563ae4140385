import Explorer
import TerminalKit

/// On a small picture of a whole grid: brackets around the part that its panel shows, and a block where the window is.
struct OverviewMarks {
  let grid: GridName
  let size: ThumbnailSize
  let context: PanelContext

  func draw(_ surface: inout Surface, row: Int, column: Int, in clip: Rect) {
    let shape = context.state.explorer.document.shape(of: grid)
    let scene = context.frame.scene[grid]
    guard !scene.visible.rows.isEmpty, !scene.visible.columns.isEmpty, scene.visible != scene.extent else { return }
    let style = context.theme.style(grid == .output ? .current : .window)
    let part = OverviewPlace(scene.visible, height: shape.height, width: shape.width, size: size)
    for line in part.rows {
      surface.write("[", row: row + line, column: column + part.columns.lowerBound - 1, style: style, in: clip)
      surface.write("]", row: row + line, column: column + part.columns.upperBound, style: style, in: clip)
    }
    let focus = context.state.explorer.focus(of: grid)
    let window = OverviewPlace(focus, height: shape.height, width: shape.width, size: size)
    let middle = (window.rows.lowerBound + window.rows.upperBound - 1) / 2
    surface.write(
      context.glyphs.place, row: row + middle,
      column: column + (window.columns.lowerBound + window.columns.upperBound - 1) / 2, style: style, in: clip)
  }
}

extension Glyphs {
  /// Where the window is on a small picture of the whole.
  var place: String { unicode ? "▮" : "@" }
}
