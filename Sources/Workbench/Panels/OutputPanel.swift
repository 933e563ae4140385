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
    // In the scatter view there is no current cell.
    let isScattered = context.state.spreadInView != nil
    let short = "\(explorer.cellOffset + 1)/\(shape.count)"
    let longest = context.text(.outputProgress, "\(shape.count)", "\(shape.count)")
    let ranges = GridTitle.ranges(.output, context)
    let notes =
      isScattered
      ? ranges
      : ComparisonText.notes(progress: progress, short: short, context)
        + ranges.dropLast().map { progress + context.glyphs.separator + $0 } + [progress, short]
    let note = notes.first { DisplayWidth.columns(of: $0) <= rect.columns - 4 } ?? ""
    surface.drawFrame(
      rect,
      title: GridTitle.title(
        named: context.frame.scene.showsOverlap
          ? context.text(.panelOverlaps) : ComparisonText.title(columns: rect.columns - 6, context),
        shape, planes: planes,
        padded(explorer, context), columns: rect.columns, context),
      note: note, isFocused: context.state.focus == .output, context: context)
    // As long whatever the number of the cell is, so that it does not move while stepping.
    let growth = DisplayWidth.columns(of: longest) - DisplayWidth.columns(of: progress)
    let taken = DisplayWidth.columns(of: note) + growth
    if !isScattered {
      ScrubBar(cell: explorer.cellOffset, count: shape.count).draw(
        &surface, row: rect.endRow - 1, column: rect.column + 1, columns: rect.columns - 4 - taken, context)
    }
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
