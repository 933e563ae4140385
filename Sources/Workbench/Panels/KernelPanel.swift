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
    let isTransposed = explorer.experiment.operation.isTransposed
    var planes: [GridTitle.Plane] = []
    if shape.batch > 1 {
      planes.append(
        GridTitle.Plane(
          isTransposed ? .titleChannel : .titleFilter, explorer.kernelCursor.batch, of: shape.batch, context))
    }
    if shape.channels > 1 {
      planes.append(
        GridTitle.Plane(
          isTransposed ? .titleFilter : .titleChannel, explorer.kernelCursor.channel, of: shape.channels, context))
    }
    let range = GridTitle.range(.kernel, context)
    let isTurned = explorer.experiment.parameters.orientation == .convolution
    surface.drawFrame(
      rect, title: GridTitle.title(.panelKernel, shape, planes: planes, columns: rect.columns, context),
      note: isTurned && range.isEmpty ? context.text(.kernelIsTurned) : range,
      isFocused: context.state.focus == .kernel, context: context)
    guard let drawing = GridDrawing(.kernel, context) else { return }
    drawing.draw(&surface, context)
    if context.frame.layout?.hasKernelFacts == true { drawFacts(&surface, rect, below: drawing.placement, context) }
  }

  private static func drawFacts(
    _ surface: inout Surface, _ rect: Rect, below placement: GridPlacement, _ context: PanelContext
  ) {
    let inside = rect.inset(rows: 1, columns: 2)
    let explorer = context.state.explorer
    guard let weights = explorer.experiment.operands[.weights] else { return }
    let sums = Self.sums(of: weights, filter: explorer.kernelCursor.batch)
    let lines = [
      GridTitle.origin(of: .weights, context) ?? context.text(.kernelUnnamed),
      context.text(.kernelSum, NumberText.shortest(Float(sums.sum))),
      context.text(.kernelMagnitude, NumberText.shortest(Float(sums.magnitude))),
    ]
    let first = placement.area.endRow + 1
    for (index, line) in lines.enumerated() where first + index < inside.endRow {
      let role: Role = index == 0 ? .strong : .text
      surface.write(
        context.cut(line, columns: inside.columns), row: first + index, column: inside.column,
        style: context.theme.style(role), in: inside)
    }
  }

  /// Over all channels of one filter, because together they make one output.
  private static func sums(of weights: Tensor, filter: Int) -> (sum: Double, magnitude: Double) {
    let size = weights.shape.channels * weights.shape.height * weights.shape.width
    var sum = 0.0
    var magnitude = 0.0
    for value in weights.values[(filter * size)..<((filter + 1) * size)] {
      sum += Double(value)
      magnitude += Double(abs(value))
    }
    return (sum, magnitude)
  }
}
