import TerminalKit

/// A list to choose from.
enum MenuOverlay {
  /// Longer lists have columns of a fixed width.
  private static let longestMeasured = 200

  static func draw(_ menu: Menu, on surface: inout Surface, _ context: PanelContext) {
    let glyphs = context.glyphs
    func shown(_ text: String) -> String { glyphs.plain(Sanitizer.sanitized(text)) }
    func widest(_ text: (Menu.Item) -> String) -> Int {
      menu.items.map { DisplayWidth.columns(of: shown(text($0))) }.max() ?? 0
    }
    // Measuring ten thousand edits would take longer than drawing the screen.
    let isLong = menu.items.count > longestMeasured
    let titleColumns = isLong ? 36 : widest(\.title)
    let detailColumns = isLong ? 12 : widest(\.detail)
    let wanted = titleColumns + (detailColumns > 0 ? detailColumns + 2 : 0) + 6
    let size = Size(rows: max(0, surface.size.rows - 1), columns: surface.size.columns)
    let box = OverlayBox.rect(
      rows: menu.items.count + 2, columns: max(wanted, DisplayWidth.columns(of: menu.title) + 8), in: size)
    let inside = box.inset(by: 1)
    let selected = max(0, min(menu.selected, menu.items.count - 1))
    let first = GridPlacement.followed(
      start: selected - inside.rows / 2, visible: inside.rows, focus: selected..<(selected + 1),
      extent: 0..<max(1, menu.items.count))
    surface.drawFrame(
      box, title: glyphs.plain(menu.title),
      note: menu.items.count > inside.rows ? "\(selected + 1)/\(menu.items.count)" : "",
      isFocused: true, context: context)
    for index in first..<min(menu.items.count, first + inside.rows) {
      let row = inside.row + index - first
      let isSelected = index == selected
      let style = context.theme.style(isSelected ? .selected : .text)
      surface.fill(Rect(row: row, column: inside.column, rows: 1, columns: inside.columns), style: style)
      surface.write(isSelected ? glyphs.focus : " ", row: row, column: inside.column, style: style, in: inside)
      surface.write(
        context.cut(shown(menu.items[index].title), columns: isLong ? titleColumns : inside.columns - 3), row: row,
        column: inside.column + 2, style: style,
        in: inside)
      let detailStart = inside.column + 2 + titleColumns + 2
      surface.write(
        shown(menu.items[index].detail), row: row, column: detailStart,
        style: isSelected ? style : context.theme.style(.quiet), in: inside)
    }
  }
}
