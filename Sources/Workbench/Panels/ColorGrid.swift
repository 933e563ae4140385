import Explorer
import TerminalKit

/// The views without numbers: what they share.
extension GridDrawing {
  /// The cells as colours, what these stand for, and the number being typed.
  func drawColors(_ surface: inout Surface, _ context: PanelContext) {
    guard let scale = context.frame.look.scales[scene.grid],
      let panel = context.frame.layout?.panels[PanelName(scene.grid)]
    else { return }
    if context.frame.look.view == .heat {
      HeatDrawing(grid: self, scale: scale, context: context).draw(&surface)
    } else {
      BlockDrawing(grid: self, scale: scale, context: context).draw(&surface)
    }
    ScaleLegend(scale: scale, context: context).draw(&surface, below: placement, in: panel.inset(by: 1))
    if let edit { drawTyped(edit, on: &surface, in: panel.inset(by: 1), context) }
  }

  /// The typed text from its cell on, or as far to the left as it needs; the end of one that is too long.
  private func drawTyped(_ edit: CellEdit, on surface: inout Surface, in panel: Rect, _ context: PanelContext) {
    guard scene.visible.rows.contains(edit.row), scene.visible.columns.contains(edit.column) else { return }
    let shown = String((" " + edit.text + context.glyphs.typing).suffix(panel.columns))
    let columns = DisplayWidth.columns(of: shown)
    let cell = placement.column(edit.column - scene.visible.columns.lowerBound)
    surface.write(
      shown, row: placement.row(edit.row - scene.visible.rows.lowerBound),
      column: max(panel.column, min(cell, panel.endColumn - columns)),
      style: context.theme.style(edit.problem == nil ? .selected : .problem).adding(.reverse), in: panel)
  }
}

extension Glyphs {
  /// In a cell whose number lies beyond the ends of its scale.
  package var above: String { unicode ? "▲" : "^" }
  package var below: String { unicode ? "▼" : "v" }
  /// In a cell that no window reaches.
  package var unreached: String { "/" }
}
