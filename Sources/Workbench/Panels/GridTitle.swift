import ConvolutionEngine
import Explorer
import TerminalKit

/// Titles and notes that the frames of all grids share.
enum GridTitle {
  static func size(_ shape: Shape, _ context: PanelContext) -> String {
    "\(shape.height)\(context.glyphs.times)\(shape.width)"
  }

  /// The name of the preset or file, with a mark when it was edited since.
  static func origin(of operand: OperandName, _ context: PanelContext) -> String? {
    let explorer = context.state.explorer
    if operand == .weights, let filter = explorer.filterOrigin(explorer.cell.channel) {
      return filter.isEdited ? context.text(.titleEdited, filter.name) : filter.name
    }
    return explorer.document.origins[operand].map { origin in
      origin.isEdited ? context.text(.titleEdited, origin.name) : origin.name
    }
  }

  /// One of several channels or filters, as a title says it.
  struct Plane {
    let long: String
    let short: String

    init(_ key: TextKey, _ index: Int, of count: Int, _ context: PanelContext) {
      long = context.text(key, "\(index)", "\(count)")
      short = "\(index)/\(count)"
    }

    init(long: String, short: String) {
      self.long = long
      self.short = short
    }
  }

  /// The name of the grid, its size, which plane of several it shows, and as many of the other parts as fit into a panel
  /// of so many columns.
  static func title(
    _ name: TextKey, _ shape: Shape, planes: [Plane], _ parts: [String] = [], columns: Int, _ context: PanelContext
  ) -> String {
    title(named: context.text(name), shape, planes: planes, parts, columns: columns, context)
  }

  static func title(
    named name: String, _ shape: Shape, planes: [Plane], _ parts: [String] = [], columns: Int, _ context: PanelContext
  ) -> String {
    // Frame, blanks, and the mark of the focus, whether it is there or not: titles stay while the focus moves.
    let room = columns - 6
    let separator = context.glyphs.separator
    func fits(_ text: String) -> Bool { DisplayWidth.columns(of: text) <= room }
    let sized = "\(name) \(size(shape, context))"
    // Which plane it is matters more than the size, and both more than the rest.
    let long = planes.map(\.long)
    let short = planes.map(\.short)
    let last = short.suffix(1)
    let candidates = [
      [sized] + long, [sized] + short, [name] + short, [name] + last, [name],
    ]
    var title = candidates.map { $0.joined(separator: separator) }.first(where: fits) ?? name
    for part in parts where fits(title + separator + part) { title += separator + part }
    return title
  }

  /// Which rows and columns are in view, when that is not all of them, in as many words as fit into the frame.
  static func range(_ grid: GridName, _ context: PanelContext) -> String {
    guard let rect = context.frame.layout?.panels[PanelName(grid)] else { return "" }
    let texts = ranges(grid, context)
    return texts.first { DisplayWidth.columns(of: $0) <= rect.columns - 4 } ?? texts.last ?? ""
  }

  /// The same in forms from long to short; none when everything is in view.
  static func ranges(_ grid: GridName, _ context: PanelContext) -> [String] {
    let scene = context.frame.scene[grid]
    guard scene.visible != scene.extent, !scene.visible.rows.isEmpty, !scene.visible.columns.isEmpty else { return [] }
    let rows = span(scene.visible.rows, context)
    let columns = span(scene.visible.columns, context)
    let shape = context.state.explorer.document.shape(of: grid)
    let whole = context.text(.titleRangeOf, rows, "\(shape.height)", columns, "\(shape.width)")
    // Of a single row nobody asks which it is.
    guard shape.height > 1 || scene.extent.rows.count > 1 else {
      return [context.text(.titleColumns, columns), columns]
    }
    return (shape.height > 1 ? [whole] : []) + [context.text(.titleRange, rows, columns), "\(rows),\(columns)"]
  }

  static func span(_ range: Range<Int>, _ context: PanelContext) -> String {
    range.count == 1
      ? "\(range.lowerBound)" : "\(range.lowerBound)\(context.glyphs.plain("–"))\(range.upperBound - 1)"
  }
}
