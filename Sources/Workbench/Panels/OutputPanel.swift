import Explorer
import TerminalKit

/// The output, its current cell, and how far the window has come.
enum OutputPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let explorer = context.state.explorer
    let shape = explorer.outputShape
    var planes: [GridTitle.Plane] = []
    if shape.channels > 1 {
      planes.append(GridTitle.Plane(.titleFilter, explorer.cell.channel, of: shape.channels, context))
    }
    let progress = context.text(.outputProgress, "\(explorer.cellOffset + 1)", "\(shape.count)")
    let range = GridTitle.range(.output, context)
    let short = "\(explorer.cellOffset + 1)/\(shape.count)"
    let longest = context.text(.outputProgress, "\(shape.count)", "\(shape.count)")
    let notes = [range.isEmpty ? progress : progress + context.glyphs.separator + range, progress, short]
    let note = notes.first { DisplayWidth.columns(of: $0) <= rect.columns - 4 } ?? ""
    surface.drawFrame(
      rect, title: GridTitle.title(.panelOutput, shape, planes: planes, columns: rect.columns, context),
      note: note, isFocused: context.state.focus == .output, context: context)
    // As long whatever the number of the cell is, so that it does not move while stepping.
    let growth = DisplayWidth.columns(of: longest) - DisplayWidth.columns(of: progress)
    let taken = DisplayWidth.columns(of: note) + growth
    ScrubBar(cell: explorer.cellOffset, count: shape.count).draw(
      &surface, row: rect.endRow - 1, column: rect.column + 1, columns: rect.columns - 4 - taken, context)
    GridDrawing(.output, context)?.draw(&surface, context)
  }
}
