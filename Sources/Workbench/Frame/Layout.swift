import Explorer
import TerminalKit

/// Where everything stands on a screen of one size.
///
/// Depends on the size, the extents of the grids, the width of their numbers and whether there is a lesson: on nothing
/// that a step changes, so that nothing moves while stepping.
package struct Layout: Equatable, Sendable {
  package var header: Rect
  /// The framed panels there is room for.
  package var panels: [PanelName: Rect] = [:]
  /// Window × kernel, on wide screens.
  package var products: Rect?
  /// Thumbnails of all planes, under the grids, and what stands where in them.
  package var strips: Rect?
  package var stripPlan: StripPlan?
  /// All feature maps in place of the grids, and how they stand there.
  package var maps: Rect?
  package var mapsPlan: MapsPlan?
  package var arithmetic: Rect
  package var status: Rect
  /// Columns between two cells of a grid: 1 to 3 between numbers, none between colours.
  package var gap = 1
  /// Whether the numbers have their least width, because there is no room for more.
  package var isNarrow = false
  /// Whether row and column numbers stand beside the grids.
  package var hasIndices = false
  /// Whether name and sums stand under the kernel.
  package var hasKernelFacts = false

  /// The smallest screen that is drawn on.
  package static let minimum = Size(rows: 10, columns: 40)
  /// From this width on the lesson stands on the right.
  package static let wide = 120

  /// A framed panel with less than this many rows is of no use.
  private static let leastGridRows = 7
  private static let leastLessonRows = 6
  /// The kernel's facts need this width.
  static let leastKernelColumns = 16

  /// The layout for a screen; nil when the screen is smaller than `minimum`.
  package static func arrange(size: Size, wishes: Wishes) -> Layout? {
    var wishes = wishes
    guard size.rows >= minimum.rows, size.columns >= minimum.columns else { return nil }
    var layout = Layout(
      header: Rect(row: 0, column: 0, rows: 1, columns: size.columns),
      arithmetic: Rect(row: 0, column: 0, rows: 0, columns: 0),
      status: Rect(row: size.rows - 1, column: 0, rows: 1, columns: size.columns))
    var body = Rect(row: 1, column: 0, rows: size.rows - 2, columns: size.columns)

    let isLessonBeside = wishes.hasLesson && size.columns >= wide
    if isLessonBeside {
      let grids = gridColumns(wishes, gap: wishes.leastGap, hasIndices: true, withProducts: true)
      let columns = max(44, min(64, size.columns - min(grids, size.columns)))
      layout.panels[.lesson] = Rect(
        row: body.row, column: size.columns - columns, rows: body.rows, columns: columns)
      body = Rect(row: body.row, column: 0, rows: body.rows, columns: size.columns - columns)
    }

    if wishes.hasStudy {
      layout.placeStudy(in: body, hasLessonBelow: wishes.hasLesson && !isLessonBeside, wishes)
      return layout
    }
    let isCrowded = gridColumns(wishes, gap: wishes.leastGap, hasIndices: false, withProducts: false) > body.columns
    if isCrowded && !wishes.arrangement.isStacked {
      layout.isNarrow = true
      wishes.grids = wishes.grids.mapValues { wish in
        var narrow = wish
        narrow.numberWidth = wish.narrowWidth
        narrow.rowWidth = wish.narrowRowWidth
        return narrow
      }
    }
    layout.chooseIndices(wishes, body: body, hasLessonBelow: wishes.hasLesson && !isLessonBeside)
    let least = body.rows < 13 ? 1 : 2
    let wanted =
      wishes.maps?.rows(columns: body.columns, most: body.rows - least) ?? layout.wantedRows(wishes)
    var sumRows: Int
    var gridRows: Int
    let stripRows = layout.planStrips(
      wishes, in: body, wanted: wanted, lessonRows: wishes.hasLesson && !isLessonBeside ? 9 : 0)
    if wishes.hasLesson && !isLessonBeside {
      sumRows = max(least, min(4, body.rows - wanted - stripRows - 9))
      let rest = body.rows - stripRows - sumRows
      var lessonRows = max(rest - wanted, min(8, rest - leastGridRows))
      if lessonRows < leastLessonRows {
        lessonRows = 0
        if wishes.lessonIsFocused {
          layout.panels[.lesson] = body
          return layout
        }
      } else {
        layout.panels[.lesson] = Rect(
          row: body.endRow - lessonRows, column: 0, rows: lessonRows, columns: body.columns)
      }
      gridRows = min(wanted, rest - lessonRows)
    } else {
      sumRows = max(least, min(8, body.rows - wanted - stripRows))
      gridRows = min(wanted, body.rows - stripRows - sumRows)
    }
    if stripRows > 0 {
      layout.strips = Rect(row: body.row + gridRows, column: 0, rows: stripRows, columns: body.columns)
    }
    layout.arithmetic = Rect(
      row: body.row + gridRows + stripRows, column: 0, rows: sumRows, columns: body.columns)
    let area = Rect(row: body.row, column: 0, rows: gridRows, columns: body.columns)
    if let maps = wishes.maps, let plan = MapsPlan.fit(maps, in: area, isFine: wishes.hasFinePixels) {
      (layout.maps, layout.mapsPlan) = (area, plan)
    } else if wishes.arrangement.isStacked {
      layout.placeStacked(wishes, in: area)
    } else {
      layout.placeGrids(wishes, in: area)
    }
    return layout
  }

  /// A study, over a lesson of a third of the rows; where that is too few, the one with the focus has all.
  private mutating func placeStudy(in body: Rect, hasLessonBelow: Bool, _ wishes: Wishes) {
    var lessonRows = hasLessonBelow ? max(8, body.rows / 3) : 0
    if hasLessonBelow, body.rows - lessonRows < Self.leastGridRows {
      lessonRows = wishes.lessonIsFocused ? body.rows : 0
    }
    if lessonRows > 0 {
      panels[.lesson] = Rect(
        row: body.endRow - lessonRows, column: body.column, rows: lessonRows, columns: body.columns)
    }
    guard lessonRows < body.rows else { return }
    panels[.study] = Rect(row: body.row, column: body.column, rows: body.rows - lessonRows, columns: body.columns)
  }

  /// Row and column numbers appear where there is room for everything with them, and on screens that are wide anyway.
  private mutating func chooseIndices(_ wishes: Wishes, body: Rect, hasLessonBelow: Bool) {
    let columns = Self.gridColumns(wishes, gap: wishes.leastGap, hasIndices: true, withProducts: false)
    hasIndices = true
    let rows = wantedRows(wishes) + 2 + (hasLessonBelow ? 8 : 0)
    guard !wishes.arrangement.isStacked else {
      hasIndices = rows <= body.rows
      return
    }
    hasIndices = (columns <= body.columns && rows <= body.rows) || (body.columns >= 90 && body.rows >= 20)
  }

  private func wantedRows(_ wishes: Wishes) -> Int {
    if wishes.arrangement.isStacked { return stackedRows(wishes) }
    let rows = wishes.grids.map { grid, wish in
      wish.rows + (grid == .kernel ? wishes.kernelFactRows : 0)
    }
    return max(Self.leastGridRows, (rows.max() ?? 0) + 2 + (hasIndices ? 1 : 0))
  }

  private static func gridColumns(_ wishes: Wishes, gap: Int, hasIndices: Bool, withProducts: Bool) -> Int {
    var total =
      withProducts
      ? max(leastColumns(of: nil), wishes.products?.panelColumns(gap: max(1, gap), hasIndices: hasIndices) ?? 0) : 0
    for (grid, wish) in wishes.grids {
      total += max(leastColumns(of: grid), wish.panelColumns(gap: gap, hasIndices: hasIndices))
    }
    return total
  }

  /// A panel narrower than this has no room for its title; the products' one is nil.
  private static func leastColumns(of grid: GridName?) -> Int { grid == .kernel ? leastKernelColumns : 14 }

  // MARK: Grids side by side

  private struct Slot {
    var grid: GridName?
    var columns: Int
  }

  private mutating func placeGrids(_ wishes: Wishes, in area: Rect) {
    var slots = comfortableSlots(wishes, columns: area.columns) ?? sharedSlots(wishes, columns: area.columns)
    // What is left over widens all of them a little; a grid is not stretched over an empty screen.
    var left = area.columns - slots.reduce(0) { $0 + $1.columns }
    let share = min(8, left / max(1, slots.count))
    for index in slots.indices {
      slots[index].columns += share
      left -= share
    }
    if left <= 12, !slots.isEmpty { slots[slots.count - 1].columns += left }
    var column = area.column
    for slot in slots {
      let rect = Rect(row: area.row, column: column, rows: area.rows, columns: slot.columns)
      if let grid = slot.grid {
        panels[PanelName(grid)] = rect
      } else {
        products = rect
      }
      column += slot.columns
    }
    let kernelRows = (wishes.grids[.kernel]?.rows ?? 0) + wishes.kernelFactRows + 2 + (hasIndices ? 1 : 0)
    hasKernelFacts =
      area.rows >= min(kernelRows, Self.leastGridRows + 2) && (panels[.kernel]?.columns ?? 0) >= Self.leastKernelColumns
  }

  /// Everything in full, with the largest gap that fits; nil when it does not fit even with the smallest.
  private mutating func comfortableSlots(_ wishes: Wishes, columns: Int) -> [Slot]? {
    for withProducts in [true, false] {
      if withProducts && (wishes.products == nil || columns < 76) { continue }
      for gap in wishes.gaps {
        guard
          Self.gridColumns(wishes, gap: gap, hasIndices: hasIndices, withProducts: withProducts) <= columns
        else { continue }
        self.gap = gap
        return order(withProducts: withProducts).map { grid in
          let wish = grid.map { wishes.grids[$0] } ?? wishes.products
          return Slot(
            grid: grid,
            columns: max(
              Self.leastColumns(of: grid),
              wish?.panelColumns(gap: grid == nil ? max(1, gap) : gap, hasIndices: hasIndices) ?? 0))
        }
      }
    }
    return nil
  }

  private func order(withProducts: Bool) -> [GridName?] {
    withProducts ? [.input, .kernel, nil, .output] : [.input, .kernel, .output]
  }

  /// A narrow kernel, and input and output in proportion to what they need; the grids scroll.
  private mutating func sharedSlots(_ wishes: Wishes, columns: Int) -> [Slot] {
    func wanted(_ grid: GridName) -> Int {
      wishes.grids[grid]?.panelColumns(gap: wishes.leastGap, hasIndices: hasIndices) ?? 0
    }
    gap = wishes.leastGap
    let least = columns >= 60 ? Self.leastKernelColumns : 12
    let kernel = min(max(least, wanted(.kernel)), max(12, columns * 3 / 10))
    let rest = columns - kernel
    let half = (rest + 1) / 2
    let output = max(Self.leastColumns(of: .output), wanted(.output))
    let input = max(
      Self.leastColumns(of: .input),
      wanted(.input) <= half ? wanted(.input) : output < rest - half ? rest - output : half)
    return [
      Slot(grid: .input, columns: input), Slot(grid: .kernel, columns: kernel),
      Slot(grid: .output, columns: rest - input),
    ]
  }
}

extension PanelName {
  /// The panel that shows a grid.
  package init(_ grid: GridName) {
    switch grid {
    case .input: self = .input
    case .kernel: self = .kernel
    case .output: self = .output
    }
  }
}
