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
      note: note(columns: rect.columns - 4, context), isFocused: state.focus == .input, context: context)
    GridDrawing(.input, context)?.draw(&surface, context)
    SignalRuler.draw(&surface, context)
  }

  /// Where padding by name has put its odd cell.
  private static func oddPadding(_ context: PanelContext) -> String {
    let experiment = context.state.explorer.experiment
    let padding = experiment.padding
    guard experiment.parameters.namedPadding != nil || experiment.parameters[.mode] != nil else { return "" }
    switch (padding.bottom - padding.top, padding.right - padding.left) {
    case (0, 0): return ""
    case (_, 0): return context.text(.oddPaddingBottom)
    case (0, 1...): return context.text(.oddPaddingRight)
    case (0, _): return context.text(.oddPaddingLeft)
    default: return context.text(.oddPaddingBoth)
    }
  }

  /// Which part is in view, or else where the odd cell of padding stands, or which rows and columns no window reaches: those are dimmed in the grid.
  private static func note(columns: Int, _ context: PanelContext) -> String {
    let range = GridTitle.range(.input, context)
    guard range.isEmpty else { return range }
    let odd = oddPadding(context)
    guard odd.isEmpty, let size = context.state.explorer.experiment.outputSize else { return odd }
    let dropped = context.glyphs.plain(context.state.texts.dropped(size))
    guard !dropped.isEmpty else { return "" }
    let texts = [TextKey.inputUnreached, .inputUnreachedShort].map { context.text($0, dropped) } + [dropped]
    return texts.first { DisplayWidth.columns(of: $0) <= columns } ?? ""
  }
}
