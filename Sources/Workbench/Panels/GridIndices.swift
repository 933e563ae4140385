import TerminalKit

/// Row and column numbers beside a grid.
extension GridDrawing {
  func drawIndices(_ surface: inout Surface, _ context: PanelContext) {
    let style = context.theme.style(.quiet)
    // Of two rows in a line the upper one has its number there.
    for (index, row) in scene.visible.rows.enumerated() where index.isMultiple(of: placement.rowsPerLine) {
      let text = "\(row)"
      surface.write(
        text, row: placement.row(index), column: placement.area.column - 1 - text.count, style: style)
    }
    // Column numbers that would touch are left out, the same ones wherever the grid is scrolled.
    let longest = max("\(scene.extent.columns.lowerBound)".count, "\(scene.extent.columns.upperBound - 1)".count)
    let narrowest = (0..<scene.visible.columns.count).map(placement.width).min() ?? 1
    let step = max(1, narrowest + placement.gap)
    let every = (longest + step) / step
    for (index, column) in scene.visible.columns.enumerated() where column.isMultiple(of: max(1, every)) {
      let text = "\(column)"
      // Above the units digit, or above the whole number where there is not enough room before the point.
      let after = context.frame.look.view == .numbers ? formats[column].columnsAfterUnits : 0
      let isAboveUnits = longest <= placement.width(index) - after
      let right = placement.column(index) + placement.width(index) - (isAboveUnits ? after : 0)
      surface.write(
        text, row: placement.area.row - 1, column: max(placement.area.column, right - text.count), style: style)
    }
  }
}
