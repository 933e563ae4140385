import ConvolutionEngine
import Explorer
import TerminalKit

/// The sum of the current cell with live numbers, where its window lies, and the running sum.
enum ArithmeticPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    guard !context.state.hidesKernel else { return HiddenSum.draw(&surface, rect, context) }
    let arithmetic = context.frame.scene.arithmetic
    let columns = rect.columns - 2
    if let spread = context.state.spreadInView {
      for (index, line) in ScatterText.lines(of: spread, rows: rect.rows, columns: columns, context).enumerated() {
        surface.write(line, row: rect.row + index, column: rect.column + 1, theme: context.theme, in: rect)
      }
      return
    }
    let voice = context.state.voice
    if rect.rows == 1, let line = ComparisonText.cellLine(arithmetic, columns: columns, context) {
      // The one line there is belongs to what was asked for last.
      surface.write(line, row: rect.row, column: rect.column + 1, theme: context.theme, in: rect)
      return
    }
    if rect.rows == 1, voice != .numbers, let line = VoiceText.line(voice, arithmetic, columns: columns, context) {
      // The one line there is belongs to the voice that was chosen.
      surface.write(line, row: rect.row, column: rect.column + 1, theme: context.theme, in: rect)
      return
    }
    let footRows = min(4, rect.rows / 2)
    let sumRows = rect.rows - footRows
    let (lines, sums, isByChannel) = sumLines(arithmetic, rows: sumRows, columns: columns, context)
    let below = Below(sums: sums, isByChannel: isByChannel)
    let foot = footLines(arithmetic, below, rows: footRows, columns: columns, context)
    for (index, line) in (lines + foot).prefix(rect.rows).enumerated() {
      surface.write(line, row: rect.row + index, column: rect.column + 1, theme: context.theme, in: rect)
    }
  }

  /// The sum in so many lines, products if they fit, else the sums of channels, else its two ends.
  static func sumLines(
    _ arithmetic: Arithmetic, rows: Int, columns: Int, _ context: PanelContext
  ) -> (lines: [StyledLine], sums: ChannelSums?, isByChannel: Bool) {
    // While the value is asked for, the sums of channels would say half of it.
    let sums = arithmetic.isAsked ? nil : ChannelSums(arithmetic)
    let products =
      SumText(arithmetic, isExact: true, context)
      .wrapped(lines: rows, columns: columns, mayElide: false, context)
      ?? SumText(arithmetic, isExact: false, context)
      .wrapped(lines: rows, columns: columns, mayElide: false, context)
    // Products that do not fit give way to the sums of their channels.
    let lines =
      products ?? sums.flatMap { byChannel(arithmetic, $0, lines: rows, columns: columns, context) }
      ?? SumText(arithmetic, isExact: arithmetic.termCount > 1, context)
      .wrapped(lines: rows, columns: columns, mayElide: true, context) ?? [
        SumText(arithmetic, isExact: true, context).bare
      ]
    return (lines, sums, products == nil)
  }

  /// The sums of channels in full, else rounded, else without those in the middle.
  private static func byChannel(
    _ arithmetic: Arithmetic, _ sums: ChannelSums, lines: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine]? {
    let needs = sums.channels.reduce(GridFormat.Needs()) { $0.union(GridFormat.Needs(Float($1.sum))) }
    let exact = SumText(arithmetic, sums, format: nil, context)
    return exact.wrapped(lines: lines, columns: columns, mayElide: false, context)
      ?? SumText(arithmetic, sums, format: GridFormat(needs, exactColumns: 5), context)
      .wrapped(lines: lines, columns: columns, mayElide: false, context)
      ?? (lines == 1 ? SumText.channelCounts(arithmetic, sums, context) : []).first { $0.columns <= columns }
      .map { [$0] }
      ?? exact.wrapped(lines: lines, columns: columns, mayElide: true, context)
  }

  // MARK: Under the sum

  /// What stands under the sum of several channels: what the lines above do not say.
  private struct Below {
    let sums: ChannelSums?
    /// Whether the sum above is that of channels, not of products.
    let isByChannel: Bool
  }

  /// Where the window lies and the running sum, in one line or two; then the voice that was chosen, or instead of them
  /// where there is only one line. With still more room, words without being asked, and what code needs before its line,
  /// or how the size of the output comes about.
  private static func footLines(
    _ arithmetic: Arithmetic, _ below: Below, rows: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine] {
    guard rows > 0 else { return [] }
    if let compared = ComparisonText.cellLine(arithmetic, columns: columns, context) {
      return [compared] + stepLines(arithmetic, below, rows: rows - 1, columns: columns, context)
    }
    return stepLines(arithmetic, below, rows: rows, columns: columns, context)
  }

  private static func stepLines(
    _ arithmetic: Arithmetic, _ below: Below, rows: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine] {
    guard rows > 0 else { return [] }
    let voice = context.state.voice
    if rows < 3 {
      let told = voice == .numbers ? nil : VoiceText.line(voice, arithmetic, columns: columns, context)
      guard let told else { return numbers(arithmetic, below, rows: rows, columns: columns, context) }
      return [told] + (rows == 2 ? [runningLine(arithmetic, below, columns: columns, context) ?? StyledLine()] : [])
    }
    let spoken = VoiceText.line(voice == .numbers ? .words : voice, arithmetic, columns: columns, context)
    var lines = numbers(arithmetic, below, rows: 2, columns: columns, context) + [spoken].compactMap { $0 }
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
    _ arithmetic: Arithmetic, _ below: Below, rows: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine] {
    let place = place(of: arithmetic, context) + integral(arithmetic, context)
    let outside = GhostText.text(arithmetic, context)
    let separator = context.glyphs.separator
    let first = place + (outside.map { separator + $0 } ?? "")
    if rows >= 2 {
      return [
        StyledLine([Span(context.cut(first, columns: columns))]),
        lastLine(arithmetic, below, columns: columns, context) ?? StyledLine(),
      ]
    }
    let room = columns - DisplayWidth.columns(of: first + separator)
    if let last = lastLine(arithmetic, below, columns: room, context) {
      return [StyledLine([Span(first + separator)] + last.spans)]
    }
    if arithmetic.isAsked, let question = lastLine(arithmetic, below, columns: columns, context) { return [question] }
    return [StyledLine([Span(context.cut(first, columns: columns))])]
  }

  /// Where the input cells stand that the output cell is made of.
  private static func place(of arithmetic: Arithmetic, _ context: PanelContext) -> String {
    let footprint = arithmetic.footprint
    let explorer = context.state.explorer
    let isRim = explorer.experiment.operation.isTransposed && explorer.isOutputPadding(arithmetic.cell)
    let rim = isRim ? context.text(.outputPaddingPlace) + context.glyphs.separator : ""
    if footprint.isEmpty { return rim + context.text(.sumNoPlace) }
    if explorer.experiment.operation.isTransposed {
      if arithmetic.termCount > 1 {
        return rim + context.text(.sumOverlap, "\(arithmetic.termCount)") + context.glyphs.separator
          + rectangle(arithmetic, context)
      }
      let one = context.frame.scene.showsOverlap ? context.text(.sumOverlapOne) + context.glyphs.separator : ""
      return rim + one + cellOrRectangle(arithmetic, context)
    }
    return cellOrRectangle(arithmetic, context)
  }

  /// The one input cell, or the rows and columns.
  private static func cellOrRectangle(_ arithmetic: Arithmetic, _ context: PanelContext) -> String {
    let footprint = arithmetic.footprint
    if footprint.rows.count == 1, footprint.columns.count == 1 {
      return context.text(.sumPlaceCell, "\(footprint.rows.first)", "\(footprint.columns.first)")
    }
    return rectangle(arithmetic, context)
  }

  /// The rows and columns under the window; a signal has columns alone.
  private static func rectangle(_ arithmetic: Arithmetic, _ context: PanelContext) -> String {
    let columns = GridTitle.span(Range(arithmetic.inputColumns), context)
    guard !context.state.explorer.experiment.operation.isForSignals else {
      return context.text(.sumPlaceOfSignal, columns)
    }
    let key: TextKey = arithmetic.inputRows.count == 1 ? .sumPlaceInRow : .sumPlace
    return context.text(key, GridTitle.span(Range(arithmetic.inputRows), context), columns)
  }

  /// Of samples a step apart: what the sum has to be multiplied with to be the integral.
  private static func integral(_ arithmetic: Arithmetic, _ context: PanelContext) -> String {
    guard arithmetic.result != nil, let sum = arithmetic.runningValues.last,
      case .scale(let step)? = arithmetic.trace?.epilogue.first
    else { return "" }
    return context.glyphs.separator
      + context.text(
        .sumIntegral, NumberText.shortest(Float(sum)), NumberText.shortest(step),
        NumberText.shortest(Float(sum * step)))
  }

  /// What the running values are called.
  private static func runningName(_ reduction: CellTrace.Reduction, _ context: PanelContext) -> String {
    switch reduction {
    case .sum, .single: context.text(.sumRunning)
    case .max: context.text(.maxRunning)
    case .mean: context.text(.meanRunning)
    case .exponentialSum(let shift): context.text(.powersRunning, NumberText.shortest(Float(shift)))
    }
  }

  /// The running sum, or what is asked instead; nil when there is no room for it.
  private static func lastLine(
    _ arithmetic: Arithmetic, _ below: Below, columns: Int, _ context: PanelContext
  ) -> StyledLine? {
    guard arithmetic.isAsked else { return runningLine(arithmetic, below, columns: columns, context) }
    let key = KeyMap.keyName(for: .explorer(.skip), in: .output) ?? ""
    let question = StyledLine([Span(context.text(.sumQuestion, context.glyphs.plain(key)), .task)])
    return question.columns <= columns ? question : nil
  }

  /// `running sum 0 0 2 3`, its beginning left out when it is long; nil when there is no room to speak of.
  ///
  /// Of several channels the sum of each stands under their products, and the total after each under their sums.
  private static func runningLine(
    _ arithmetic: Arithmetic, _ below: Below, columns: Int, _ context: PanelContext
  ) -> StyledLine? {
    guard let reduction = arithmetic.trace?.reduction, reduction != .single, !arithmetic.runningValues.isEmpty else {
      return nil
    }
    if let sums = below.sums, !below.isByChannel, arithmetic.result != nil {
      let pieces = sums.pieces(context)
      let joined = Array(pieces.map { [Span(" + ")] + $0 }.joined().dropFirst())
      let result = arithmetic.result.map { [Span(" = " + NumberText.shortest($0))] } ?? []
      let line = StyledLine([Span(context.text(.sumByChannel) + " ")] + joined + result)
      if line.columns <= columns { return line }
    }
    let values = below.isByChannel ? below.sums?.totals() ?? arithmetic.runningValues : arithmetic.runningValues
    let isByChannel = below.isByChannel && below.sums != nil
    let name = (isByChannel ? context.text(.sumRunningByChannel) : runningName(reduction, context)) + " "
    let mark = context.glyphs.ellipsis + " "
    var left = columns - DisplayWidth.columns(of: name) - DisplayWidth.columns(of: mark)
    guard left >= 8 else { return nil }
    // Of a long sum no more than its end can be seen.
    let visible = values.suffix(columns).map { Float($0) }
    let needs = visible.reduce(GridFormat.Needs()) { $0.union(GridFormat.Needs($1)) }
    let format = GridFormat(needs)
    var words: [String] = []
    for value in visible.reversed() {
      let word = format.isRounded ? format.unpadded(value) : NumberText.shortest(value)
      left -= word.count + 1
      guard left >= 0 else { break }
      words.insert(word, at: 0)
    }
    let isWhole = words.count == values.count
    guard let last = words.popLast() else { return nil }
    return StyledLine(
      [Span(name + (isWhole ? "" : mark)), Span((words + [last]).joined(separator: " "))])
  }
}
