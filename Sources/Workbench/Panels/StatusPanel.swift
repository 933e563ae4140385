import ConvolutionEngine
import Explorer
import TerminalKit

/// The last line: what just happened or what is selected, then the keys that lead on.
enum StatusPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let state = context.state
    let hints = state.hints
    let lead = lead(context)
    // A message is read first and in full; a position gives way to the keys only where there is hardly any room.
    let leadColumns = min(lead.columns, rect.columns - 2)
    var column = rect.column + 1
    if leadColumns > 0 {
      surface.write(
        cut(lead, columns: leadColumns, context), row: rect.row, column: column, theme: context.theme, in: rect)
      column += leadColumns + 3
    }
    for hint in hints {
      // Of several keys the first one is enough here.
      let key = context.glyphs.plain(hint.key.split(separator: " ").first.map(String.init) ?? hint.key)
      let text = context.glyphs.plain(hint.text)
      let columns = DisplayWidth.columns(of: key) + 1 + DisplayWidth.columns(of: text)
      guard column + columns <= rect.endColumn - 1 else { continue }
      surface.write(key, row: rect.row, column: column, style: context.theme.style(.hintKey), in: rect)
      surface.write(
        text, row: rect.row, column: column + columns - DisplayWidth.columns(of: text),
        style: context.theme.style(.text), in: rect)
      column += columns + 2
    }
  }

  private static func lead(_ context: PanelContext) -> StyledLine {
    let state = context.state
    if case .editing(let edit) = state.mode {
      let name = context.text(edit.grid == .input ? .statusInput : .statusKernel, "\(edit.row)", "\(edit.column)")
      if let problem = edit.problem { return StyledLine([Span(context.glyphs.plain(problem), .problem)]) }
      return StyledLine([
        Span("\(name) = ", .quiet), Span(String(edit.text.suffix(40)) + context.glyphs.typing, .strong),
      ])
    }
    if let message = state.message {
      let role: Role =
        switch message.kind {
        case .notice: .notice
        case .success: .success
        case .problem: .problem
        }
      return StyledLine([Span(context.glyphs.plain(message.text), role)])
    }
    return selection(context)
  }

  /// The selected cell with its exact value.
  private static func selection(_ context: PanelContext) -> StyledLine {
    let explorer = context.state.explorer
    let operand: OperandName
    let cursor: Coordinate
    let key: TextKey
    switch context.state.focus {
    case .input: (operand, cursor, key) = (.input, explorer.inputCursor, .statusInput)
    case .kernel: (operand, cursor, key) = (.weights, explorer.kernelCursor, .statusKernel)
    case .output:
      let value = context.frame.scene.arithmetic.result.map { NumberText.shortest($0) } ?? context.glyphs.unknown
      return StyledLine([
        Span(context.text(.sumOutput, "\(explorer.cell.row)", "\(explorer.cell.column)") + " = ", .quiet),
        Span(value, .strong),
      ])
    case .lesson: return StyledLine()
    }
    let value = explorer.experiment.operands[operand].map { NumberText.shortest($0[cursor]) } ?? ""
    return StyledLine([
      Span(context.text(key, "\(cursor.row)", "\(cursor.column)") + " = ", .quiet), Span(value, .strong),
    ])
  }

  private static func cut(_ line: StyledLine, columns: Int, _ context: PanelContext) -> StyledLine {
    guard line.columns > columns, let span = line.spans.last else { return line }
    let before = StyledLine(Array(line.spans.dropLast()))
    return StyledLine(
      before.spans + [Span(context.cut(span.text, columns: max(0, columns - before.columns)), span.role)])
  }
}

/// The line that is typed at the foot of the screen, with the reason above it when it was not taken.
enum PromptLine {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    guard case .prompt(let prompt) = context.state.mode else { return }
    surface.fill(rect)
    let name = context.text(prompt.kind == .command ? .promptCommand : .promptAnswer)
    var hintColumns = 0
    let hints = context.state.hints
    for hint in hints { hintColumns += DisplayWidth.columns(of: hint.key + hint.text) + 3 }
    if hintColumns > rect.columns / 2 { hintColumns = 0 }
    let start = rect.column + 1
    let column =
      start + surface.write(name, row: rect.row, column: start, style: context.theme.style(.title), in: rect)
    // Of a long line its end shows, where one types.
    let room = rect.endColumn - column - hintColumns - 2
    var text = Sanitizer.sanitized(prompt.text)
    while DisplayWidth.columns(of: text) > max(1, room) { text.removeFirst() }
    let next =
      column + surface.write(text, row: rect.row, column: column, style: context.theme.style(.strong), in: rect)
    surface.write(
      context.glyphs.typing, row: rect.row, column: next, style: context.theme.style(.focusedFrame), in: rect)
    if hintColumns > 0 {
      var hintColumn = rect.endColumn - hintColumns
      for hint in hints {
        hintColumn += surface.write(
          context.glyphs.plain(hint.key) + " ", row: rect.row, column: hintColumn,
          style: context.theme.style(.hintKey), in: rect)
        hintColumn += 2 + surface.write(context.glyphs.plain(hint.text), row: rect.row, column: hintColumn, in: rect)
      }
    }
    guard let problem = prompt.problem, rect.row > 0 else { return }
    let lines = TextFlow.wrap([Span(context.glyphs.plain(problem), .problem)], columns: rect.columns - 2).prefix(3)
    for (index, line) in lines.enumerated() {
      let row = rect.row - lines.count + index
      surface.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
      surface.write(line, row: row, column: rect.column + 1, theme: context.theme, in: surface.bounds)
    }
  }
}
