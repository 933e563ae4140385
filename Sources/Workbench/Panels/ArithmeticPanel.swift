import ConvolutionEngine
import Explorer
import TerminalKit

/// The sum of the current cell with live numbers, where its window lies, and the running sum.
enum ArithmeticPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let arithmetic = context.frame.scene.arithmetic
    let columns = rect.columns - 2
    let footRows = rect.rows >= 4 ? 2 : rect.rows >= 2 ? 1 : 0
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

  private static func footLines(
    _ arithmetic: Arithmetic, rows: Int, columns: Int, _ context: PanelContext
  ) -> [StyledLine] {
    guard rows > 0 else { return [] }
    let place = context.text(
      .sumPlace, GridTitle.span(Range(arithmetic.inputRows), context),
      GridTitle.span(Range(arithmetic.inputColumns), context))
    let outside = GhostText.text(arithmetic, context)
    let separator = context.glyphs.separator
    let first = place + (outside.map { separator + $0 } ?? "")
    if rows >= 2 {
      return [
        StyledLine([Span(context.cut(first, columns: columns), .quiet)]),
        runningLine(arithmetic, columns: columns, context) ?? StyledLine(),
      ]
    }
    let room = columns - DisplayWidth.columns(of: first + separator)
    if let running = runningLine(arithmetic, columns: room, context) {
      return [StyledLine([Span(first + separator, .quiet)] + running.spans)]
    }
    return [StyledLine([Span(context.cut(first, columns: columns), .quiet)])]
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
      [Span(name + (isWhole ? "" : mark), .quiet), Span(words.map { $0 + " " }.joined()), Span(last, .current)])
  }
}

/// Says where the values of the window's cells outside the picture come from.
enum GhostText {
  /// At most this many rows and columns are named.
  private static let most = 2

  /// Nil when the whole window lies inside.
  static func text(_ arithmetic: Arithmetic, _ context: PanelContext) -> String? {
    let explorer = context.state.explorer
    let shape = explorer.experiment.inputShape
    let mode = explorer.experiment.parameters.paddingMode
    // Product by product, only the present cell is spoken of.
    if arithmetic.result == nil, let term = arithmetic.trace?.terms.prefix(arithmetic.shownTerms).last {
      guard term.isGhost else { return nil }
      guard let source = term.source else { return zeros(context) }
      let isRowOutside = term.position.row != source.row
      return context.text(
        .ghostCell, "\(term.position.row),\(term.position.column)",
        verb(isRowOutside ? mode.vertical : mode.horizontal, context), "\(source.row),\(source.column)")
    }
    let dilation = explorer.experiment.parameters.dilation
    let rows = stride(
      from: arithmetic.inputRows.lowerBound, through: arithmetic.inputRows.upperBound, by: dilation.vertical)
    let columns = stride(
      from: arithmetic.inputColumns.lowerBound, through: arithmetic.inputColumns.upperBound, by: dilation.horizontal)
    let outside =
      sources(rows, count: shape.height, mode: mode.vertical, key: .ghostRow, context)
      + sources(columns, count: shape.width, mode: mode.horizontal, key: .ghostColumn, context)
    guard let first = outside.first else { return nil }
    return outside.dropFirst().reduce(first) { $0.hasSuffix($1) ? $0 : $0 + ", " + $1 }
  }

  private static func sources(
    _ positions: StrideThrough<Int>, count: Int, mode: PaddingMode, key: TextKey, _ context: PanelContext
  ) -> [String] {
    let outside = positions.filter { $0 < 0 || $0 >= count }
    guard !outside.isEmpty else { return [] }
    guard mode != .zeros else { return [zeros(context)] }
    return outside.prefix(most).compactMap { position in
      mode.source(of: position, count: count).map {
        context.text(key, "\(position)", verb(mode, context), "\($0)")
      }
    } + (outside.count > most ? [context.glyphs.ellipsis] : [])
  }

  private static func zeros(_ context: PanelContext) -> String {
    context.text(.ghostZeros, context.glyphs.ghostZero)
  }

  private static func verb(_ mode: PaddingMode, _ context: PanelContext) -> String {
    switch mode {
    case .zeros: context.text(.ghostZeros, context.glyphs.ghostZero)
    case .reflect: context.text(.ghostReflects)
    case .replicate: context.text(.ghostRepeats)
    case .circular: context.text(.ghostWraps)
    }
  }
}
