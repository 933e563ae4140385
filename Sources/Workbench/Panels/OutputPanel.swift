import Explorer
import TerminalKit

/// The output, its current cell, and how far the window has come.
enum OutputPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let explorer = context.state.explorer
    let shape = explorer.outputShape
    var parts = ["\(context.text(.panelOutput)) \(GridTitle.size(shape, context))"]
    if shape.channels > 1 {
      parts.append(context.text(.titleFilter, "\(explorer.cell.channel)", "\(shape.channels)"))
    }
    let progress = context.text(.outputProgress, "\(explorer.cellOffset + 1)", "\(shape.count)")
    let range = GridTitle.range(.output, context)
    let note = range.isEmpty ? progress : progress + context.glyphs.separator + range
    surface.drawFrame(
      rect, title: GridTitle.fitting(parts, columns: rect.columns - 6, context),
      note: DisplayWidth.columns(of: note) <= rect.columns - 4 ? note : progress,
      isFocused: context.state.focus == .output, context: context)
    GridDrawing(.output, context)?.draw(&surface, context)
  }
}
