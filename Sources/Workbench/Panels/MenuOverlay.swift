import TerminalKit

/// A list to choose from.
enum MenuOverlay {
  /// Longer lists have columns of a fixed width.
  private static let longestMeasured = 200

  /// Where a menu stands on a screen, and which of its items are in view.
  struct Place: Equatable {
    let box: Rect
    /// Where the items stand, one a row.
    let inside: Rect
    let items: Range<Int>
    let titleColumns: Int
    /// Whether the columns have a fixed width.
    let isLong: Bool

    init(_ menu: Menu, on size: Size, glyphs: Glyphs) {
      func widest(_ text: (Menu.Item) -> String) -> Int {
        menu.items.map { DisplayWidth.columns(of: MenuOverlay.shown(text($0), glyphs)) }.max() ?? 0
      }
      // Measuring ten thousand edits would take longer than drawing the screen.
      isLong = menu.items.count > longestMeasured
      titleColumns = isLong ? 36 : widest(\.title)
      let detailColumns = isLong ? 12 : widest(\.detail)
      let wanted = titleColumns + (detailColumns > 0 ? detailColumns + 2 : 0) + 6
      box = OverlayBox.rect(
        rows: menu.items.count + 2, columns: max(wanted, DisplayWidth.columns(of: menu.title) + 8),
        in: Size(rows: max(0, size.rows - 1), columns: size.columns))
      inside = box.inset(by: 1)
      let selected = max(0, min(menu.selected, menu.items.count - 1))
      let first = GridPlacement.followed(
        start: selected - inside.rows / 2, visible: inside.rows, focus: selected..<(selected + 1),
        extent: 0..<max(1, menu.items.count))
      items = first..<max(first, min(menu.items.count, first + inside.rows))
    }

    /// The item at a place of the screen.
    func item(row: Int, column: Int) -> Int? {
      guard inside.contains(row: row, column: column) else { return nil }
      let index = items.lowerBound + row - inside.row
      return items.contains(index) ? index : nil
    }
  }

  private static func shown(_ text: String, _ glyphs: Glyphs) -> String { glyphs.plain(Sanitizer.sanitized(text)) }

  static func draw(_ menu: Menu, on surface: inout Surface, _ context: PanelContext) {
    let glyphs = context.glyphs
    let place = Place(menu, on: surface.size, glyphs: glyphs)
    let (box, inside) = (place.box, place.inside)
    func shown(_ text: String) -> String { Self.shown(text, glyphs) }
    let selected = max(0, min(menu.selected, menu.items.count - 1))
    surface.drawFrame(
      box, title: glyphs.plain(menu.title),
      note: menu.items.count > inside.rows ? "\(selected + 1)/\(menu.items.count)" : "",
      isFocused: true, context: context)
    for index in place.items {
      let row = inside.row + index - place.items.lowerBound
      let isSelected = index == selected
      let style = context.theme.style(isSelected ? .selected : .text)
      surface.fill(Rect(row: row, column: inside.column, rows: 1, columns: inside.columns), style: style)
      surface.write(isSelected ? glyphs.focus : " ", row: row, column: inside.column, style: style, in: inside)
      surface.write(
        context.cut(
          shown(menu.items[index].title), columns: place.isLong ? place.titleColumns : inside.columns - 3), row: row,
        column: inside.column + 2, style: style,
        in: inside)
      let detailStart = inside.column + 2 + place.titleColumns + 2
      surface.write(
        context.cut(shown(menu.items[index].detail), columns: max(0, inside.endColumn - detailStart)), row: row,
        column: detailStart,
        style: isSelected ? style : context.theme.style(.quiet), in: inside)
    }
  }
}
