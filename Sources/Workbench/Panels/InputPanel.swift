import ConvolutionEngine
import Explorer
import TerminalKit

/// The input with its padding as ghost cells and the window drawn on it.
enum InputPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let state = context.state
    let shape = state.explorer.document.shape(of: .input)
    let parameters = state.explorer.experiment.parameters
    var parts: [String] = []
    var planes: [GridTitle.Plane] = []
    if shape.channels > 1 {
      let plane = context.channelPlane(state.explorer.inputCursor.channel, of: shape.channels)
      planes.append(
        context.isColor
          ? GridTitle.Plane(
            long: context.text(.titleColors) + context.glyphs.separator + plane.long, short: plane.short)
          : plane)
    }
    if let origin = GridTitle.origin(of: .input, context) { parts.append(origin) }
    if context.state.explorer.experiment.padding != .none {
      let amount = (parameters[.mode] ?? parameters[.padding])?.description ?? ""
      parts.append(
        parameters[.paddingMode].map { context.text(.titlePadding, amount, $0.description) }
          ?? context.text(.titlePaddingOnly, amount))
    }
    surface.drawFrame(
      rect, title: GridTitle.title(.panelInput, shape, planes: planes, parts, columns: rect.columns, context),
      note: note(context), isFocused: state.focus == .input, context: context)
    GridDrawing(.input, context)?.draw(&surface, context)
    SignalRuler.draw(&surface, context)
  }

  /// What is in view; of a grid in full view where padding by name has put its odd cell.
  private static func note(_ context: PanelContext) -> String {
    let range = GridTitle.range(.input, context)
    let experiment = context.state.explorer.experiment
    let padding = experiment.padding
    guard range.isEmpty, experiment.parameters.namedPadding != nil || experiment.parameters[.mode] != nil else {
      return range
    }
    switch (padding.bottom - padding.top, padding.right - padding.left) {
    case (0, 0): return ""
    case (_, 0): return context.text(.oddPaddingBottom)
    case (0, 1...): return context.text(.oddPaddingRight)
    case (0, _): return context.text(.oddPaddingLeft)
    default: return context.text(.oddPaddingBoth)
    }
  }
}
