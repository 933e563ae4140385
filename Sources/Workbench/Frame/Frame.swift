import ConvolutionEngine
import Explorer
import TerminalKit

/// Everything that is decided before drawing: places, scroll positions, visible cells, number formats, lesson lines.
package struct Frame: Equatable, Sendable {
  /// Nil when the screen is below `Layout.minimum`.
  package let layout: Layout?
  package let placements: [GridName: GridPlacement]
  package let scene: Scene
  package let formats: [GridName: ColumnFormats]
  /// Numbers or colours, and what these stand for.
  package let look: ShownLook
  /// The format of the weights under a signal; nil for planes.
  package let rulerFormat: GridFormat?
  /// The format of the products, when they have a panel.
  package let productFormat: GridFormat?
  /// The numbers that the last step or edit changed.
  package let changed: [GridName: Set<FrameMemory.Place>]
  /// The thumbnails in view, where there are several planes and room.
  package let strips: StripFrame?
  /// The feature maps in view, where they stand in place of the grids.
  package let maps: MapsFrame?
  /// The page of the lesson, wrapped for its panel.
  package let lessonLines: [StyledLine]
  /// The stack of layers, when that takes the stage.
  package let stack: StackFrame?
  /// The lines of the help, wrapped; empty when it is not open.
  package let helpLines: [StyledLine]
}

/// What the numbers of a grid ask for: all of them together, and where they were all looked at, column by column.
struct NumberNeeds {
  let all: GridFormat.Needs
  var columns: [GridFormat.Needs]?

  /// What they ask for together with other numbers that may stand in any of the cells.
  func union(_ other: GridFormat.Needs) -> NumberNeeds {
    NumberNeeds(all: all.union(other), columns: columns?.map { $0.union(other) })
  }
}

extension WorkbenchState {
  /// Decides what the next frame shows, and moves scroll positions just as far as that asks for.
  package mutating func prepareFrame() -> Frame {
    var needs: [GridName: NumberNeeds] = [:]
    var wishes: [GridName: Layout.Wish] = [:]
    for grid in GridName.allCases {
      if grid == .kernel, hidesKernel {
        needs[grid] = NumberNeeds(all: GridFormat.Needs(), columns: nil)
        continue
      }
      let columns = look.view == .numbers ? columnNeeds(of: grid) : nil
      needs[grid] = NumberNeeds(all: memory.needs(of: grid, in: explorer), columns: columns)
    }
    if let overlapCounts { needs[.output] = needs[.output]?.union(overlapCounts) }
    let ruler = isRuled && look.view == .numbers ? needs[.kernel].map { SignalRuler.format($0.all) } : nil
    // Samples are as wide as the weights under them.
    if ruler != nil { needs[.input]?.columns = nil }
    // A kernel that is drawn turned as well has the numbers of each column in another one there.
    if explorer.experiment.parameters.orientation == .convolution { needs[.kernel]?.columns = nil }
    for (grid, needs) in needs { wishes[grid] = wish(for: grid, needs: needs, ruler: ruler) }
    let productFormat = hidesKernel ? nil : productFormat(needs)
    var all = Layout.Wishes(
      grids: wishes, products: productFormat.flatMap(productWish), hasLesson: lesson != nil,
      lessonIsFocused: focus == .lesson)
    all.kernelFactRows = KernelFacts.rows(explorer)
    if look.view.cellColumns != nil { all.gaps = [0] }
    if explorer.experiment.operation.isForSignals { all.arrangement = .stacked(rulerRows: ruler == nil ? 0 : 1) }
    all.hasStudy = explorer.document.study != nil
    all.maps = all.hasStudy ? nil : mapsWish
    all.strips = all.maps == nil && !hidesKernel ? stripWishes : []
    all.hasFinePixels = hasFinePixels
    var layout = Layout.arrange(size: size, wishes: all)
    var formats = self.formats(needs, in: layout, ruler: ruler)
    if all.strips.isEmpty, let whole = layout {
      all.strips = overviewWishes(placements(in: whole, formats: formats, wishes: all))
      if !all.strips.isEmpty {
        layout = Layout.arrange(size: size, wishes: all)
        formats = self.formats(needs, in: layout, ruler: ruler)
      }
    }
    let placements = layout.map { self.placements(in: $0, formats: formats, wishes: all) } ?? [:]
    var regions: [GridName: Viewport.Region] = [:]
    for (grid, placement) in placements { regions[grid] = scrolled(grid, placement: placement) }
    let nothing = Viewport.Region(rows: 0..<0, columns: 0..<0)
    var viewport = Viewport(
      input: regions[.input] ?? nothing, kernel: regions[.kernel] ?? nothing, output: regions[.output] ?? nothing,
      // While the arrows shift the input, no cell of it is chosen.
      linkedGrid: explorer.comparison.shift == nil ? focus.grid : nil, selection: selectionInView)
    viewport.transposedView = transposedView
    var scene = explorer.scene(through: viewport)
    if hidesKernel { scene = scene.hidingKernel }
    memory.note(scene, of: explorer)
    let strips = layout?.stripPlan.map(stripFrame)
    memory.note(layout, placements, strips)

    return Frame(
      layout: layout, placements: placements, scene: scene, formats: formats, look: shownLook(of: scene),
      rulerFormat: ruler,
      productFormat: layout?.products == nil ? nil : productFormat, changed: memory.changed,
      strips: strips, maps: layout.flatMap(mapsFrame),
      lessonLines: lessonLines(in: layout?.panels[.lesson]),
      stack: layout?.panels[.study] == nil ? nil : stackFrame(),
      helpLines: helpLines())
  }

  private func formats(
    _ needs: [GridName: NumberNeeds], in layout: Layout?, ruler: GridFormat?
  ) -> [GridName: ColumnFormats] {
    var formats: [GridName: ColumnFormats] = [:]
    for (grid, needs) in needs {
      formats[grid] = self.formats(of: grid, needs: needs, isNarrow: layout?.isNarrow == true, ruler: ruler)
    }
    if let overlapCounts, let format = formats[.output] {
      // As wide as the values, so that nothing moves when the view is changed.
      formats[.output] = format.counting(overlapCounts)
    }
    return formats
  }

  /// What counts of products need, while these stand in the place of the output.
  private var overlapCounts: GridFormat.Needs? {
    transposedView == .overlap
      ? GridFormat.Needs(integerColumns: "\(explorer.experiment.plan.termsPerCell)".count) : nil
  }

  /// The grids in their panels.
  private func placements(
    in layout: Layout, formats: [GridName: ColumnFormats], wishes: Layout.Wishes
  ) -> [GridName: GridPlacement] {
    var placements: [GridName: GridPlacement] = [:]
    for grid in GridName.allCases where grid != .kernel || explorer.experiment.operands[.weights] != nil {
      guard let rect = layout.panels[PanelName(grid)], let formats = formats[grid] else { continue }
      func placement(widths: [Int]?) -> GridPlacement {
        GridPlacement(
          inside: rect.inset(by: 1), numberWidth: look.view.cellColumns ?? formats.shared.width, gap: layout.gap,
          indexWidth: layout.hasIndices ? indexWidth(of: grid) + 1 : 0,
          footRows: ShownLook.legendRows(look.view)
            + (grid == .kernel && layout.hasKernelFacts
              ? wishes.kernelFactRows : grid == .input ? wishes.arrangement.rulerRows : 0),
          extent: explorer.extent(of: grid), widths: widths, rowsPerLine: rowsPerLine)
      }
      // Whole numbers of different lengths stand evenly where there is room for that.
      let even = placement(widths: nil)
      let isEven = formats.haveSameDecimals && even.columns == explorer.extent(of: grid).columns.count
      placements[grid] = isEven ? even : placement(widths: formats.widths)
    }
    return placements
  }

  /// Whether the kernel slides along under a signal.
  private var isRuled: Bool {
    let experiment = explorer.experiment
    return experiment.operation == .conv1d && experiment.inputShape.height == 1
      && experiment.weightShape.height == 1 && experiment.plan.termsPerCell <= Self.tracedTerms
  }

  private func wish(for grid: GridName, needs: NumberNeeds, ruler: GridFormat?) -> Layout.Wish {
    if grid == .kernel, explorer.experiment.operands[.weights] == nil { return FunctionCard.wish }
    let extent = explorer.extent(of: grid)
    if let width = look.view.cellColumns {
      let lines = (extent.rows.count + rowsPerLine - 1) / rowsPerLine
      return Layout.Wish(
        rows: lines + ShownLook.legendRows(look.view), columns: extent.columns.count, numberWidth: width,
        indexWidth: indexWidth(of: grid))
    }
    let wide = formats(of: grid, needs: needs, isNarrow: false, ruler: ruler)
    let narrow = formats(of: grid, needs: needs, isNarrow: true, ruler: ruler)
    var wish = Layout.Wish(
      rows: extent.rows.count, columns: extent.columns.count, numberWidth: wide.shared.width,
      narrowWidth: narrow.shared.width, indexWidth: indexWidth(of: grid))
    // Whole numbers stand evenly as long as there is room.
    wish.rowWidth = wide.haveSameDecimals ? nil : wide.widths?.reduce(0, +)
    wish.narrowRowWidth = narrow.widths?.reduce(0, +)
    return wish
  }

  /// A grid that no screen shows as a whole gets fewer decimals and so more cells; the sum has the exact numbers.
  private func formats(of grid: GridName, needs: NumberNeeds, isNarrow: Bool, ruler: GridFormat?) -> ColumnFormats {
    let columns = explorer.extent(of: grid).columns
    let isLarge = columns.count > 24
    let least = isNarrow ? 1 : GridFormat.narrowest
    func format(_ needs: GridFormat.Needs, exactColumns: Int) -> GridFormat {
      GridFormat(
        needs, exactColumns: exactColumns, roundedDecimals: isLarge ? 2 : 3,
        narrowest: grid == .input ? max(least, ruler?.width ?? 0) : least,
        signColumns: grid == .output && explorer.isCompared ? 1 : 0)
    }
    let shared = format(needs.all, exactColumns: isLarge ? 5 : GridFormat.widest)
    // No column is wider by itself than all of them are together.
    let each = needs.columns?.map { format($0, exactColumns: shared.width) } ?? []
    return ColumnFormats(shared: shared, columns: each, first: columns.lowerBound)
  }

  /// The columns of the longest row number.
  private func indexWidth(of grid: GridName) -> Int {
    let rows = explorer.extent(of: grid).rows
    return max("\(rows.lowerBound)".count, "\(rows.upperBound - 1)".count)
  }

  // MARK: Scrolling

  /// The visible part of a grid, after the scroll position has followed the focus.
  private mutating func scrolled(_ grid: GridName, placement: GridPlacement) -> Viewport.Region {
    let extent = explorer.extent(of: grid)
    var target = scrollTarget(of: grid)
    if grid == .input, explorer.experiment.operation.isForSignals, target.columns.count > placement.columns {
      // Of a kernel longer than the screen its end on the signal: beyond it there is nothing but padding.
      let end = max(extent.columns.lowerBound, min(target.columns.upperBound, explorer.experiment.inputShape.width))
      target.columns = max(target.columns.lowerBound, end - placement.columns)..<max(target.columns.lowerBound + 1, end)
    }
    let old = scroll[grid] ?? GridScroll(row: extent.rows.lowerBound, column: extent.columns.lowerBound)
    let row = GridPlacement.followed(
      start: old.row, visible: placement.rows, focus: target.rows, extent: extent.rows)
    let column = GridPlacement.followed(
      start: old.column, visible: placement.columns, focus: target.columns, extent: extent.columns)
    scroll[grid] = GridScroll(row: row, column: column)
    return Viewport.Region(
      rows: row..<(row + placement.rows), columns: column..<(column + placement.columns))
  }

  /// What has to stay in view: the selected cell where the keys move it, the window and its product otherwise.
  private func scrollTarget(of grid: GridName) -> Viewport.Region {
    func cell(_ row: Int, _ column: Int) -> Viewport.Region {
      Viewport.Region(rows: row..<(row + 1), columns: column..<(column + 1))
    }
    if grid == .output, let rows = spreadInView?.rows.span, let columns = spreadInView?.columns.span {
      return Viewport.Region(rows: Range(rows), columns: Range(columns))
    }
    if grid == .input, spreadInView != nil { return cell(explorer.inputCursor.row, explorer.inputCursor.column) }
    if focus.grid == grid && grid != .output {
      let cursor = grid == .input ? explorer.inputCursor : explorer.kernelCursor
      return cell(cursor.row, cursor.column)
    }
    if grid != .output, let shown = explorer.subStep, shown > 0,
      explorer.experiment.plan.termsPerCell <= Self.tracedTerms,
      let term = explorer.experiment.trace(at: explorer.cell).terms.prefix(shown).last
    {
      // Product by product, a window larger than the panel scrolls along.
      if let position = grid == .input ? term.position : term.factorPosition {
        return cell(position.row, position.column)
      }
    }
    return explorer.focus(of: grid)
  }

  // MARK: Products

  /// The most products that are looked at one by one.
  static let tracedTerms = 1024

  private func productFormat(_ needs: [GridName: NumberNeeds]) -> GridFormat? {
    guard explorer.experiment.operands[.weights] != nil,
      explorer.experiment.plan.termsPerCell <= Self.tracedTerms, let input = needs[.input]?.all,
      let kernel = needs[.kernel]?.all
    else { return nil }
    // Over the largest factors, not over the present window: the panel keeps its width while stepping.
    return GridFormat(
      GridFormat.Needs(
        integerColumns: max(2, min(6, input.integerColumns + kernel.integerColumns)),
        decimals: min(3, input.decimals + kernel.decimals)))
  }

  private func productWish(_ format: GridFormat) -> Layout.Wish? {
    let weights = explorer.document.shape(of: .kernel)
    guard weights.height <= 9, weights.width <= 9 else { return nil }
    return Layout.Wish(rows: weights.height, columns: weights.width, numberWidth: format.width)
  }
}
