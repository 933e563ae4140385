import Explorer
import TerminalKit

/// Window × kernel, cell by cell: what is added up. Only on wide screens.
enum ProductsPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    guard context.state.spreadInView == nil else { return ScatterProducts.draw(&surface, rect, context) }
    let explorer = context.state.explorer
    let arithmetic = context.frame.scene.arithmetic
    let shape = explorer.document.shape(of: .kernel)
    let isPartial = arithmetic.shownTerms < arithmetic.termCount
    let sum = arithmetic.result ?? arithmetic.runningValues.last.map { Float($0) } ?? 0
    let channel = explorer.currentPlane(of: .kernel)
    let sums = ChannelSums(arithmetic)
    var title = context.text(.panelProducts)
    var note =
      arithmetic.isAsked
      ? context.text(.productsAsked)
      : context.text(isPartial ? .productsSumSoFar : .productsSum, NumberText.shortest(sum))
    if let sums {
      title += context.glyphs.separator + context.channelLabel(explorer.inputCursor.channel)
      if !arithmetic.isAsked, sums.channels.indices.contains(channel) {
        note = NumberText.shortest(Float(sums.channels[channel].sum)) + context.glyphs.separator + note
      }
    }
    surface.drawFrame(rect, title: title, note: note, isFocused: false, context: context)
    guard let format = context.frame.productFormat, let trace = arithmetic.trace, let layout = context.frame.layout
    else { return }
    guard trace.groups.indices.contains(channel) else { return }
    let before = trace.groups[..<channel].reduce(0) { $0 + $1.terms.count }
    let extent = Viewport.Region(rows: 0..<shape.height, columns: 0..<shape.width)
    let placement = GridPlacement(
      inside: rect.inset(by: 1), numberWidth: format.width, gap: max(1, layout.gap),
      indexWidth: layout.hasIndices ? 2 : 0, footRows: 0, extent: extent)
    let largest = trace.groups[channel].terms.reduce(0) { max($0, abs($1.product)) }
    for (index, term) in trace.groups[channel].terms.enumerated() {
      // In the order of the window; where only some weights meet an input cell, at the place of the weight.
      let place = explorer.experiment.plan.window == nil ? term.factorPosition : nil
      let row = place?.row ?? index / shape.width
      let column = place?.column ?? index % shape.width
      guard row < placement.rows, column < placement.columns else { continue }
      // The one who is asked multiplies as well.
      let isShown = before + index < arithmetic.shownTerms && !arithmetic.isAsked
      let isLast = isPartial && before + index == arithmetic.shownTerms - 1
      let product = Float(term.product)
      let style: Style =
        isLast
        ? context.theme.style(.current)
        : isShown ? context.theme.magnitude(product, scale: Float(largest)) : context.theme.style(.unknown)
      surface.write(
        isShown ? format.text(product) : format.text(sign: context.glyphs.unknown),
        row: placement.row(row), column: placement.column(column), style: style, in: placement.area)
      guard isLast else { continue }
      surface.write("(", row: placement.row(row), column: placement.column(column) - 1, style: style)
      surface.write(")", row: placement.row(row), column: placement.column(column) + format.width, style: style)
    }
  }
}
