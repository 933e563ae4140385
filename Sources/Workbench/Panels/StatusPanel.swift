import ConvolutionEngine
import Explorer
import TerminalKit

/// The last line: what just happened or what is selected, then the keys that lead on.
enum StatusPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let state = context.state
    let hints = state.hints
    let lead = leadLines(context, columns: rect.columns - 2).last ?? StyledLine()
    // A message is read first and in full; a position gives way to the keys only where there is hardly any room.
    let leadColumns = min(lead.columns, rect.columns - 2)
    var column = rect.column + 1
    if leadColumns > 0 {
      surface.write(
        cut(lead, columns: leadColumns, context), row: rect.row, column: column, theme: context.theme, in: rect)
      column += leadColumns + 3
    }
    // The way to all other keys keeps its place at the end, whatever else has to go.
    let help = hints.first { $0.text == state.texts.text(.hintHelp) }
    let reserved = help.map { columns(of: $0, context) + 2 } ?? 0
    let end = rect.endColumn - 1
    for hint in hints where hint != help && column + columns(of: hint, context) + reserved <= end {
      column += draw(hint, on: &surface, row: rect.row, column: column, in: rect, context) + 2
    }
    if let help, column + reserved - 2 <= end {
      draw(help, on: &surface, row: rect.row, column: column, in: rect, context)
    }
  }

  /// The lines of a message that is too long for the status line, above it: the end says why, and must not be cut off.
  static func drawOverflow(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let lines = leadLines(context, columns: rect.columns - 2).dropLast()
    guard lines.count <= rect.row else { return }
    for (index, line) in lines.enumerated() {
      let row = rect.row - lines.count + index
      surface.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
      surface.write(line, row: row, column: rect.column + 1, theme: context.theme, in: surface.bounds)
    }
  }

  /// What is said first, in a few lines at most; only a message takes more than one.
  private static func leadLines(_ context: PanelContext, columns: Int) -> [StyledLine] {
    let lead = lead(columns: columns, context)
    guard lead.columns > columns, lead.spans.count == 1, columns > 0 else { return [lead] }
    return Array(TextFlow.wrap(lead.spans, columns: columns).prefix(WorkbenchState.messageLines))
  }

  /// Of several keys the first one is enough here.
  private static func key(of hint: StatusHint, _ context: PanelContext) -> String {
    context.glyphs.plain(hint.key.split(separator: " ").first.map(String.init) ?? hint.key)
  }

  private static func columns(of hint: StatusHint, _ context: PanelContext) -> Int {
    DisplayWidth.columns(of: key(of: hint, context)) + 1 + DisplayWidth.columns(of: context.glyphs.plain(hint.text))
  }

  @discardableResult
  private static func draw(
    _ hint: StatusHint, on surface: inout Surface, row: Int, column: Int, in rect: Rect, _ context: PanelContext
  ) -> Int {
    let key = key(of: hint, context) + " "
    let used = surface.write(key, row: row, column: column, style: context.theme.style(.hintKey), in: rect)
    return used + surface.write(context.glyphs.plain(hint.text), row: row, column: column + used, in: rect)
  }

  private static func lead(columns: Int, _ context: PanelContext) -> StyledLine {
    let state = context.state
    if case .editing(let edit) = state.mode {
      let name =
        edit.grid == .output
        ? context.text(.targetCell, context.outputCellName(context.state.explorer.cell))
        : edit.grid == .input
          ? context.inputCellName(row: edit.row, column: edit.column)
          : context.kernelCellName(row: edit.row, column: edit.column)
      if let problem = edit.problem { return StyledLine([Span(context.glyphs.plain(problem), .problem)]) }
      return StyledLine([
        Span("\(name) = ", .quiet), Span(String(edit.text.suffix(40)) + context.glyphs.typing, .strong),
      ])
    }
    if let work = state.work, state.message?.kind ?? .notice == .notice {
      return StyledLine([Span(context.glyphs.plain(state.texts.sentence(for: work)), .notice)])
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
    return selection(columns: columns, context)
  }

  /// The selected cell with its exact value, where that comes from in the padding, and what hangs on it.
  private static func selection(columns: Int, _ context: PanelContext) -> StyledLine {
    let explorer = context.state.explorer
    if let summary = ComparisonText.summary(columns: columns, context) { return summary }
    let operand: OperandName
    let cursor: Coordinate
    let name: String
    switch context.state.focus {
    case .input:
      (operand, cursor) = (.input, explorer.inputCursor)
      name = context.inputCellName(row: cursor.row, column: cursor.column)
    case .kernel:
      (operand, cursor) = (.weights, explorer.kernelCursor)
      name = context.kernelCellName(row: cursor.row, column: cursor.column)
    case .output where context.state.isOutputGivenUp, .lesson where context.state.isOutputGivenUp:
      return StyledLine([Span(context.glyphs.plain(context.state.outputGivenUpSentence), .quiet)])
    case .output:
      // The sum above says it already.
      guard context.frame.layout?.arithmetic == nil else { return StyledLine() }
      let value = context.frame.scene.arithmetic.result.map { NumberText.shortest($0) } ?? context.glyphs.unknown
      return StyledLine([
        Span(context.outputCellName(explorer.cell) + " = ", .quiet),
        Span(value, .strong),
      ])
    case .lesson, .study: return StyledLine()
    }
    let scene = context.frame.scene[operand == .input ? .input : .kernel]
    let isHidden = operand == .weights && context.state.hidesKernel
    let value =
      isHidden
      ? nil
      : explorer.experiment.operands[operand].flatMap { $0.shape.contains(cursor) ? $0[cursor] : nil }
        ?? scene[row: cursor.row, column: cursor.column]?.value
    var line = StyledLine([
      Span(name + " = ", .quiet),
      Span(value.map { NumberText.shortest($0) } ?? (isHidden ? context.glyphs.unknown : ""), .strong),
    ])
    let more = [operand == .input ? GhostText.text(at: cursor, context) : nil, links(context)]
    for text in more.compactMap({ $0 }) {
      let span = Span(context.glyphs.separator + text)
      if line.columns + StyledLine([span]).columns <= columns { line.spans.append(span) }
    }
    return line
  }

  /// How many inputs the selected weight touches, or how many outputs the selected input feeds.
  private static func links(_ context: PanelContext) -> String? {
    let sign = context.glyphs.linked
    switch context.frame.scene.links {
    case nil: return nil
    case .feeds(0)?: return context.text(.linksFeedNone)
    case .feeds(1)?: return context.text(.linksFeedOne, sign)
    case .feeds(let outputs)?: return context.text(.linksFeed, "\(outputs)", sign)
    case .touches(let inputs, 0)?: return context.text(.linksTouch, "\(inputs)", sign)
    case .touches(let inputs, let padding)?:
      return context.text(.linksTouchPadding, "\(inputs)", sign, "\(padding)")
    }
  }

  private static func cut(_ line: StyledLine, columns: Int, _ context: PanelContext) -> StyledLine {
    guard line.columns > columns, let span = line.spans.last else { return line }
    let before = StyledLine(Array(line.spans.dropLast()))
    return StyledLine(
      before.spans + [Span(context.cut(span.text, columns: max(0, columns - before.columns)), span.role)])
  }
}
