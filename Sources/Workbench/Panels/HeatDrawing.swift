import Explorer
import TerminalKit

/// A grid as a heat map: a block of two columns for each cell.
///
/// Brackets, links and signs stand on the colour, the more important ones first: there is room for two.
struct HeatDrawing {
  let grid: GridDrawing
  let scale: ValueScale
  let context: PanelContext

  private var paint: CellPaint { context.frame.look.paint }
  private var glyphs: Glyphs { context.glyphs }

  func draw(_ surface: inout Surface) {
    let visible = grid.scene.visible
    for (rowIndex, row) in visible.rows.enumerated() {
      for (columnIndex, column) in visible.columns.enumerated() {
        guard let cell = grid.scene[row: row, column: column] else { continue }
        draw(
          cell, before: grid.scene[row: row, column: column - 1], after: grid.scene[row: row, column: column + 1],
          isChanged: grid.changed.contains(FrameMemory.Place(row: row, column: column)), on: &surface,
          line: grid.placement.row(rowIndex), column: grid.placement.column(columnIndex))
      }
    }
  }

  private func draw(
    _ cell: SceneCell, before: SceneCell?, after: SceneCell?, isChanged: Bool, on surface: inout Surface, line: Int,
    column: Int
  ) {
    var (fill, style) = look(of: cell)
    if isChanged { style = style.adding(.underline) }
    var left: String?
    var right: String?
    let bracket = grid.bracket(of: cell)
    if grid.bracket(of: before).rawValue < bracket.rawValue { left = bracket.signs.left }
    if grid.bracket(of: after).rawValue < bracket.rawValue { right = bracket.signs.right }
    let hasBracket = (left: left != nil, right: right != nil)
    let isSelected = cell.marks.contains(.cursor) && grid.isFocused && grid.scene.grid != .output
    if cell.marks.contains(.beyond) {
      if left == nil { left = glyphs.beyond } else if right == nil { right = glyphs.beyond }
    }
    if cell.marks.contains(.linked) {
      if left == nil { left = glyphs.linked } else if right == nil { right = glyphs.linked }
    }
    if let sign = sign(of: cell) {
      if right == nil { right = sign } else if left == nil { left = sign }
    }
    if isSelected {
      if left == nil && right == nil { (left, right) = ("<", ">") }
      style = style.adding(.reverse)
    }
    let clip = grid.placement.area
    surface.write((left ?? fill.left) + (right ?? fill.right), row: line, column: column, style: style, in: clip)
    // Where a shade fills the cell, brackets have the accent of numbers.
    guard !paint.hasColors, bracket != .none, !isSelected else { return }
    let role: Role = bracket == .current || grid.scene.grid == .output ? .current : .window
    if hasBracket.left {
      surface.write(bracket.signs.left, row: line, column: column, style: context.theme.style(role), in: clip)
    }
    if hasBracket.right {
      surface.write(bracket.signs.right, row: line, column: column + 1, style: context.theme.style(role), in: clip)
    }
  }

  /// What fills a cell where no sign stands.
  private func look(of cell: SceneCell) -> (fill: (left: String, right: String), style: Style) {
    if cell.ghost == .zero { return ((" ", ghostSign(of: cell)), context.theme.style(.ghost)) }
    guard let value = cell.value else { return ((" ", glyphs.unknown), context.theme.style(.unknown)) }
    guard let position = scale.place(of: value).position else {
      return (("N", "a"), context.theme.style(.problem))
    }
    let (glyph, style) = paint.fill(position)
    return ((String(glyph), String(glyph)), style)
  }

  /// The most important thing to say of a cell besides its colour.
  private func sign(of cell: SceneCell) -> String? {
    guard cell.ghost != .zero, let value = cell.value else { return nil }
    switch scale.place(of: value) {
    case .above: return glyphs.above
    case .below: return glyphs.below
    case .nowhere: return nil
    case .within: break
    }
    // A copy in the padding has the dot of a ghost.
    if cell.ghost != nil { return ghostSign(of: cell) }
    if paint.map.isSymmetric || !paint.hasColors, value != 0 {
      return value < 0 ? "-" : paint.map.isSymmetric ? "+" : nil
    }
    guard cell.marks.contains(.unreached) else { return nil }
    return grid.scene.grid == .output ? glyphs.outputPadding : glyphs.unreached
  }

  /// The dot of the padding, or the sign of its odd row or column.
  private func ghostSign(of cell: SceneCell) -> String {
    cell.marks.contains(.odd) ? glyphs.ghostOdd : glyphs.ghostZero
  }
}
