import ConvolutionEngine
import Explorer
import TerminalKit

/// The scatter view told: what the selected input cell is multiplied with, and to which output cells that is added.
enum ScatterText {
  /// The products one by one as far as there is room, then where they go together; in a single line the latter alone.
  ///
  /// - Parameter spread: the output cells that the selected input cell is added to.
  static func lines(of spread: Footprint, rows: Int, columns: Int, _ context: PanelContext) -> [StyledLine] {
    let place = StyledLine([Span(place(of: spread, columns: columns, context))])
    guard rows > 1, !spread.isEmpty else { return [place] }
    let explanation = rows > 3 ? [context.text(.spreadAdded)] : []
    let products = products(lines: rows - 1 - explanation.count, columns: columns, context)
    return products + [place]
      + explanation.flatMap { TextFlow.wrap([Span($0, .quiet)], columns: columns) }.prefix(1)
  }

  /// Where the selected input cell goes, in as many words as fit.
  private static func place(of spread: Footprint, columns: Int, _ context: PanelContext) -> String {
    let explorer = context.state.explorer
    let cursor = explorer.inputCursor
    let value = inputValue(context)
    let name = context.inputCellName(row: cursor.row, column: cursor.column)
    guard let rows = spread.rows.span, let last = spread.columns.span else {
      return context.cut(context.text(.spreadNowhere, name, value), columns: columns)
    }
    let spans = (GridTitle.span(Range(rows), context), GridTitle.span(Range(last), context))
    let texts = [TextKey.spreadPlace, .spreadPlaceShort].map { context.text($0, name, value, spans.0, spans.1) }
    return context.cut(texts.first { DisplayWidth.columns(of: $0) <= columns } ?? texts[1], columns: columns)
  }

  private static func inputValue(_ context: PanelContext) -> String {
    let explorer = context.state.explorer
    let cursor = explorer.inputCursor
    return explorer.experiment.operands[.input].flatMap { $0.shape.contains(cursor) ? $0[cursor] : nil }
      .map { NumberText.shortest($0) } ?? ""
  }

  /// `input[3,3] = 2 adds 2×-1 to out[2,2], 2×0 to out[2,3] …`, its end left out where it does not fit.
  private static func products(lines: Int, columns: Int, _ context: PanelContext) -> [StyledLine] {
    let explorer = context.state.explorer
    let products = explorer.spreadProducts
    let weights = explorer.experiment.operands[.weights]
    let cursor = explorer.inputCursor
    let value = inputValue(context)
    let name = context.inputCellName(row: cursor.row, column: cursor.column)
    let head = Span(context.text(.spreadHead, name, value) + " ")
    let pieces = products.map { product in
      let weight = weights.map { NumberText.shortest($0[product.weight]) } ?? ""
      return context.text(
        .spreadProduct, "\(value)\(context.glyphs.times)\(weight)", context.outputCellName(product.output))
    }
    for count in stride(from: pieces.count, through: 1, by: -1) {
      let omitted = pieces.count - count
      let shown = pieces.prefix(count) + (omitted > 0 ? [context.text(.sumOmitted, "\(omitted)")] : [])
      let text = shown.joined(separator: ", ")
      let wrapped = TextFlow.wrap([head, Span(text)], columns: columns)
      if wrapped.count <= lines { return wrapped }
    }
    return [StyledLine([head, Span(context.glyphs.ellipsis)])].filter { $0.columns <= columns }
  }
}
