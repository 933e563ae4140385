import Explorer
import TerminalKit

/// A grid as a picture: a pixel for each cell, two above each other in a character; or a shade for each cell where there
/// are no half blocks.
///
/// What stands out has a frame around it, because there is no room for a sign in it.
struct BlockDrawing {
  let grid: GridDrawing
  let scale: ValueScale
  let context: PanelContext

  private var paint: CellPaint { context.frame.look.paint }
  private var glyphs: Glyphs { context.glyphs }
  private var visible: Viewport.Region { grid.scene.visible }

  func draw(_ surface: inout Surface) {
    let step = grid.placement.rowsPerLine
    for row in stride(from: visible.rows.lowerBound, to: visible.rows.upperBound, by: step) {
      for (index, column) in visible.columns.enumerated() {
        let upper = grid.scene[row: row, column: column]
        let (text, style) =
          step == 1 ? shade(upper) : pixels(upper, grid.scene[row: row + 1, column: column])
        surface.write(
          text, row: grid.placement.row(row - visible.rows.lowerBound), column: grid.placement.column(index),
          style: style, in: grid.placement.area)
      }
    }
    drawFrames(&surface)
  }

  // MARK: Pixels

  private func position(_ cell: SceneCell?) -> Float? {
    guard let cell, cell.ghost != .zero, let value = cell.value else { return nil }
    return scale.place(of: value).position
  }

  /// Beyond which end of the scale a cell lies.
  private func outside(_ cell: SceneCell?) -> String? {
    guard let cell, cell.ghost != .zero, let value = cell.value else { return nil }
    switch scale.place(of: value) {
    case .above: return glyphs.above
    case .below: return glyphs.below
    case .within, .nowhere: return nil
    }
  }

  /// What stands where there is no colour.
  private func sign(of cell: SceneCell?) -> (String, Style) {
    guard let cell else { return (" ", .plain) }
    if cell.ghost == .zero { return (glyphs.ghostZero, context.theme.style(.ghost)) }
    return cell.value == nil
      ? (glyphs.unknown, context.theme.style(.unknown)) : ("N", context.theme.style(.problem))
  }

  private func pixels(_ upper: SceneCell?, _ lower: SceneCell?) -> (String, Style) {
    // Half of a character has no room for a sign: both cells share it.
    for cell in [upper, lower] {
      if let sign = outside(cell), let position = position(cell) { return (sign, paint.fill(position).style) }
    }
    switch (position(upper).flatMap(paint.color), position(lower).flatMap(paint.color)) {
    case (let top?, let bottom?):
      let isCopy = upper?.ghost != nil && lower?.ghost != nil
      return (isCopy ? "▒" : "▀", Style(foreground: top, background: bottom))
    case (let top?, nil): return ("▀", Style(foreground: top))
    case (nil, let bottom?): return ("▄", Style(foreground: bottom))
    case (nil, nil): return sign(of: upper ?? lower)
    }
  }

  private func shade(_ cell: SceneCell?) -> (String, Style) {
    if let sign = outside(cell) { return (sign, .plain) }
    guard let position = position(cell) else { return sign(of: cell) }
    let (glyph, style) = paint.fill(position)
    return (String(glyph), style)
  }

  // MARK: Frames

  /// The signs left and right of what is framed, in a line where both rows belong to it, only the lower, only the upper.
  private struct Sides {
    let whole: (String, String)
    let lower: (String, String)
    let upper: (String, String)

    static let window = Sides(whole: ("[", "]"), lower: ("╭", "╮"), upper: ("╰", "╯"))
    static let product = Sides(whole: ("(", ")"), lower: ("(", ")"), upper: ("(", ")"))
    static let selection = Sides(whole: ("<", ">"), lower: ("╭", "╮"), upper: ("╰", "╯"))
    static func corners(_ sign: String) -> Sides {
      Sides(whole: (sign, sign), lower: (sign, sign), upper: (sign, sign))
    }
  }

  private func drawFrames(_ surface: inout Surface) {
    let isOutput = grid.scene.grid == .output
    let theme = context.theme
    if let box = box(where: { $0.marks.contains(.linked) }) {
      draw(.corners(glyphs.linked), around: box, onlyAtEnds: true, style: theme.style(.quiet), on: &surface)
    }
    let window = box { cell in
      !cell.marks.isDisjoint(with: [.window, .spread]) || (isOutput && cell.marks.contains(.cursor))
    }
    if let window { draw(.window, around: window, style: theme.style(isOutput ? .current : .window), on: &surface) }
    if let product = box(where: { $0.marks.contains(.currentProduct) }) {
      draw(.product, around: product, style: theme.style(.current), on: &surface)
    }
    if grid.isFocused, !isOutput, let selected = box(where: { $0.marks.contains(.cursor) }) {
      draw(.selection, around: selected, style: theme.style(.selected), on: &surface)
    }
  }

  /// The rows and columns between the outermost visible cells of a kind; a comb of taps counts with its gaps.
  private func box(where isPart: (SceneCell) -> Bool) -> Viewport.Region? {
    var rows: ClosedRange<Int>?
    var columns: ClosedRange<Int>?
    for row in visible.rows {
      for column in visible.columns {
        guard let cell = grid.scene[row: row, column: column], isPart(cell) else { continue }
        rows = (rows?.lowerBound ?? row)...row
        columns = min(columns?.lowerBound ?? column, column)...max(columns?.upperBound ?? column, column)
      }
    }
    guard let rows, let columns else { return nil }
    return Viewport.Region(rows: Range(rows), columns: Range(columns))
  }

  private func draw(
    _ sides: Sides, around box: Viewport.Region, onlyAtEnds: Bool = false, style: Style, on surface: inout Surface
  ) {
    let step = grid.placement.rowsPerLine
    let left = grid.placement.column(box.columns.lowerBound - visible.columns.lowerBound) - 1
    let right = grid.placement.column(box.columns.upperBound - visible.columns.lowerBound)
    let lines = Set(box.rows.map { grid.placement.row($0 - visible.rows.lowerBound) })
    for line in lines where !onlyAtEnds || line == lines.min() || line == lines.max() {
      let first = visible.rows.lowerBound + (line - grid.placement.area.row) * step
      let hasUpper = box.rows.contains(first)
      let hasLower = step == 1 ? hasUpper : box.rows.contains(first + 1)
      let pair = hasUpper && hasLower ? sides.whole : hasLower ? sides.lower : sides.upper
      surface.write(pair.0, row: line, column: left, style: style, in: grid.placement.area)
      surface.write(pair.1, row: line, column: right, style: style, in: grid.placement.area)
    }
  }
}
