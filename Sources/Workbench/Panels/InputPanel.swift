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
      rect, title: GridTitle.title(.panelInput, shape, parts, columns: rect.columns, context),
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

  /// The name of the grid, its size, and as many of the parts as fit into a panel of so many columns.
  static func title(
    _ name: TextKey, _ shape: Shape, _ parts: [String], columns: Int, _ context: PanelContext
  ) -> String {
    // Frame, blanks, and the mark of the focus, whether it is there or not: titles stay while the focus moves.
    let room = columns - 6
    var title = context.text(name)
    let size = size(shape, context)
    if DisplayWidth.columns(of: title + " " + size) <= room { title += " " + size }
    for part in parts {
      let longer = title + context.glyphs.separator + part
      if DisplayWidth.columns(of: longer) <= room { title = longer }
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
