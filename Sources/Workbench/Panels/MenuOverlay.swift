import TerminalKit

/// A list to choose from.
enum MenuOverlay {
  static func draw(_ menu: Menu, on surface: inout Surface, _ context: PanelContext) {
    let glyphs = context.glyphs
    let titles = menu.items.map { glyphs.plain(Sanitizer.sanitized($0.title)) }
    let details = menu.items.map { glyphs.plain(Sanitizer.sanitized($0.detail)) }
    let titleColumns = titles.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let detailColumns = details.map { DisplayWidth.columns(of: $0) }.max() ?? 0
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
        context.cut(titles[index], columns: inside.columns - 3), row: row, column: inside.column + 2, style: style,
        in: inside)
      let detailStart = inside.column + 2 + titleColumns + 2
      surface.write(
        details[index], row: row, column: detailStart,
        style: isSelected ? style : context.theme.style(.quiet), in: inside)
    }
  }
}
