import Explorer

/// How the grids of one frame are drawn: what was chosen, as far as the terminal can show it, with the scales it needs.
package struct ShownLook: Equatable, Sendable {
  package let view: GridView
  package let paint: CellPaint
  /// Grid rows in a row of characters.
  package let rowsPerLine: Int
  /// What the colours stand for; empty for numbers.
  package let scales: [GridName: ValueScale]

  /// Whether pixels were chosen and shades stand for them.
  package var isSubstitute: Bool { view == .blocks && rowsPerLine == 1 }

  /// Rows under a grid for what its colours stand for.
  package static func legendRows(_ view: GridView) -> Int { view == .numbers ? 0 : 1 }
}

extension WorkbenchState {
  /// What the cells are painted with.
  var cellPaint: CellPaint { CellPaint(map: look.map, capabilities: capabilities) }

  /// Two rows in a line of half blocks, where there are any.
  var rowsPerLine: Int { look.view == .blocks && cellPaint.hasHalfBlocks ? 2 : 1 }

  /// The look of a frame through which this scene is seen.
  mutating func shownLook(of scene: Scene) -> ShownLook {
    var scales: [GridName: ValueScale] = [:]
    if look.view != .numbers {
      for grid in GridName.allCases {
        scales[grid] = scale(of: grid, in: scene[grid], counts: grid == .output && scene.showsOverlap)
      }
    }
    return ShownLook(view: look.view, paint: cellPaint, rowsPerLine: rowsPerLine, scales: scales)
  }

  /// - Parameter counts: Whether the grid shows how many products overlap, in place of its values.
  private mutating func scale(of grid: GridName, in scene: GridScene, counts: Bool) -> ValueScale {
    if counts, look.scaling == .global {
      let most = Float(explorer.experiment.plan.termsPerCell)
      return ValueScale(.global, visible: [], whole: 0...most, map: look.map)
    }
    // What is asked for must not be read off the ends of a scale.
    // And where counts or differences stand in the place of the output, its numbers say nothing of them.
    let isOther =
      grid == .output
      && (explorer.document.reveal == .predict || transposedView == .overlap || explorer.outputView != .own)
    let isHidden = isOther || (grid == .kernel && hidesKernel)
    let whole = look.scaling == .global && !isHidden ? memory.range(of: grid, in: explorer) : nil
    return ValueScale(look.scaling, visible: scene.cells.compactMap(\.value), whole: whole, map: look.map)
  }
}
