import Explorer
import TerminalKit

/// Under a grid: its colours between the numbers that their ends stand for, and where these come from.
struct ScaleLegend {
  let scale: ValueScale
  let context: PanelContext

  /// The colours of a legend take so many columns where there is room, and no fewer than the last.
  private static let lengths = [12, 8, 6, 4, 3, 2]

  func draw(_ surface: inout Surface, below placement: GridPlacement, in panel: Rect) {
    let row = placement.area.endRow
    guard row < panel.endRow else { return }
    let low = Self.short(scale.low)
    let high = Self.short(scale.high)
    let name = context.text(scale.kind.name)
    let ends = low.count + high.count
    // The name is worth more than a long ramp or blanks; an end may not be missing.
    func fits(_ length: Int, name: String, margin: Int) -> Bool {
      ends + length + 4 * margin + name.count + (name.isEmpty ? 0 : 1) <= panel.columns
    }
    let forms: [(name: String, margin: Int)] = [(name, 1), (name, 0), ("", 1), ("", 0)]
    guard let form = forms.first(where: { fits(Self.lengths.last ?? 1, name: $0.name, margin: $0.margin) }),
      let length = Self.lengths.first(where: { fits($0, name: form.name, margin: form.margin) })
    else { return }
    var column = panel.column + form.margin
    let quiet = context.theme.style(.quiet)
    column += surface.write(low, row: row, column: column, style: quiet, in: panel) + form.margin
    for index in 0..<length {
      let (glyph, style) = context.frame.look.paint.fill((Float(index) + 0.5) / Float(length))
      surface.write(String(glyph), row: row, column: column + index, style: style, in: panel)
    }
    column += length + form.margin
    column += surface.write(high, row: row, column: column, style: quiet, in: panel) + form.margin + 1
    surface.write(form.name, row: row, column: column, style: quiet, in: panel)
  }

  /// A number in at most eight columns: in full if it takes no more than six, else rounded.
  static func short(_ value: Float) -> String {
    let exact = NumberText.shortest(value)
    guard exact.count > 6 else { return exact }
    return GridFormat(GridFormat.Needs(value), exactColumns: 6, roundedDecimals: 4).unpadded(value)
  }
}
