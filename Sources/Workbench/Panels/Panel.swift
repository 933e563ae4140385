import Explorer
import TerminalKit

/// One part of the screen.
package struct Panel: Sendable {
  package let name: String
  /// Its place in a layout; nil when it has none there.
  package let place: @Sendable (Layout) -> Rect?
  package let draw: @Sendable (_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) -> Void
}

/// What every panel may look at. Drawing changes none of it.
package struct PanelContext {
  package let state: WorkbenchState
  package let frame: Frame
  package let theme: Theme
  package let glyphs: Glyphs

  package init(state: WorkbenchState, frame: Frame) {
    self.state = state
    self.frame = frame
    theme = Theme(depth: state.capabilities.colorDepth, name: state.settings.theme)
    glyphs = Glyphs(unicode: state.capabilities.unicode)
  }

  /// A text of the interface as this terminal shows it.
  func text(_ key: TextKey, _ first: String = "", _ second: String = "", _ third: String = "", _ fourth: String = "")
    -> String
  {
    glyphs.plain(state.texts.text(key, first, second, third, fourth))
  }

  /// Cuts a text that is too long, with a mark.
  func cut(_ text: String, columns: Int) -> String {
    DisplayWidth.truncated(text, columns: columns, mark: glyphs.ellipsis)
  }
}

extension Surface {
  /// Writes pieces one after the other and returns the columns they took.
  @discardableResult
  mutating func write(_ line: StyledLine, row: Int, column: Int, theme: Theme, in clip: Rect) -> Int {
    var next = column
    for span in line.spans {
      next += write(span.text, row: row, column: next, style: theme.style(span.role), in: clip)
    }
    return next - column
  }

  /// Draws a frame with a title in its upper edge and a note in its lower one, and blanks what is inside.
  mutating func drawFrame(
    _ rect: Rect, title: String, note: String = "", isFocused: Bool, context: PanelContext
  ) {
    guard rect.rows >= 2, rect.columns >= 4 else { return }
    let glyphs = context.glyphs
    let style = context.theme.style(isFocused ? .focusedFrame : .frame)
    fill(rect)
    let line = String(repeating: glyphs.horizontal, count: rect.columns - 2)
    write("\(glyphs.topLeft)\(line)\(glyphs.topRight)", row: rect.row, column: rect.column, style: style)
    write("\(glyphs.bottomLeft)\(line)\(glyphs.bottomRight)", row: rect.endRow - 1, column: rect.column, style: style)
    let sides = Rect(row: rect.row + 1, column: rect.column, rows: rect.rows - 2, columns: 1)
    fill(sides, with: glyphs.vertical, style: style)
    fill(
      Rect(row: sides.row, column: rect.endColumn - 1, rows: sides.rows, columns: 1), with: glyphs.vertical,
      style: style)
    let room = rect.columns - 4
    let marked = isFocused ? "\(glyphs.focus) \(title)" : title
    if !title.isEmpty, room >= 3 {
      let shown = context.cut(marked, columns: room)
      write(
        " \(shown) ", row: rect.row, column: rect.column + 1,
        style: isFocused ? style : context.theme.style(.title))
    }
    if !note.isEmpty, room >= 3 {
      let shown = context.cut(note, columns: room)
      write(
        " \(shown) ", row: rect.endRow - 1, column: rect.endColumn - 3 - DisplayWidth.columns(of: shown),
        style: .plain)
    }
  }
}
