import Explorer
import TerminalKit

/// The output, its current cell, and how far the window has come.
enum OutputPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let explorer = context.state.explorer
    let shape = explorer.outputShape
    var planes: [GridTitle.Plane] = []
    if shape.channels > 1 {
      let hasFilters = explorer.experiment.operands[.weights] != nil
      planes.append(
        GridTitle.Plane(hasFilters ? .titleFilter : .titleChannel, explorer.cell.channel, of: shape.channels, context))
    }
    let progress = context.text(.outputProgress, "\(explorer.cellOffset + 1)", "\(shape.count)")
    let range = GridTitle.range(.output, context)
    let short = "\(explorer.cellOffset + 1)/\(shape.count)"
    let notes = [range.isEmpty ? progress : progress + context.glyphs.separator + range, progress, short]
    surface.drawFrame(
      rect, title: GridTitle.title(.panelOutput, shape, planes: planes, columns: rect.columns, context),
      note: notes.first { DisplayWidth.columns(of: $0) <= rect.columns - 4 } ?? "",
      isFocused: context.state.focus == .output, context: context)
    GridDrawing(.output, context)?.draw(&surface, context)
  }
}
