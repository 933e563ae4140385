/// What has to be drawn so that a screen that shows one surface shows another.
package struct SurfaceDiff: Equatable, Sendable {
  /// Neighbouring cells of one row that change. A run never starts or ends inside a wide grapheme.
  package struct Run: Equatable, Sendable {
    package let row: Int
    package let column: Int
    package let cells: [Cell]
  }

  /// In reading order.
  package let runs: [Run]

  /// The changed cells; every cell when there is no old surface or it has another size.
  package init(from old: Surface?, to new: Surface) {
    var runs: [Run] = []
    let comparable = old.flatMap { $0.size == new.size ? $0 : nil }
    for row in 0..<new.size.rows {
      let cells = new.row(row)
      guard let before = comparable?.row(row) else {
        runs.append(Run(row: row, column: 0, cells: Array(cells)))
        continue
      }
      var run: (column: Int, cells: [Cell])?
      for column in 0..<new.size.columns {
        let cell = cells[cells.startIndex + column]
        // A continuation follows its grapheme even where it is the same as before: only whole graphemes are drawn.
        let joins = run != nil && cell.isContinuation
        if cell != before[before.startIndex + column] || joins {
          run = (run?.column ?? column, (run?.cells ?? []) + [cell])
        } else if let ended = run {
          runs.append(Run(row: row, column: ended.column, cells: ended.cells))
          run = nil
        }
      }
      if let ended = run { runs.append(Run(row: row, column: ended.column, cells: ended.cells)) }
    }
    self.runs = runs
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// How many cells are drawn.
  package var cellCount: Int { runs.reduce(0) { $0 + $1.cells.count } }

  /// Draws the runs on the old surface.
  package func apply(to surface: inout Surface) {
    for run in runs { surface.replace(row: run.row, column: run.column, by: run.cells) }
  }
}
