import ConvolutionEngine
import Explorer
import LessonKit
import TerminalKit

/// The line that is typed at the foot of the screen, with the reason above it when it was not taken.
enum PromptLine {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    guard case .prompt(let prompt) = context.state.mode else { return }
    surface.fill(rect)
    let name = name(of: prompt, context)
    var hintColumns = 0
    let hints = context.state.hints
    for hint in hints { hintColumns += DisplayWidth.columns(of: hint.key + hint.text) + 3 }
    if hintColumns > rect.columns / 2 { hintColumns = 0 }
    let start = rect.column + 1
    let column =
      start + surface.write(name, row: rect.row, column: start, style: context.theme.style(.title), in: rect)
    // Of a long line its end shows, where one types. Every character takes a column at least.
    let room = rect.endColumn - column - hintColumns - 2
    var text = String(Sanitizer.sanitized(prompt.text).suffix(max(1, room)))
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
    guard rect.row > 0 else { return }
    let lines =
      prompt.problem.map { problem in
        TextFlow.wrap([Span(context.glyphs.plain(problem), .problem)], columns: rect.columns - 2).prefix(3)
      } ?? prompt.completion.map { offered($0, columns: rect.columns - 2, context)[...] } ?? []
    for (index, line) in lines.enumerated() {
      let row = rect.row - lines.count + index
      surface.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns))
      surface.write(line, row: row, column: rect.column + 1, theme: context.theme, in: surface.bounds)
    }
  }

  /// What Tab goes through, in as many lines as a message has at most; the part around the one that is shown.
  private static func offered(_ completion: Completion, columns: Int, _ context: PanelContext) -> [StyledLine] {
    let shown = completion.shown ?? 0
    var lines: [StyledLine] = []
    var line = StyledLine()
    var current = 0
    for (index, text) in completion.lines.enumerated() {
      let word = context.glyphs.plain(Sanitizer.sanitized(text))
      let span = Span(word, index == completion.shown ? .selected : .quiet)
      if line.columns > 0, line.columns + 2 + DisplayWidth.columns(of: word) > columns {
        lines.append(line)
        line = StyledLine()
      }
      if line.columns > 0 { line.spans.append(Span("  ")) }
      line.spans.append(span)
      if index == shown { current = lines.count }
    }
    lines.append(line)
    let first = max(0, min(current - 1, lines.count - WorkbenchState.messageLines))
    return Array(lines[first..<min(lines.count, first + WorkbenchState.messageLines)])
  }

  /// What stands before the typed text: in the predict mode the cell that is asked for.
  private static func name(of prompt: Prompt, _ context: PanelContext) -> String {
    switch prompt.kind {
    case .command: return context.text(.promptCommand)
    case .search: return context.text(.promptSearch)
    case .answer:
      if let question = context.state.openQuestion { return name(of: question, context) }
      guard let cell = context.state.explorer.askedCell else { return context.text(.promptAnswer) }
      return context.outputCellName(cell) + " = "
    case .bias(let filter): return biasName(filter, context)
    }
  }

  /// What a lesson's task asks for.
  private static func name(of question: LessonQuestion, _ context: PanelContext) -> String {
    guard let task = context.state.lesson?.task else { return context.text(.promptAnswer) }
    switch question {
    case .choice: return context.text(.promptChoice, "\(task.choices.count)")
    case .line: return context.text(.promptLine, "\(task.code.count)")
    case .number:
      return task.unit.map { context.text(.promptNumber, context.glyphs.plain($0)) } ?? context.text(.promptAnswer)
    case .nextCell, .cell: return context.text(.promptAnswer)
    case .hiddenKernel: return context.text(.promptKernel)
    }
  }

  /// Which bias is typed, with the present one.
  private static func biasName(_ filter: Int, _ context: PanelContext) -> String {
    let bias = context.state.explorer.experiment.operands[.bias]
    let value = bias.flatMap { filter < $0.shape.channels ? $0[channel: filter, row: 0, column: 0] : nil } ?? 0
    return context.text(.promptBias, "\(filter)", NumberText.shortest(value))
  }
}
