import ConvolutionEngine
import Explorer
import TerminalKit

/// The input with its padding as ghost cells and the window drawn on it.
enum InputPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let state = context.state
    let shape = state.explorer.document.shape(of: .input)
    let parameters = state.explorer.experiment.parameters
    var parts = ["\(context.text(.panelInput)) \(GridTitle.size(shape, context))"]
    if shape.channels > 1 {
      parts.append(context.text(.titleChannel, "\(state.explorer.inputCursor.channel)", "\(shape.channels)"))
    }
    if let origin = GridTitle.origin(of: .input, context) { parts.append(origin) }
    if parameters.padding != .none {
      parts.append(
        context.text(
          .titlePadding, parameters[.padding]?.description ?? "", parameters[.paddingMode]?.description ?? ""))
    }
    surface.drawFrame(
      rect, title: GridTitle.fitting(parts, columns: rect.columns - 6, context),
      note: GridTitle.range(.input, context), isFocused: state.focus == .input, context: context)
    GridDrawing(.input, context)?.draw(&surface, context)
  }
}

/// Titles and notes that the frames of all grids share.
enum GridTitle {
  static func size(_ shape: Shape, _ context: PanelContext) -> String {
    "\(shape.height)\(context.glyphs.times)\(shape.width)"
  }

  /// The name of the preset or file, with a mark when it was edited since.
  static func origin(of operand: OperandName, _ context: PanelContext) -> String? {
    context.state.explorer.document.origins[operand].map { origin in
      origin.isEdited ? context.text(.titleEdited, origin.name) : origin.name
    }
  }

  /// As many parts as fit, the first ones first.
  static func fitting(_ parts: [String], columns: Int, _ context: PanelContext) -> String {
    var title = parts.first ?? ""
    for part in parts.dropFirst() {
      let longer = title + context.glyphs.separator + part
      guard DisplayWidth.columns(of: longer) <= columns else { continue }
      title = longer
    }
    return title
  }

  /// Which rows and columns are in view, when that is not all of them and no indices say so.
  static func range(_ grid: GridName, _ context: PanelContext) -> String {
    let scene = context.frame.scene[grid]
    guard scene.visible != scene.extent, !scene.visible.rows.isEmpty, !scene.visible.columns.isEmpty,
      let rect = context.frame.layout?.panels[PanelName(grid)]
    else { return "" }
    let rows = span(scene.visible.rows, context)
    let columns = span(scene.visible.columns, context)
    let long = context.text(.titleRange, rows, columns)
    return DisplayWidth.columns(of: long) <= rect.columns - 4 ? long : "\(rows),\(columns)"
  }

  static func span(_ range: Range<Int>, _ context: PanelContext) -> String {
    range.count == 1
      ? "\(range.lowerBound)" : "\(range.lowerBound)\(context.glyphs.plain("–"))\(range.upperBound - 1)"
  }
}
