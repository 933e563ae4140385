import TerminalKit

/// The palette: what is typed, and below it what fits.
enum PaletteOverlay {
  private static let widest = 76
  private static let highest = 18

  /// Where the palette stands on a screen, and which of the matches are in view.
  struct Place {
    let box: Rect
    let inside: Rect
    let items: Range<Int>

    init(_ palette: Palette, matches: Int, on size: Size) {
      // As high whatever is typed, so that nothing moves but the list.
      box = OverlayBox.rect(
        rows: min(highest, palette.entries.count + 3), columns: min(widest, size.columns),
        in: Size(rows: max(0, size.rows - 1), columns: size.columns))
      inside = box.inset(by: 1)
      let rows = max(0, inside.rows - 1)
      let first = GridPlacement.followed(
        start: palette.selected - rows / 2, visible: rows, focus: palette.selected..<(palette.selected + 1),
        extent: 0..<max(1, matches))
      items = first..<max(first, min(matches, first + rows))
    }

    /// The match at a place of the screen.
    func item(row: Int, column: Int) -> Int? {
      guard inside.contains(row: row, column: column) else { return nil }
      let index = items.lowerBound + row - inside.row - 1
      return items.contains(index) ? index : nil
    }
  }

  static func draw(_ palette: Palette, on surface: inout Surface, _ context: PanelContext) {
    let matches = palette.matches
    let place = Place(palette, matches: matches.count, on: surface.size)
    let (box, inside) = (place.box, place.inside)
    surface.drawFrame(
      box, title: palette.title.map { context.glyphs.plain($0) } ?? context.text(.paletteTitle),
      note: "\(matches.isEmpty ? 0 : palette.selected + 1)/\(matches.count)", isFocused: true, context: context)
    var column = inside.column + 1
    column += surface.write(
      context.glyphs.plain("› "), row: inside.row, column: column, style: context.theme.style(.title), in: inside)
    let room = max(1, inside.endColumn - column - 2)
    var text = String(Sanitizer.sanitized(palette.query).suffix(room))
    while DisplayWidth.columns(of: text) > room { text.removeFirst() }
    column += surface.write(text, row: inside.row, column: column, style: context.theme.style(.strong), in: inside)
    surface.write(
      context.glyphs.typing, row: inside.row, column: column, style: context.theme.style(.focusedFrame), in: inside)
    guard !matches.isEmpty else {
      surface.write(
        context.text(.paletteNothing), row: inside.row + 1, column: inside.column + 2,
        style: context.theme.style(.quiet), in: inside)
      return
    }
    for index in place.items {
      draw(
        matches[index], isSelected: index == palette.selected, on: &surface,
        Rect(
          row: inside.row + 1 + index - place.items.lowerBound, column: inside.column, rows: 1, columns: inside.columns),
        context)
    }
  }

  /// An entry: what it does on the left, its key or line on the right.
  private static func draw(
    _ entry: Palette.Entry, isSelected: Bool, on surface: inout Surface, _ rect: Rect, _ context: PanelContext
  ) {
    let style = context.theme.style(isSelected ? .selected : .text)
    surface.fill(rect, style: style)
    if isSelected { surface.write(context.glyphs.focus, row: rect.row, column: rect.column, style: style, in: rect) }
    let detail = context.glyphs.plain(Sanitizer.sanitized(entry.detail))
    let detailColumns = DisplayWidth.columns(of: detail)
    let room = rect.columns - 3 - (detailColumns > 0 ? detailColumns + 2 : 0)
    let title = context.cut(context.glyphs.plain(Sanitizer.sanitized(entry.title)), columns: max(0, room))
    surface.write(title, row: rect.row, column: rect.column + 2, style: style, in: rect)
    surface.write(
      detail, row: rect.row, column: rect.endColumn - 1 - detailColumns,
      style: isSelected ? style : context.theme.style(.quiet), in: rect)
  }
}
