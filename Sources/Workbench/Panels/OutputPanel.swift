import ConvolutionEngine
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
      rect,
      title: GridTitle.title(
        .panelOutput, shape, planes: planes, padded(explorer, context), columns: rect.columns, context),
      note: notes.first { DisplayWidth.columns(of: $0) <= rect.columns - 4 } ?? "",
      isFocused: context.state.focus == .output, context: context)
    GridDrawing(.output, context)?.draw(&surface, context)
  }

  /// The output padding of a transposed convolution, which is drawn dimly.
  private static func padded(_ explorer: ExplorerState, _ context: PanelContext) -> [String] {
    let padding = explorer.outputPadding
    guard padding != PerAxis(0) else { return [] }
    let text =
      explorer.experiment.operation.isForSignals ? "\(padding.horizontal)" : ParameterValue.axes(padding).description
    return [context.text(.outputPadded, text)]
  }
}
