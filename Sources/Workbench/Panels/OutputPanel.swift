import Explorer
import TerminalKit

/// The output, its current cell, and how far the window has come.
enum OutputPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let explorer = context.state.explorer
    let shape = explorer.outputShape
    var parts: [String] = []
    if shape.channels > 1 {
      parts.append(context.text(.titleFilter, "\(explorer.cell.channel)", "\(shape.channels)"))
    }
    let progress = context.text(.outputProgress, "\(explorer.cellOffset + 1)", "\(shape.count)")
    let range = GridTitle.range(.output, context)
    let short = "\(explorer.cellOffset + 1)/\(shape.count)"
    let notes = [range.isEmpty ? progress : progress + context.glyphs.separator + range, progress, short]
    surface.drawFrame(
      rect, title: GridTitle.title(.panelOutput, shape, parts, columns: rect.columns, context),
      note: notes.first { DisplayWidth.columns(of: $0) <= rect.columns - 4 } ?? "",
      isFocused: context.state.focus == .output, context: context)
    GridDrawing(.output, context)?.draw(&surface, context)
  }
}
