import Explorer
import TerminalKit

/// Signals: the input over the whole width with the kernel sliding under it, kernel and output side by side below.
extension Layout {
  private var indexRows: Int { hasIndices ? 1 : 0 }

  /// The rows of both panels on top of each other.
  func stackedRows(_ wishes: Wishes) -> Int {
    inputRows(wishes) + 2 + indexRows
      + max(wishes.grids[.output]?.rows ?? 1, (wishes.grids[.kernel]?.rows ?? 1) + wishes.kernelFactRows)
  }

  private func inputRows(_ wishes: Wishes) -> Int {
    (wishes.grids[.input]?.rows ?? 1) + wishes.arrangement.rulerRows + 2 + indexRows
  }

  mutating func placeStacked(_ wishes: Wishes, in area: Rect) {
    let least = 3 + indexRows
    let upper = max(least, min(inputRows(wishes), area.rows - least))
    func fits(_ gap: Int) -> Bool {
      (wishes.grids[.input]?.panelColumns(gap: gap, hasIndices: hasIndices) ?? 0) <= area.columns
    }
    gap = wishes.gaps.first(where: fits) ?? wishes.leastGap
    panels[.input] = Rect(row: area.row, column: area.column, rows: upper, columns: area.columns)

    let wanted = wishes.grids[.kernel]?.panelColumns(gap: gap, hasIndices: hasIndices) ?? 0
    let kernel = min(max(Self.leastKernelColumns, wanted), max(12, area.columns * 4 / 10))
    let lower = Rect(row: area.row + upper, column: area.column, rows: area.rows - upper, columns: area.columns)
    panels[.kernel] = Rect(row: lower.row, column: lower.column, rows: lower.rows, columns: kernel)
    panels[.output] = Rect(
      row: lower.row, column: lower.column + kernel, rows: lower.rows, columns: lower.columns - kernel)
    hasKernelFacts = lower.rows >= least + wishes.kernelFactRows && kernel >= Self.leastKernelColumns
  }
}
