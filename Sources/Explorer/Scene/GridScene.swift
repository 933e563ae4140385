/// The visible part of one grid.
package struct GridScene: Equatable, Sendable {
  package let grid: GridName
  /// All rows and columns there are, the padding included: −1..<8 for 7 rows with padding 1.
  package let extent: Viewport.Region
  /// The part described here: the viewport cut to the extent.
  package let visible: Viewport.Region
  /// Row by row over `visible`.
  package private(set) var cells: [SceneCell]

  /// A visible cell, or nil outside `visible`.
  package subscript(row row: Int, column column: Int) -> SceneCell? {
    guard visible.rows.contains(row), visible.columns.contains(column) else { return nil }
    return cells[
      (row - visible.rows.lowerBound) * visible.columns.count + column - visible.columns.lowerBound]
  }

  /// The scene with some more cells marked.
  func marking(_ marks: SceneCell.Marks, in region: Viewport.Region) -> GridScene {
    var scene = self
    for row in region.rows.clamped(to: visible.rows) {
      for column in region.columns.clamped(to: visible.columns) {
        scene.cells[
          (row - visible.rows.lowerBound) * visible.columns.count + column - visible.columns.lowerBound
        ].marks.formUnion(marks)
      }
    }
    return scene
  }

  /// The same cells turned by 180°: the last one comes first.
  package var turned: GridScene { GridScene(grid, extent: extent, visible: visible, cells: cells.reversed()) }

  private init(_ grid: GridName, extent: Viewport.Region, visible: Viewport.Region, cells: [SceneCell]) {
    self.grid = grid
    self.extent = extent
    self.visible = visible
    self.cells = cells
  }

  /// The grid described by asking for each visible cell once.
  init(
    _ grid: GridName, extent: Viewport.Region, viewport: Viewport.Region,
    cell: (_ row: Int, _ column: Int) -> SceneCell
  ) {
    self.grid = grid
    self.extent = extent
    visible = Viewport.Region(
      rows: viewport.rows.clamped(to: extent.rows), columns: viewport.columns.clamped(to: extent.columns))
    var cells: [SceneCell] = []
    cells.reserveCapacity(visible.rows.count * visible.columns.count)
    for row in visible.rows {
      for column in visible.columns { cells.append(cell(row, column)) }
    }
    self.cells = cells
  }

  /// The same grid with other cells.
  func mapped(_ transform: (_ row: Int, _ column: Int, SceneCell) -> SceneCell) -> GridScene {
    GridScene(grid, extent: extent, viewport: visible) { row, column in
      transform(row, column, self[row: row, column: column] ?? SceneCell(value: nil))
    }
  }
}
