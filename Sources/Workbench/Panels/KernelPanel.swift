import ConvolutionEngine
import Explorer
import TerminalKit

/// The kernel, and under it its name and what its weights add up to.
enum KernelPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let explorer = context.state.explorer
    guard explorer.experiment.operands[.weights] != nil else {
      return FunctionCard.draw(&surface, rect, context)
    }
    let shape = explorer.document.shape(of: .kernel)
    var planes: [GridTitle.Plane] = []
    let filters = explorer.outputShape.channels
    if filters > 1 { planes.append(GridTitle.Plane(.titleFilter, explorer.cell.channel, of: filters, context)) }
    let channels = explorer.document.experiment.inputShape.channels
    if channels > 1 { planes.append(context.channelPlane(explorer.inputCursor.channel, of: channels)) }
    let range = GridTitle.range(.kernel, context)
    let isTurned = explorer.experiment.parameters.orientation == .convolution
    let drawing = GridDrawing(.kernel, context)
    let turnedKernel = drawing.flatMap { TurnedKernel($0, in: rect, context) }
    // What is drawn as a turn need not be said.
    let said = isTurned && range.isEmpty && turnedKernel == nil ? turned(columns: rect.columns - 4, context) : range
    let note = context.state.hidesKernel ? LabText.probeNote(columns: rect.columns - 4, context) : said
    surface.drawFrame(
      rect, title: GridTitle.title(.panelKernel, shape, planes: planes, columns: rect.columns, context),
      note: note,
      isFocused: context.state.focus == .kernel, context: context)
    guard let drawing else { return }
    drawing.draw(&surface, context)
    turnedKernel?.draw(&surface, in: rect, context)
    if context.frame.layout?.hasKernelFacts == true {
      drawFacts(&surface, rect, below: turnedKernel?.endRow ?? drawing.placement.area.endRow, context)
    }
  }

  /// That the kernel lies turned on the input, in as many words as fit.
  private static func turned(columns: Int, _ context: PanelContext) -> String {
    let texts = [context.text(.kernelIsTurned), context.text(.kernelIsTurnedShort)]
    return texts.first { DisplayWidth.columns(of: $0) <= columns } ?? texts[0]
  }

  private static func drawFacts(
    _ surface: inout Surface, _ rect: Rect, below row: Int, _ context: PanelContext
  ) {
    let inside = rect.inset(rows: 1, columns: 2)
    let first = row + 1 + ShownLook.legendRows(context.frame.look.view)
    for (index, line) in KernelFacts.lines(context).enumerated() where first + index < inside.endRow {
      surface.write(
        context.cut(line.text, columns: inside.columns), row: first + index, column: inside.column,
        style: context.theme.style(line.role), in: inside)
    }
  }
}
