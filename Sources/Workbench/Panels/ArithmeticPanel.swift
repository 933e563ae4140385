import ConvolutionEngine
import Explorer
import TerminalKit

/// The sum of the current cell with live numbers, where its window lies, and the running sum.
enum ArithmeticPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let arithmetic = context.frame.scene.arithmetic
    let columns = rect.columns - 2
    let voice = context.state.voice
    if rect.rows == 1, voice != .numbers, let line = VoiceText.line(voice, arithmetic, columns: columns, context) {
      // The one line there is belongs to the voice that was chosen.
      surface.write(line, row: rect.row, column: rect.column + 1, theme: context.theme, in: rect)
      return
    }
    let footRows = min(4, rect.rows / 2)
    let sumRows = rect.rows - footRows
    let lines =
      SumText(arithmetic, isExact: true, context)
      .wrapped(lines: sumRows, columns: columns, mayElide: false, context)
      ?? SumText(arithmetic, isExact: false, context)
      .wrapped(lines: sumRows, columns: columns, mayElide: false, context)
      ?? SumText(arithmetic, isExact: arithmetic.termCount > 1, context)
      .wrapped(lines: sumRows, columns: columns, mayElide: true, context) ?? []
    let foot = footLines(arithmetic, rows: footRows, columns: columns, context)
    for (index, line) in (lines + foot).prefix(rect.rows).enumerated() {
      surface.write(line, row: rect.row + index, column: rect.column + 1, theme: context.theme, in: rect)
    }
  }

  // MARK: Under the sum

  /// Where the window lies and the running sum, in one line or two; then the voice that was chosen, or instead of them
  /// where there is only one line. With still more room, words without being asked, and what code needs before its line,
  /// or how the size of the output comes about.
  private static func footLines(
    _ arithmetic: Arithmetic, rows: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine] {
    guard rows > 0 else { return [] }
    let voice = context.state.voice
    if rows < 3 {
      let told = voice == .numbers ? nil : VoiceText.line(voice, arithmetic, columns: columns, context)
      guard let told else { return numbers(arithmetic, rows: rows, columns: columns, context) }
      return [told] + (rows == 2 ? [runningLine(arithmetic, columns: columns, context) ?? StyledLine()] : [])
    }
    let spoken = VoiceText.line(voice == .numbers ? .words : voice, arithmetic, columns: columns, context)
    var lines = numbers(arithmetic, rows: 2, columns: columns, context) + [spoken].compactMap { $0 }
    guard rows > 3 else { return lines }
    let preparation = VoiceText.preparation(voice, arithmetic, columns: columns, context)
    if !preparation.isEmpty {
      lines += preparation
    } else if let size = context.state.explorer.experiment.outputSize {
      let sentence = context.glyphs.plain(context.state.texts.sentence(for: size, columns: columns))
      lines += TextFlow.wrap([Span(sentence)], columns: columns)
    }
    return lines
  }

  /// Where the window lies, what stands outside, and the running sum.
  private static func numbers(
    _ arithmetic: Arithmetic, rows: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine] {
    let place = context.text(
      .sumPlace, GridTitle.span(Range(arithmetic.inputRows), context),
      GridTitle.span(Range(arithmetic.inputColumns), context))
    let outside = GhostText.text(arithmetic, context)
    let separator = context.glyphs.separator
    let first = place + (outside.map { separator + $0 } ?? "")
    if rows >= 2 {
      return [
        StyledLine([Span(context.cut(first, columns: columns))]),
        runningLine(arithmetic, columns: columns, context) ?? StyledLine(),
      ]
    }
    let room = columns - DisplayWidth.columns(of: first + separator)
    if let running = runningLine(arithmetic, columns: room, context) {
      return [StyledLine([Span(first + separator)] + running.spans)]
    }
    return [StyledLine([Span(context.cut(first, columns: columns))])]
  }

  /// `running sum 0 0 2 3`, its beginning left out when it is long; nil when there is no room to speak of.
  private static func runningLine(
    _ arithmetic: Arithmetic, columns: Int, _ context: PanelContext
  ) -> StyledLine? {
    guard arithmetic.trace != nil, !arithmetic.runningValues.isEmpty else { return nil }
    let name = context.text(.sumRunning) + " "
    let mark = context.glyphs.ellipsis + " "
    var left = columns - DisplayWidth.columns(of: name) - DisplayWidth.columns(of: mark)
    guard left >= 8 else { return nil }
    // Of a long sum no more than its end can be seen.
    let visible = arithmetic.runningValues.suffix(columns).map { Float($0) }
    let needs = visible.reduce(GridFormat.Needs()) { $0.union(GridFormat.Needs($1)) }
    let format = GridFormat(needs)
    var words: [String] = []
    for value in visible.reversed() {
      let word = format.isRounded ? format.unpadded(value) : NumberText.shortest(value)
      left -= word.count + 1
      guard left >= 0 else { break }
      words.insert(word, at: 0)
    }
    let isWhole = words.count == arithmetic.runningValues.count
    guard let last = words.popLast() else { return nil }
    return StyledLine(
      [Span(name + (isWhole ? "" : mark)), Span((words + [last]).joined(separator: " "))])
  }
}
