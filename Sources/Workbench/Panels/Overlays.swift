import TerminalKit

/// Boxes over the screen: centred, as large as they need to be, never larger than the screen.
enum OverlayBox {
  static func rect(rows: Int, columns: Int, in size: Size) -> Rect {
    let rows = min(rows, size.rows)
    let columns = min(columns, size.columns)
    return Rect(row: (size.rows - rows) / 2, column: (size.columns - columns) / 2, rows: rows, columns: columns)
  }
}

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

/// A question before something that cannot be taken back.
enum ConfirmationOverlay {
  static func draw(_ confirmation: Confirmation, on surface: inout Surface, _ context: PanelContext) {
    let question = context.glyphs.plain(confirmation.question)
    let columns = min(surface.size.columns, max(24, min(64, DisplayWidth.columns(of: question) + 6)))
    let lines = TextFlow.wrap([Span(question, .strong)], columns: columns - 4)
    let box = OverlayBox.rect(rows: lines.count + 4, columns: columns, in: surface.size)
    surface.drawFrame(box, title: "", isFocused: true, context: context)
    let inside = box.inset(rows: 1, columns: 2)
    var keys: [Span] = []
    for hint in context.state.hints {
      keys += [Span(hint.key, .hintKey), Span(" \(hint.text)   ")]
    }
    for (index, line) in (lines + [StyledLine(), StyledLine(keys)]).enumerated() {
      surface.write(line, row: inside.row + index, column: inside.column, theme: context.theme, in: inside)
    }
  }
}
