import ConvolutionEngine
import Explorer
import TerminalKit

/// All maps on the way from the input to the chosen cell, side by side, each with the cells that feed it.
enum StackSequence {
  private static let gap = 2
  /// A map narrower than this shows nothing.
  private static let least = 12

  static func draw(_ frame: StackFrame, on surface: inout Surface, _ area: Rect, _ context: PanelContext) {
    let levels = levels(frame, columns: area.columns)
    guard !levels.isEmpty, area.rows > 2 else { return }
    let map = StackMap(frame: frame, context: context)
    let share = (area.columns + gap) / levels.count - gap
    var column = area.column
    for level in levels {
      let size = frame.model.shapes[level].size
      // Small maps leave their room to the others, which come closer.
      let columns = min(share, max(least, 2 * size.horizontal))
      map.drawTraced(
        level, hasLongTitle: false, on: &surface,
        Rect(row: area.row, column: column, rows: area.rows, columns: columns))
      column += columns + gap
    }
  }

  /// The input and as many of the last levels as have room; layers that change neither shape nor place are left out first.
  private static func levels(_ frame: StackFrame, columns: Int) -> [Int] {
    let room = max(1, (columns + gap) / (least + gap))
    var levels = frame.feeding
    if levels.count > room {
      levels = levels.filter { level in
        level == 0 || level == frame.view.level
          || frame.trace.footprints[level]
            != frame.model.sources(of: level).first.flatMap {
              frame.trace.footprints[$0]
            }
      }
    }
    return levels.count > room ? Array(levels.prefix(1) + levels.suffix(room - 1)) : levels
  }
}
