import TerminalKit

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
