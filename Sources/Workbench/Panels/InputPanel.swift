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
    let sign = context.glyphs.ghostOdd
    switch context.state.explorer.oddPadding {
    case (nil, nil): return ""
    case (_?, nil): return context.text(.oddPaddingBottom, sign)
    case (nil, let column?): return context.text(column < 0 ? .oddPaddingLeft : .oddPaddingRight, sign)
    case (_?, _?): return context.text(.oddPaddingBoth, sign)
    }
  }

  /// Which part is in view, or else where the odd cell of padding stands, or which rows and columns no window reaches: those are dimmed in the grid.
  private static func note(columns: Int, _ context: PanelContext) -> String {
    let range = GridTitle.range(.input, context)
    let odd = oddPadding(context)
    let isAdded = DisplayWidth.columns(of: range + context.glyphs.separator + odd) <= columns
    if !odd.isEmpty, !range.isEmpty, isAdded { return range + context.glyphs.separator + odd }
    guard range.isEmpty else { return range }
    guard odd.isEmpty, let size = context.state.explorer.experiment.outputSize else { return odd }
    let dropped = context.glyphs.plain(context.state.texts.dropped(size))
    guard !dropped.isEmpty else { return "" }
    let texts = [TextKey.inputUnreached, .inputUnreachedShort].map { context.text($0, dropped) } + [dropped]
    return texts.first { DisplayWidth.columns(of: $0) <= columns } ?? ""
  }
}
