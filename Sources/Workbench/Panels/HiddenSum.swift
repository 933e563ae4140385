import Explorer
import TerminalKit

/// The lines under the grids while the kernel is hidden: the result, how many products it is made of, and where they lie.
enum HiddenSum {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    let arithmetic = context.frame.scene.arithmetic
    let columns = rect.columns - 2
    let value = arithmetic.result.map { NumberText.shortest($0) } ?? context.glyphs.unknown
    let result = context.outputCellName(arithmetic.cell) + " = " + value
    let hidden = context.text(.hiddenSum, "\(arithmetic.termCount)")
    let probes = LabText.probes(context.state)
    let whole = StyledLine([Span(result, .strong), Span(context.glyphs.separator + hidden)])
    var lines = whole.columns <= columns ? [whole] : [StyledLine([Span(result, .strong)]), StyledLine([Span(hidden)])]
    lines.append(StyledLine([Span(context.glyphs.plain(probes.text), probes.role)]))
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      surface.write(line, row: rect.row + index, column: rect.column + 1, theme: context.theme, in: rect)
    }
  }
}
