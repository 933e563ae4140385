import ConvolutionEngine
import Explorer
import TerminalKit

/// What is said of a comparison: over and under the output, of the current cell, and of all cells.
enum ComparisonText {
  // MARK: On the frame of the output

  /// What the panel shows, in a form that fits into so many columns if there is one.
  static func title(columns: Int, _ context: PanelContext) -> String {
    let explorer = context.state.explorer
    let own = context.text(.panelOutput)
    let short = context.text(.panelMinusOther)
    let isShift = explorer.comparison.shift != nil
    let forms: [String] =
      switch explorer.outputView {
      case .own: [own]
      case .other: [name(context)]
      case .difference where isShift:
        [
          context.text(.panelShiftDifference, verb(context)), context.text(.panelShiftDifferenceShort),
          context.text(.panelMinusShifted),
        ]
      case .difference: [context.text(.panelDifference, name(context)), context.text(.panelDifferenceShort), short]
      }
    return forms.first { DisplayWidth.columns(of: $0) <= columns } ?? forms.last ?? own
  }

  /// How many cells differ, beside how far the window has come; from long to short.
  static func notes(progress: String, short: String, _ context: PanelContext) -> [String] {
    let explorer = context.state.explorer
    if let run = explorer.comparison.shift {
      let (rows, columns) = ("\(run.offset.vertical)", "\(run.offset.horizontal)")
      guard case .ready(let result) = explorer.comparisonState else { return [context.text(.shiftName, rows, columns)] }
      return [
        shiftSentence(run, result.statistics, context),
        context.text(.shiftShort, rows, columns, "\(result.statistics.beyond)"),
      ]
    }
    guard case .ready(let result) = explorer.comparisonState else { return [] }
    let count = context.glyphs.separator + context.text(.comparedCount, "\(result.statistics.beyond)")
    return [progress + count, short + count]
  }

  // MARK: The current cell

  /// Both numbers of the current cell, their difference, and the numbers between them; nil where nothing is compared or our
  /// own number is not known.
  static func cellLine(_ arithmetic: Arithmetic, columns: Int, _ context: PanelContext) -> StyledLine? {
    let explorer = context.state.explorer
    guard let ours = arithmetic.result, explorer.isCompared else { return nil }
    let cell = context.outputCellName(arithmetic.cell)
    guard case .ready = explorer.comparisonState else {
      return StyledLine([Span(context.cut(context.text(.comparedPending, name(context)), columns: columns), .quiet)])
    }
    guard let numbers = explorer.comparedNumbers(at: arithmetic.cell) else {
      let text = context.text(.comparedNoCell, cell, NumberText.shortest(ours), name(context))
      return StyledLine([Span(context.cut(text, columns: columns))])
    }
    let (mine, other) = (NumberText.shortest(ours), NumberText.shortest(numbers.other))
    let difference = NumberText.shortest(Float(numbers.difference))
    let rounded = short(Float(numbers.difference))
    let isNear = explorer.comparison.presentTolerance.accepts(ours, numbers.other)
    let steps = numbers.ulps.map { context.glyphs.separator + context.text(.comparedUlps, "\($0)") } ?? ""
    let verdict = Span(
      context.glyphs.separator + context.text(isNear ? .comparedWithin : .comparedBeyond), isNear ? .quiet : .problem)
    let full = context.state.texts.text(.comparedNumbers, cell, mine, name(context), other, difference)
    let bare = context.text(.comparedBareNumbers, mine, other, rounded)
    let forms = [
      [Span(context.glyphs.plain(full) + steps), verdict], [Span(context.glyphs.plain(full) + steps)],
      [Span(bare + steps), verdict], [Span(bare + steps)],
    ].map { StyledLine($0) }
    return forms.first { $0.columns <= columns } ?? StyledLine([Span(context.cut(bare, columns: columns))])
  }

  // MARK: All cells

  /// How many cells differ and where most, for the status line; nil where nothing is compared.
  static func summary(columns: Int, _ context: PanelContext) -> StyledLine? {
    let explorer = context.state.explorer
    let forms: [String]
    switch explorer.comparisonState {
    case .off: return nil
    case .pending: forms = [pending(context)]
    case .broken(let problem): forms = broken(problem, context)
    case .ready(let result):
      forms =
        explorer.comparison.shift.map { shiftForms($0, result.statistics, context) }
        ?? counted(result.statistics, context)
    }
    let text = forms.first { DisplayWidth.columns(of: $0) <= columns } ?? forms.last ?? ""
    return StyledLine([Span(context.cut(text, columns: columns))])
  }

  private static func counted(_ statistics: DifferenceStatistics, _ context: PanelContext) -> [String] {
    let count = "\(statistics.count)"
    let nan =
      statistics.bothNaN > 0
      ? context.glyphs.separator + context.text(.comparedNaN, "\(statistics.bothNaN)") : ""
    guard let largest = statistics.largest, let place = statistics.largestAt else {
      let equal = context.text(.comparedEqual, name(context), count)
      return [equal + nan, equal, context.text(.comparedEqualShort, count)]
    }
    let tolerance = context.state.explorer.comparison.presentTolerance
    let (absolute, relative) = (tolerance.absoluteText, tolerance.relativeText)
    let (beyond, most) = ("\(statistics.beyond)", short(Float(largest)))
    let isOnePlane = context.state.explorer.outputShape.channels == 1
    let at = isOnePlane ? "\(place.row),\(place.column)" : "\(place.channel),\(place.row),\(place.column)"
    let texts = context.state.texts
    let long = context.glyphs.plain(
      texts.text(.comparedSummary, beyond, count, absolute, relative, name(context), most, at))
    return [
      long + nan, long,
      context.glyphs.plain(texts.text(.comparedSummaryMiddle, beyond, count, absolute, relative, most, at)),
      context.text(.comparedSummaryShort, beyond, count, most, at),
    ]
  }

  private static func shiftForms(
    _ run: ShiftRun, _ statistics: DifferenceStatistics, _ context: PanelContext
  ) -> [String] {
    [
      shiftSentence(run, statistics, context),
      context.text(.shiftShort, "\(run.offset.vertical)", "\(run.offset.horizontal)", "\(statistics.beyond)"),
    ]
  }

  private static func shiftSentence(
    _ run: ShiftRun, _ statistics: DifferenceStatistics, _ context: PanelContext
  ) -> String {
    let (rows, columns) = ("\(run.offset.vertical)", "\(run.offset.horizontal)")
    let (beyond, inside) = ("\(statistics.beyond)", "\(statistics.beyondInside)")
    if statistics.beyond == 0 { return context.text(.shiftAll, rows, columns, "\(statistics.count)") }
    return statistics.beyondInside == 0
      ? context.text(.shiftRim, rows, columns, beyond) : context.text(.shiftInside, rows, columns, beyond, inside)
  }

  private static func pending(_ context: PanelContext) -> String {
    guard let run = context.state.explorer.comparison.shift else {
      return context.text(.comparedPending, name(context))
    }
    return context.text(.shiftPending, "\(run.offset.vertical)", "\(run.offset.horizontal)")
  }

  private static func broken(_ problem: ComparisonProblem, _ context: PanelContext) -> [String] {
    let reason = context.glyphs.plain(context.state.texts.sentence(for: problem))
    guard let run = context.state.explorer.comparison.shift else { return [reason] }
    var reasons = [reason]
    if case .stride(let stride, _, _) = problem { reasons.append(context.text(.problemStrideShort, "\(stride)")) }
    return reasons.map {
      context.text(.shiftBroken, "\(run.offset.vertical)", "\(run.offset.horizontal)", $0)
    }
  }

  /// A difference of two numbers, whose first digits say all that is of interest.
  private static func short(_ value: Float) -> String {
    let text = NumberText.shortest(value)
    return text.count <= 8 ? text : GridFormat.exponentText(value, width: 8) ?? text
  }

  // MARK: Names

  /// What the output is compared with.
  private static func name(_ context: PanelContext) -> String {
    let comparison = context.state.explorer.comparison
    if comparison.shift != nil { return context.text(.panelShifted, verb(context)) }
    return context.glyphs.plain(Sanitizer.sanitized(comparison.otherName(context.state.texts) ?? ""))
  }

  /// The operator in a formula: `conv` for both convolutions, else its name.
  private static func verb(_ context: PanelContext) -> String {
    let operation = context.state.explorer.experiment.operation
    return operation == .conv2d || operation == .conv1d ? context.text(.verbConvolution) : operation.rawValue
  }
}

extension Tolerance {
  var relativeText: String { Self.text(relative) }
  var absoluteText: String { Self.text(absolute) }

  /// `1e-5`, where Swift writes a zero before the 5.
  private static func text(_ value: Double) -> String {
    NumberText.shortest(value).replacing("e-0", with: "e-")
  }
}
