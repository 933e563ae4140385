import ConvolutionEngine
import Explorer
import TerminalKit

/// A turned kernel drawn as a turn: the kernel as it is typed, the turn by 180°, and the kernel as it lies on the input.
///
/// What stands out in one stands out in the other, so that the two partners of a product are seen together.
struct TurnedKernel {
  private let drawing: GridDrawing
  private let sign: String
  /// Where the turn is said; the turned kernel stands below it.
  private let signRow: Int

  /// Nil where the kernel is not turned, not in view as a whole, or where there is no room for both.
  init?(_ drawing: GridDrawing, in rect: Rect, _ context: PanelContext) {
    let scene = drawing.scene
    let placement = drawing.placement
    guard context.state.explorer.experiment.parameters.orientation == .convolution, scene.visible == scene.extent,
      // Under a signal it lies turned already.
      context.frame.rulerFormat == nil, context.frame.look.view == .numbers,
      placement.area.endRow + 1 + placement.rows < rect.endRow
    else { return nil }
    self.drawing = drawing.turned(downBy: placement.rows + 1)
    let texts = [context.text(.kernelTurn), context.text(.kernelIsTurnedShort)]
    sign = texts.first { DisplayWidth.columns(of: $0) <= rect.columns - 2 } ?? texts[1]
    signRow = placement.area.endRow
  }

  /// The first row below it.
  var endRow: Int { drawing.placement.area.endRow }

  func draw(_ surface: inout Surface, in rect: Rect, _ context: PanelContext) {
    let inside = rect.inset(rows: 1, columns: 1)
    let text = context.cut(sign, columns: inside.columns)
    surface.write(
      text, row: signRow, column: inside.column + max(0, inside.columns - DisplayWidth.columns(of: text)) / 2,
      style: context.theme.style(.quiet), in: inside)
    drawing.drawCells(&surface, context)
  }
}
