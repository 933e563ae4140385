import ConvolutionEngine
import Explorer
import TerminalKit

/// The sum of the selected hidden cell, or what the selected input feeds, and what is to be seen under the present rules.
struct DenseWords {
  let study: DenseStudy
  let view: DenseView
  let context: PanelContext

  init(_ study: DenseStudy, _ context: PanelContext) {
    self.study = study
    view = context.state.dense
    self.context = context
  }

  private var cell: Coordinate { view.cell(in: study.size) }

  // MARK: The sum

  /// `H(1,2) = u + ΣX×V = 2 + 0×1 + 3×-1 = -1` in so many lines, its middle left out where it is too long.
  func sum(lines: Int, columns: Int) -> [StyledLine] {
    let (opening, terms, closing) = view.slice == .hidden ? hiddenSum(isShort: columns < 60) : inputSum
    let joint = view.slice == .hidden ? " + " : ", "
    func wrapped(_ terms: [String]) -> [StyledLine] {
      TextFlow.wrap([Span(opening + terms.joined(separator: joint)), Span(closing, .strong)], columns: columns)
    }
    // No line holds more terms than this, so that a long sum is not wrapped again and again.
    var kept = min(terms.count, lines * columns / 4)
    while true {
      let shown =
        kept == terms.count
        ? terms
        : terms.prefix(max(0, kept - 1)) + [context.text(.sumOmitted, "\(terms.count - kept)")]
          + terms.suffix(min(kept, 1))
      let result = wrapped(Array(shown))
      if result.count <= lines || kept == 0 { return Array(result.prefix(lines)) }
      kept -= 1
    }
  }

  /// - Parameter isShort: Whether there is no room for what the sum stands for.
  private func hiddenSum(isShort: Bool) -> (opening: String, terms: [String], closing: String) {
    let name = "H(\(cell.row),\(cell.column)) = "
    let own = study.isTied ? "u" : "U(\(cell.row),\(cell.column))"
    let form =
      isShort
      ? "" : (study.hasBias ? own + " + " : "") + context.text(study.isTied ? .denseSumTied : .denseSumOwn) + " = "
    guard let terms = study.terms(into: cell) else {
      let field = study.field(of: cell)
      let count = NetworkTable.grouped(field.rows.count * field.columns.count)
      return (name + form + "\(context.glyphs.unknown), " + context.text(.denseSumTooLong, count), [], "")
    }
    let bias = study.hasBias ? ["\(study.bias(cell))"] : []
    let products = terms.map { "\($0.value)\(context.glyphs.times)\($0.weight)" }
    let sum = terms.reduce(study.bias(cell)) { $0 + $1.product }
    return (name + form, bias + products, " = \(sum)")
  }

  private var inputSum: (opening: String, terms: [String], closing: String) {
    let field = study.field(of: cell)
    let opening = context.text(
      .denseFeeds, "\(cell.row)", "\(cell.column)", "\(study.input(cell))",
      NetworkTable.grouped(field.rows.count * field.columns.count))
    let terms = (study.terms(from: cell) ?? []).map { term in
      context.text(
        .denseFeedsCell, "\(term.value)\(context.glyphs.times)\(term.weight)", "\(term.hidden.row)",
        "\(term.hidden.column)")
    }
    return (opening + " ", terms, "")
  }

  // MARK: What is to be seen

  /// Sentences in so many lines; those that have no room any more are left out as a whole.
  func sentences(lines: Int, columns: Int) -> [StyledLine] {
    var result: [StyledLine] = []
    var text = ""
    for sentence in sentences {
      let longer = text.isEmpty ? sentence : text + " " + sentence
      let wrapped = TextFlow.wrap([Span(longer)], columns: columns)
      guard wrapped.count <= lines || result.isEmpty else { continue }
      (text, result) = (longer, wrapped)
    }
    guard result.count > lines, let first = sentences.first else { return result }
    // Not even one has room as a whole: as much of it as there is, and a mark.
    let room = (lines - 1) * columns
    return lines == 1
      ? [StyledLine([Span(context.cut(first, columns: columns))])]
      : TextFlow.wrap([Span(context.cut(first, columns: room))], columns: columns).prefix(lines).map { $0 }
  }

  private var sentences: [String] {
    let rules =
      switch study.rules {
      case .dense: [context.text(.denseSayOwn), context.text(.denseSayBlind)]
      case .tied: [context.text(.denseSayTied), outside, context.text(.denseSaySlides), offsets, conv2d]
      case .local: [cut, context.text(.denseSayPlace), rims]
      case .convolution: [conv2d, outside, context.text(.denseSayShift), cut]
      }
    if view.picture == .matrix { return [matrix] + rules.compactMap { $0 } }
    let turned = study.isTied && view.slice == .input ? context.text(.denseSayTurned) : nil
    let all = rules.compactMap { $0 }
    return Array(all.prefix(1)) + [turned].compactMap { $0 } + all.dropFirst()
  }

  private var matrix: String {
    switch study.rules {
    case .dense: context.text(.denseSayMatrix)
    case .tied: context.text(.denseSayMatrixTied)
    case .local: context.text(.denseSayMatrixCut, context.glyphs.ghostZero)
    case .convolution: context.text(.denseSayMatrixBand)
    }
  }

  private var cut: String {
    context.text(.denseSayCut, "\(study.exampleReach)", context.glyphs.ghostZero)
  }

  /// How the edges of a row are counted.
  private var rims: String {
    let reach = study.extent.horizontal
    return context.text(
      .denseSayRims, "\(study.size.horizontal)", "\(2 * reach + 1)", "\(reach * (reach + 1))")
  }

  private var offsets: String {
    let extent = study.extent
    return context.text(
      .denseSayOffsets, "\(-extent.vertical)", "\(extent.vertical)", "\(-extent.horizontal)", "\(extent.horizontal)")
  }

  /// How many offsets fall outside X at the selected hidden cell; nil when none does.
  private var outside: String? {
    let outside = study.outside(of: cell)
    guard outside > 0, view.slice == .hidden else { return nil }
    let all = study.kernelSize.vertical * study.kernelSize.horizontal
    return context.text(
      .denseSayOutside, "\(cell.row)", "\(cell.column)", NetworkTable.grouped(outside), NetworkTable.grouped(all))
  }

  /// That tied weights are a convolution, and whether that was computed.
  private var conv2d: String? {
    let (size, extent) = (study.kernelSize, study.extent)
    let kernel = "\(size.vertical)\(context.glyphs.times)\(size.horizontal)"
    let padding =
      extent.vertical == extent.horizontal ? "\(extent.vertical)" : "\(extent.vertical),\(extent.horizontal)"
    let call = study.hasBias ? "conv2d(X, V, u)" : "conv2d(X, V)"
    return switch study.comparison() {
    case nil: nil
    case .equal(let cells)?: context.text(.denseSayEqual, call, kernel, padding, "\(cells)")
    case .tooLarge?: context.text(.denseSayTooLarge, call, kernel, padding)
    case .differs(let cell)?: context.text(.denseSayDiffers, "\(cell.row)", "\(cell.column)")
    }
  }
}
