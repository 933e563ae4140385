import ConvolutionEngine
import Explorer

/// A step as a plain sentence: where the window lies, what is multiplied, what comes out, what the padding has to do with it.
struct WordsText {
  private let arithmetic: Arithmetic
  private let context: PanelContext
  private var experiment: Experiment { context.state.explorer.experiment }

  init(_ arithmetic: Arithmetic, _ context: PanelContext) {
    self.arithmetic = arithmetic
    self.context = context
  }

  /// The sentence, the fullest form first.
  func sentences(isWide: Bool) -> [String] {
    if !experiment.operation.hasWeights, let sentence = OperatorWords(arithmetic, context).sentence {
      return [sentence]
    }
    if arithmetic.isPartial { return product }
    let result = result
    let end = context.text(.sentenceEnd)
    guard let window = experiment.plan.window else {
      return [context.text(.wordsNarrow, "\(arithmetic.termCount)", result) + end]
    }
    let rows = span(arithmetic.inputRows, dilation: window.geometry.vertical.dilation)
    let columns = span(arithmetic.inputColumns, dilation: window.geometry.horizontal.dilation)
    let full = context.text(.wordsWindow, rows, columns, what, result)
    let short = context.text(.wordsShort, rows, columns, "\(arithmetic.termCount)", result)
    let narrow = context.text(.wordsNarrow, "\(arithmetic.termCount)", result)
    let forms = isWide ? [full, short] : [short]
    let padding = paddingCount(window)
    guard padding > 0 else { return (forms + [narrow]).map { $0 + end } }
    let source = context.text(.wordsPadding, "\(padding)", sources(window)) + end
    let count = context.text(.wordsPaddingOnly, "\(padding)") + end
    return forms.flatMap { [$0 + source, $0 + count] } + forms.map { $0 + end } + [narrow + count, narrow + end]
  }

  // MARK: The whole cell

  /// What the products add up to, and the integral after it where samples are a step apart.
  private var result: String {
    let result = arithmetic.result.map { NumberText.shortest($0) } ?? context.glyphs.unknown
    guard case .scale(let step)? = arithmetic.trace?.epilogue.first, let sum = arithmetic.runningValues.last,
      arithmetic.result != nil
    else { return result }
    return context.text(
      .wordsScaled, NumberText.shortest(Float(sum)), NumberText.shortest(step), NumberText.shortest(Float(sum * step)))
  }

  private func span(_ range: ClosedRange<Int>, dilation: Int) -> String {
    let text = GridTitle.span(Range(range), context)
    return dilation > 1 && range.count > 1 ? context.text(.wordsApart, text, "\(dilation)") : text
  }

  /// "9 products with the kernel", with channels and the bias where there are any.
  private var what: String {
    let isTurned = experiment.parameters.orientation == .convolution
    let channels = experiment.weightShape.channels
    let count = "\(arithmetic.termCount)"
    let products =
      channels > 1
      ? context.text(isTurned ? .wordsProductsOfChannelsTurned : .wordsProductsOfChannels, count, "\(channels)")
      : context.text(isTurned ? .wordsProductsTurned : .wordsProducts, count)
    return experiment.operands[.bias] == nil ? products : context.text(.wordsWithBias, products)
  }

  /// How many products read the padding, over all channels.
  private func paddingCount(_ window: SlidingWindow) -> Int {
    let shape = experiment.inputShape
    func inside(_ range: ClosedRange<Int>, by step: Int, count: Int) -> Int {
      stride(from: range.lowerBound, through: range.upperBound, by: step).count { $0 >= 0 && $0 < count }
    }
    let rows = inside(arithmetic.inputRows, by: window.geometry.vertical.dilation, count: shape.height)
    let columns = inside(arithmetic.inputColumns, by: window.geometry.horizontal.dilation, count: shape.width)
    let plane = window.kernel.vertical * window.kernel.horizontal
    return plane == 0 ? 0 : (plane - rows * columns) * (arithmetic.termCount / plane)
  }

  /// What the padding under the window is: zeros, mirrored …; of both axes where they differ.
  private func sources(_ window: SlidingWindow) -> String {
    let shape = experiment.inputShape
    var modes: [PaddingMode] = []
    if arithmetic.inputRows.lowerBound < 0 || arithmetic.inputRows.upperBound >= shape.height {
      modes.append(window.geometry.vertical.mode)
    }
    if arithmetic.inputColumns.lowerBound < 0 || arithmetic.inputColumns.upperBound >= shape.width,
      !modes.contains(window.geometry.horizontal.mode)
    {
      modes.append(window.geometry.horizontal.mode)
    }
    return modes.map { mode in
      switch mode {
      case .zeros: context.text(.wordsZeros)
      case .reflect: context.text(.wordsMirrored)
      case .replicate: context.text(.wordsRepeated)
      case .circular: context.text(.wordsWrapped)
      }
    }.joined(separator: context.text(.joinItems))
  }

  // MARK: Product by product

  private var product: [String] {
    let (index, count) = ("\(arithmetic.shownTerms)", "\(arithmetic.termCount)")
    guard arithmetic.shownTerms > 0 else { return [context.text(.wordsNoProduct, count)] }
    guard let term = arithmetic.trace?.terms.prefix(arithmetic.shownTerms).last else {
      return [context.text(.wordsCounted, index, count)]
    }
    let value = NumberText.shortest(term.value)
    let factor = NumberText.shortest(Float(term.factor))
    // Of a value that is asked for, no number is told that was computed.
    let product = arithmetic.isAsked ? context.glyphs.unknown : NumberText.shortest(Float(term.product))
    let weight = term.factorPosition.map { "\($0.row),\($0.column)" } ?? ""
    let place = place(of: term)
    return [
      context.text(.wordsProduct, index, count, place, weight)
        + context.text(.wordsProductValue, value, factor, product),
      context.text(.wordsProductNarrow, index, count) + context.text(.wordsFactors, value, factor, product),
    ]
  }

  /// "input 2,3", or the padding with the cell that its value is from.
  private func place(of term: CellTrace.Term) -> String {
    let place = "\(term.position.row),\(term.position.column)"
    guard term.isGhost else { return context.text(.wordsInput, place) }
    guard let source = term.source else { return context.text(.wordsZeroPadding, place) }
    let modes = experiment.parameters.paddingMode
    let mode = source.row == term.position.row ? modes.horizontal : modes.vertical
    return context.text(
      .wordsCopiedPadding, place, context.state.texts.verb(of: mode), "\(source.row),\(source.column)")
  }
}
