import ConvolutionEngine
import Explorer
import TerminalKit

/// The kernel of a signal operator under the input, each weight below the sample that it is multiplied with: as it lies
/// there, turned where it is turned.
enum SignalRuler {
  /// Weights are written in at most so many columns, so that many samples fit beside each other; the kernel has the rest.
  private static let widest = 4

  static func format(_ needs: GridFormat.Needs) -> GridFormat {
    GridFormat(needs, exactColumns: widest, roundedDecimals: 2)
  }

  static func draw(_ surface: inout Surface, _ context: PanelContext) {
    guard let placement = context.frame.placements[.input], let format = context.frame.rulerFormat,
      let trace = context.frame.scene.arithmetic.trace
    else { return }
    let arithmetic = context.frame.scene.arithmetic
    let visible = context.frame.scene.input.visible
    let row = placement.area.endRow
    let channel = context.state.explorer.inputCursor.channel
    if context.frame.layout?.hasIndices == true {
      surface.write(
        context.glyphs.times, row: row, column: placement.area.column - 2, style: context.theme.style(.quiet))
    }
    let area = Rect(row: row, column: placement.area.column, rows: 1, columns: placement.area.columns)
    for (index, term) in trace.terms.enumerated()
    where term.position.channel == channel && visible.columns.contains(term.position.column) {
      let isCurrent = arithmetic.result == nil && index == arithmetic.shownTerms - 1
      let value = Float(term.factor)
      let text = format.text(value)
      let room = placement.numberWidth - text.count
      let style = context.theme.style(isCurrent ? .current : .window)
      let column = placement.column(term.position.column - visible.columns.lowerBound)
      surface.write(text, row: row, column: column + max(0, room), style: style, in: area)
      if isCurrent {
        surface.write("(", row: row, column: column - 1, style: style, in: area)
        surface.write(")", row: row, column: column + placement.numberWidth, style: style, in: area)
      }
    }
  }
}
