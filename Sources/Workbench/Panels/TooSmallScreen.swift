import TerminalKit

/// What is shown when there is no room for anything else; `q` still leaves.
enum TooSmallScreen {
  static func draw(_ surface: inout Surface, _ context: PanelContext) {
    let needed = Layout.minimum
    let actual = context.state.size
    let spans = [
      Span(
        context.text(
          .screenTooSmall, "\(needed.columns)", "\(needed.rows)", "\(actual.columns)", "\(actual.rows)"))
    ]
    for (row, line) in TextFlow.wrap(spans, columns: surface.size.columns).prefix(surface.size.rows).enumerated() {
      surface.write(line, row: row, column: 0, theme: context.theme, in: surface.bounds)
    }
  }
}
