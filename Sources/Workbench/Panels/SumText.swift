import ConvolutionEngine
import Explorer
import TerminalKit

/// The sum behind the current cell as pieces of text: `out[2,2] =`, one piece per product, `= 3`.
struct SumText {
  let head: Span
  /// `1×-2` each, in tap order; the products that are shown, the first and last ones of a long sum.
  let terms: [[Span]]
  /// Products left out between the first and the second half of `terms`.
  let omitted: Int
  let tail: [Span]
  /// What closes the terms, before the result.
  private let ending: [Span]
  /// Between two pieces.
  private let joint: String
  /// The name of the cell and its value alone, for a line with no room for more.
  let bare: StyledLine
  /// Whether the products are too many to be shown at all.
  let isCounted: Bool

  /// Products beyond this many are not even turned into text: no screen shows them.
  private static let mostTerms = 160

  /// - Parameter isExact: Whether the numbers are written in full; else like in their grids, and the result after `≈`.
  init(_ arithmetic: Arithmetic, isExact: Bool, _ context: PanelContext) {
    let shown = arithmetic.trace.map { $0.terms.prefix(arithmetic.shownTerms) } ?? []
    let isPartial = arithmetic.shownTerms < arithmetic.termCount
    let pieces = shown.enumerated().map { index, term in (index, term) }
    let half = Self.mostTerms / 2
    let kept = pieces.count > Self.mostTerms ? Array(pieces.prefix(half) + pieces.suffix(half)) : pieces
    omitted = arithmetic.trace == nil ? arithmetic.termCount : pieces.count - kept.count
    let channels = arithmetic.trace?.groups.count ?? 1
    let form = SumForm(arithmetic, isPartial: isPartial, isShort: !isExact, context)
    let name = Self.head(arithmetic, context).text
    head = Span(name + (pieces.isEmpty ? "" : form.opening))
    let winner = arithmetic.winner
    joint = form.joint
    var terms = kept.map { index, term in
      let isFirst = index == 0 || shown[index - 1].position.channel != term.position.channel
      let label = Span(context.channelLabel(term.position.channel) + ": ", .quiet)
      let product = Self.spans(
        term, form, isCurrent: isPartial && index == shown.count - 1, isWinner: index == winner, isExact: isExact,
        context)
      return channels > 1 && isFirst ? [label] + product : product
    }
    var ending = terms.isEmpty ? [] : [Span(form.closing)]
    if !isPartial {
      for case .addBias(let bias) in arithmetic.trace?.epilogue ?? [] {
        let term = Span(context.text(.sumBias, NumberText.shortest(bias)))
        // What is added after something else was done with the sum is no term of it.
        if form.closing.isEmpty { terms.append([term]) } else { ending += [Span(" + "), term] }
      }
    }
    self.terms = terms
    self.ending = form.closing.isEmpty ? [] : ending
    isCounted = arithmetic.trace == nil
    bare = Self.bare(arithmetic, context)
    tail = Self.tail(arithmetic, form, hasTerms: !terms.isEmpty, isExact: isExact, context)
  }

  /// The same sum by channels.
  ///
  /// - Parameter format: how the sums of channels are written; nil for in full.
  init(_ arithmetic: Arithmetic, _ sums: ChannelSums, format: GridFormat?, _ context: PanelContext) {
    head = Self.head(arithmetic, context)
    terms = sums.pieces(context, format: format)
    omitted = 0
    isCounted = false
    joint = " + "
    ending = []
    bare = Self.bare(arithmetic, context)
    let form = SumForm(arithmetic, isPartial: arithmetic.result == nil, isShort: false, context)
    tail = Self.tail(arithmetic, form, hasTerms: true, isExact: format == nil, context)
  }

  private static func head(_ arithmetic: Arithmetic, _ context: PanelContext) -> Span {
    Span(context.outputCellName(arithmetic.cell) + " = ")
  }

  private static func bare(_ arithmetic: Arithmetic, _ context: PanelContext) -> StyledLine {
    let known = arithmetic.result ?? arithmetic.runningValues.last.map { Float($0) }
    let count =
      arithmetic.result == nil && !arithmetic.isAsked
      ? [Span(" " + context.text(.sumSoFarShort, "\(arithmetic.shownTerms)", "\(arithmetic.termCount)"), .quiet)] : []
    return StyledLine(
      [head(arithmetic, context), Span(known.map { NumberText.shortest($0) } ?? context.glyphs.unknown, .current)]
        + count
    )
  }

  /// `out[0,2,2] = 3 channels + bias 0.5 = -6`: the sum by channels where there is no room for their sums, the longest form
  /// first; none before it is finished.
  static func channelCounts(_ arithmetic: Arithmetic, _ sums: ChannelSums, _ context: PanelContext) -> [StyledLine] {
    guard let result = arithmetic.result else { return [] }
    let biases = sums.bias.map { bias in
      [NumberText.shortest(bias), ""].map { Span(" + " + context.text(.sumBias, $0)) }
    }
    let count = Span(context.text(.sumOfChannels, "\(sums.channels.count)"))
    return (biases ?? [Span("")]).map { bias in
      let known = Span(bias.text.hasSuffix(" ") ? String(bias.text.dropLast()) : bias.text)
      return StyledLine(
        [head(arithmetic, context), count, known, Span(" = "), Span(NumberText.shortest(result), .current)])
    }
  }

  private static func tail(
    _ arithmetic: Arithmetic, _ form: SumForm, hasTerms: Bool, isExact: Bool, _ context: PanelContext
  ) -> [Span] {
    guard let trace = arithmetic.trace else { return counted(arithmetic, context) }
    if arithmetic.isAsked {
      let isPartial = arithmetic.shownTerms < arithmetic.termCount
      return [Span(isPartial ? "+ \(context.glyphs.ellipsis) = " : "= "), Span(context.glyphs.unknown, .current)]
    }
    if let result = arithmetic.result {
      let value = Span(NumberText.shortest(result), .current)
      let sign = isExact || trace.reduction == .single ? "=" : context.glyphs.approximately
      // Nothing is added up where no input cell reaches.
      return hasTerms ? [Span("\(sign) "), value] : [value, Span(" " + context.text(.sumOfNothing), .quiet)]
    }
    let nothing = trace.reduction == .sum ? "0" : context.glyphs.unknown
    let value = arithmetic.runningValues.last.map { NumberText.shortest(Float($0)) } ?? nothing
    let count = context.text(
      form.hasProducts ? .sumSoFar : .sumSoFarValues, "\(arithmetic.shownTerms)", "\(arithmetic.termCount)")
    return (hasTerms ? [Span("= ")] : []) + [Span(value, .current), Span(" " + count, .quiet)]
  }

  /// Of a sum without terms: its value, and how many products it has.
  private static func counted(_ arithmetic: Arithmetic, _ context: PanelContext) -> [Span] {
    let count = "\(arithmetic.termCount)"
    if arithmetic.isAsked {
      return [Span(context.glyphs.unknown, .current), Span(" " + context.text(.sumCount, count), .quiet)]
    }
    guard let result = arithmetic.result else {
      return [
        Span(context.glyphs.unknown, .current),
        Span(" " + context.text(.sumSoFar, "\(arithmetic.shownTerms)", count), .quiet),
      ]
    }
    return [Span(NumberText.shortest(result), .current), Span(" " + context.text(.sumCount, count), .quiet)]
  }

  /// One product, or one value where there are no factors.
  static func spans(
    _ term: CellTrace.Term, _ form: SumForm? = nil, isCurrent: Bool, isWinner: Bool = false, isExact: Bool,
    _ context: PanelContext
  ) -> [Span] {
    let value =
      term.source == nil
      ? context.glyphs.ghostZero
      : number(term.value, format: isExact ? nil : context.frame.formats[.input]?.shared)
    let factor = number(Float(term.factor), format: isExact ? nil : context.frame.formats[.kernel]?.shared)
    if let form, !form.hasProducts {
      let sign = isCurrent ? ("(", ")") : isWinner ? ("[", "]") : ("", "")
      let role: Role = isCurrent || isWinner ? .current : term.isGhost ? .ghost : .text
      return [Span("\(sign.0)\(form.prefix)\(value)\(sign.1)", role)]
    }
    if isCurrent { return [Span("(\(value)\(context.glyphs.times)\(factor))", .current)] }
    let role: Role = term.isGhost ? .ghost : .text
    return [Span(value, role), Span(context.glyphs.times), Span(factor, role)]
  }

  private static func number(_ value: Float, format: GridFormat?) -> String {
    format?.unpadded(value) ?? NumberText.shortest(value)
  }

  // MARK: Lines

  /// The sum in at most `lines` lines of `columns` columns, its middle left out when it is too long; nil when even the
  /// shortest form does not fit.
  func wrapped(lines: Int, columns: Int, mayElide: Bool, _ context: PanelContext) -> [StyledLine]? {
    if isCounted {
      // The count is dropped before the value.
      let forms = [tail, tail.dropLast()].map { StyledLine([head] + $0) }
      return lines < 1 ? nil : forms.first { $0.columns <= columns }.map { [$0] }
    }
    if omitted == 0, let all = flow(terms, columns: columns), all.count <= lines { return all }
    guard mayElide else { return nil }
    for kept in stride(from: terms.count - 1, through: 0, by: -1) {
      let first = (kept + 1) / 2
      let gap = [
        Span(context.text(.sumOmitted, "\(omitted + terms.count - kept)"), .quiet)
      ]
      let pieces = terms.prefix(first) + [gap] + terms.suffix(kept - first)
      if let short = flow(Array(pieces), columns: columns), short.count <= lines { return short }
    }
    return nil
  }

  /// Pieces with ` + ` between them, the tail at the end; lines after the first begin under the first piece.
  private func flow(_ pieces: [[Span]], columns: Int) -> [StyledLine]? {
    let indent = DisplayWidth.columns(of: head.text)
    var lines: [StyledLine] = []
    var line = StyledLine([head])
    var used = indent
    func width(_ spans: [Span]) -> Int { StyledLine(spans).columns }
    func append(_ spans: [Span], joint: String) -> Bool {
      let isFirst = used == indent
      let needed = width(spans) + (isFirst ? 0 : joint.count)
      if used + needed > columns {
        guard !isFirst, indent + joint.count - 1 + width(spans) <= columns else { return false }
        lines.append(line)
        // The joint without its leading blank stands at the start of the line; a comma stays at the end of the last.
        let start = joint.hasPrefix(" ") ? String(joint.dropFirst()) : ""
        if start.isEmpty { lines[lines.count - 1].spans.append(Span(String(joint.prefix(1)))) }
        line = StyledLine([Span(String(repeating: " ", count: indent)), Span(start)] + spans)
        used = indent + start.count + width(spans)
        return true
      }
      if !isFirst { line.spans.append(Span(joint)) }
      line.spans += spans
      used += needed
      return true
    }
    for piece in pieces where !append(piece, joint: joint) { return nil }
    guard append(ending + [Span(ending.isEmpty ? "" : " ")] + tail, joint: ending.isEmpty ? " " : "") else {
      return nil
    }
    return lines + [line]
  }
}
