import ConvolutionEngine
import Explorer
import TerminalKit

/// A stack of layers: shapes, parameters, and the receptive field of a chosen cell on the input.
///
/// The list of layers, or the map of the selected one, stands on the left; on the right the map that is traced to; under both
/// what they say in words, and on large screens all maps on the way.
enum StackPanel {
  static func draw(_ study: StackStudy, on surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    guard let frame = context.frame.stack else {
      surface.drawFrame(
        rect, title: context.text(.studyStack), isFocused: context.state.focus == .study, context: context)
      return
    }
    surface.drawFrame(
      rect, title: title(frame, context), note: note(frame, columns: rect.columns - 6, context),
      isFocused: context.state.focus == .study, context: context)
    let inside = rect.inset(rows: 1, columns: 2)
    let wordRows = inside.rows >= 18 ? 5 : inside.rows >= 11 ? 3 : 2
    let sequenceRows = inside.columns >= 70 && inside.rows >= 28 ? min(14, inside.rows / 3) : 0
    let body = Rect(
      row: inside.row, column: inside.column, rows: max(0, inside.rows - wordRows - sequenceRows),
      columns: inside.columns)
    drawBody(frame, on: &surface, body, context)
    if sequenceRows > 1 {
      StackSequence.draw(
        frame, on: &surface,
        Rect(row: body.endRow + 1, column: inside.column, rows: sequenceRows - 1, columns: inside.columns), context)
    }
    let words = Rect(
      row: body.endRow + sequenceRows, column: inside.column, rows: wordRows, columns: inside.columns)
    for (index, line) in StackWords.lines(frame, columns: words.columns, rows: words.rows, context).enumerated() {
      surface.write(line, row: words.row + index, column: words.column, theme: context.theme, in: words)
    }
  }

  /// Where a table and a map do not both have room, the list has all of it, or both maps have.
  private static let leastForBoth = 60
  private static let gap = 2
  private static let leastMap = 24

  private static func drawBody(
    _ frame: StackFrame, on surface: inout Surface, _ body: Rect, _ context: PanelContext
  ) {
    let map = StackMap(frame: frame, context: context)
    func part(_ column: Int, _ columns: Int) -> Rect {
      Rect(row: body.row, column: body.column + column, rows: body.rows, columns: max(0, columns))
    }
    let left: Int
    if frame.view.isInMap {
      left = (body.columns - gap) / 2
      map.drawOwn(on: &surface, part(0, left))
    } else {
      let isAlone = body.columns < leastForBoth
      let wanted = mapColumns(frame, half: body.columns / 2)
      let table = StackTable(frame, columns: isAlone ? body.columns : body.columns - wanted - gap, context)
      table.draw(on: &surface, part(0, body.columns), context)
      if isAlone { return }
      left = table.width
    }
    map.drawTraced(frame.view.traced, on: &surface, part(left + gap, body.columns - left - gap))
  }

  /// The columns that the list leaves for a map: numbers of two digits for an input of some cells, else signs of two columns.
  /// They depend on the stack alone, so that nothing moves while one traces.
  private static func mapColumns(_ frame: StackFrame, half: Int) -> Int {
    let columns = frame.model.shapes[0].size.horizontal
    return max(leastMap, [3 * columns, 2 * columns].first { $0 <= half } ?? 0)
  }

  private static func title(_ frame: StackFrame, _ context: PanelContext) -> String {
    var parts = [context.text(.studyStack)]
    if case .architecture(let name) = frame.model.study.content { parts.append(name) }
    parts.append(StackTable.sides(frame.model.shapes[0].axes, context))
    return parts.joined(separator: context.glyphs.separator)
  }

  /// What the numbers of the maps are, or that there are none.
  private static func note(_ frame: StackFrame, columns: Int, _ context: PanelContext) -> String {
    let text =
      frame.picture.run.map { context.text(.stackComputed, $0.presetName) }
      ?? context.text(.stackNotComputed, NetworkTable.grouped(StackRun.workBudget))
    return DisplayWidth.columns(of: text) <= columns ? text : ""
  }
}
