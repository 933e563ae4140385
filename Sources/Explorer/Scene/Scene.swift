import ConvolutionEngine

/// What there is to see through a viewport. Computes visible cells only, with the reference operator.
package struct Scene: Equatable, Sendable {
  package let input: GridScene
  package let kernel: GridScene
  package let output: GridScene
  package let arithmetic: Arithmetic
  /// The largest magnitude for colours, per grid: of the visible cells, but of all cells of an output that is not large
  /// and known.
  package let scales: [GridName: Float]
  /// What hangs on the selected cell of the viewport's linked grid.
  package let links: CursorLinks?
  /// Whether the output shows how many products reach each cell, in place of its values.
  package let showsOverlap: Bool

  package subscript(grid: GridName) -> GridScene {
    switch grid {
    case .input: input
    case .kernel: kernel
    case .output: output
    }
  }
}

extension ExplorerState {
  /// All rows and columns of a grid, for scrolling; those of the input include the padding.
  package func extent(of grid: GridName) -> Viewport.Region {
    let shape = document.shape(of: grid)
    guard grid == .input else { return Viewport.Region(rows: 0..<shape.height, columns: 0..<shape.width) }
    let padding = experiment.padding
    // The last window of a pool that rounds up may hang over the padding.
    let reach = reach ?? PerAxis(-1)
    return Viewport.Region(
      rows: -padding.top..<max(shape.height + padding.bottom, reach.vertical + 1),
      columns: -padding.left..<max(shape.width + padding.right, reach.horizontal + 1))
  }

  /// The cells of a grid that have to stay in view: the window on the input, the cursor elsewhere.
  package func focus(of grid: GridName) -> Viewport.Region {
    switch grid {
    case .input:
      let window = window
      return Viewport.Region(
        rows: window.rows.lowerBound..<(window.rows.upperBound + 1),
        columns: window.columns.lowerBound..<(window.columns.upperBound + 1))
    case .kernel:
      return Viewport.Region(
        rows: kernelCursor.row..<(kernelCursor.row + 1), columns: kernelCursor.column..<(kernelCursor.column + 1))
    case .output:
      return Viewport.Region(rows: cell.row..<(cell.row + 1), columns: cell.column..<(cell.column + 1))
    }
  }

  /// The input cells that the current cell is made of.
  package var footprint: Footprint { experiment.plan.footprint(of: cell) }

  /// The input rows and columns from the first to the last tap of the current cell; where nothing of the input reaches it,
  /// those that stand nearest.
  package var window: (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let footprint = footprint
    func nearest(_ index: Int, _ count: Int, _ inputs: Int) -> ClosedRange<Int> {
      let place = count > 0 ? min(index * inputs / count, inputs - 1) : 0
      return place...place
    }
    return (
      rows: footprint.rows.span ?? nearest(cell.row, outputShape.height, experiment.inputShape.height),
      columns: footprint.columns.span ?? nearest(cell.column, outputShape.width, experiment.inputShape.width)
    )
  }

  /// Describes what is visible. Complexity: O(visible output cells × terms + visible cells).
  package func scene(through viewport: Viewport) -> Scene {
    let arithmetic = arithmetic(termLimit: viewport.termLimit)
    let spread = viewport.transposedView == .scatter ? spread : nil
    let showsOverlap = viewport.transposedView == .overlap && experiment.operation.isTransposed
    // Where an input cell goes is marked once, and nothing is said of the products of an output cell.
    let marks = spread == nil ? ProductMarks(arithmetic: arithmetic) : ProductMarks()
    let links = viewport.linkedGrid.flatMap { spread != nil && $0 == .input ? nil : LinkFinder(self, from: $0) }
    let input = inputScene(
      viewport.input, window: spread == nil ? footprint : Footprint(inputCursor), marks: marks, links: links,
      source: source(shownFor: viewport.linkedGrid, arithmetic: arithmetic))
    let kernel = GridScene(.kernel, extent: extent(of: .kernel), viewport: viewport.kernel) { row, column in
      let coordinate = Coordinate(
        batch: kernelCursor.batch, channel: kernelCursor.channel, row: row, column: column)
      var cell = SceneCell(value: experiment.operands[.weights]?[coordinate], marks: marks.kernel[coordinate] ?? [])
      if coordinate == kernelCursor { cell.marks.insert(.cursor) }
      return cell
    }
    let output = GridScene(.output, extent: extent(of: .output), viewport: viewport.output) { row, column in
      let coordinate = Coordinate(batch: cell.batch, channel: cell.channel, row: row, column: column)
      let isHidden = !isRevealed(coordinate) || (coordinate == cell && arithmetic.result == nil)
      var marks: SceneCell.Marks = coordinate == cell && spread == nil ? [.cursor] : []
      if links?.feedsOutput(coordinate) == true { marks.insert(.linked) }
      if spread?.contains(row: row, column: column) == true { marks.insert(.spread) }
      if isOutputPadding(coordinate) { marks.insert(.unreached) }
      if showsOverlap { return SceneCell(value: Float(experiment.plan.termCount(of: coordinate)), marks: marks) }
      return SceneCell(value: isHidden ? nil : experiment.value(at: coordinate), marks: marks)
    }
    var scales: [GridName: Float] = [:]
    // Counts in the place of the output are compared with nothing.
    let shownOutput = showsOverlap ? output : shown(output)
    for scene in [input, kernel, shownOutput] { scales[scene.grid] = scene.largestMagnitude }
    if showsOverlap {
      scales[.output] = Float(experiment.plan.termsPerCell)
    } else if outputView == .own, outputShape.count <= Self.largestOwnScale, let known = currentScale {
      scales[.output] = known
    }
    func selecting(_ scene: GridScene) -> GridScene {
      guard let selection = viewport.selection, selection.grid == scene.grid else { return scene }
      return scene.marking(.selected, in: selection.region)
    }
    return Scene(
      input: selecting(input), kernel: selecting(kernel), output: shownOutput, arithmetic: arithmetic, scales: scales,
      links: links?.summary, showsOverlap: showsOverlap)
  }

  /// The most cells of an output whose colours stand for all of it.
  ///
  /// A larger one is computed when the edit has long been on the screen: colours that change then are a second frame for
  /// every key (29 ms after it in a picture of 3840×2160, while the numbers are there after 2), and a flicker.
  private static let largestOwnScale = 1 << 16

  /// Where the value of a position of the input comes from: itself, a cell that the padding copies, or zero.
  package func ghost(at position: Coordinate) -> SceneCell.Ghost? {
    let shape = experiment.inputShape
    guard !shape.contains(position) else { return nil }
    let mode = experiment.parameters.paddingMode
    guard
      let row = mode.vertical.source(of: position.row, count: shape.height),
      let column = mode.horizontal.source(of: position.column, count: shape.width)
    else { return .zero }
    return .copy(row: row, column: column)
  }

  /// The cell that the padding copies for the selected position, or else for the product that was added last.
  private func source(shownFor linkedGrid: GridName?, arithmetic: Arithmetic) -> Coordinate? {
    var position: Coordinate?
    if linkedGrid == .input, ghost(at: inputCursor) != nil {
      position = inputCursor
    } else if arithmetic.shownTerms < arithmetic.termCount {
      position = arithmetic.trace?.terms.prefix(arithmetic.shownTerms).last?.position
    }
    guard let position, case .copy(let row, let column)? = ghost(at: position) else { return nil }
    return Coordinate(batch: position.batch, channel: position.channel, row: row, column: column)
  }

  private func inputScene(
    _ region: Viewport.Region, window footprint: Footprint, marks: ProductMarks, links: LinkFinder?, source: Coordinate?
  ) -> GridScene {
    let reach = reach
    return GridScene(.input, extent: extent(of: .input), viewport: region) { row, column in
      let position = Coordinate(
        batch: inputCursor.batch, channel: inputCursor.channel, row: row, column: column)
      var cell =
        switch ghost(at: position) {
        case nil: SceneCell(value: experiment.operands[.input]?[position])
        case .zero?: SceneCell(value: 0, ghost: .zero)
        case .copy(let row, let column)?:
          SceneCell(
            value: experiment.operands[.input]?[
              Coordinate(batch: position.batch, channel: position.channel, row: row, column: column)],
            ghost: .copy(row: row, column: column))
        }
      if position == inputCursor { cell.marks.insert(.cursor) }
      if cell.ghost != nil, isOddPadding(position) { cell.marks.insert(.odd) }
      if position == source || links?.touchesInput(position) == true { cell.marks.insert(.linked) }
      if footprint.contains(row: row, column: column) { cell.marks.insert(.window) }
      if let reach, row > reach.vertical || column > reach.horizontal { cell.marks.insert(.unreached) }
      return cell.marked(marks.input[position])
    }
  }

  /// The last input row and column that any window reaches; nil for an operator without a sliding window.
  private var reach: PerAxis<Int>? {
    experiment.plan.window.map { window in
      let last = window.footprint(
        of: Coordinate(row: outputShape.height - 1, column: outputShape.width - 1))
      return PerAxis(vertical: last.rows.span?.upperBound ?? -1, horizontal: last.columns.span?.upperBound ?? -1)
    }
  }

  private func arithmetic(termLimit: Int) -> Arithmetic {
    let count = experiment.plan.termCount(of: cell)
    let shown = subStep ?? count
    let trace = count <= termLimit ? experiment.trace(at: cell) : nil
    let window = window
    let isAsked = askedCell != nil
    return Arithmetic(
      cell: cell, trace: trace, termCount: count, shownTerms: shown, isAsked: isAsked,
      runningValues: isAsked ? [] : trace.map { Array($0.runningValues.prefix(shown)) } ?? [],
      result: isAsked || shown < count ? nil : experiment.value(at: cell),
      footprint: footprint,
      inputRows: window.rows, inputColumns: window.columns)
  }
}

extension GridScene {
  /// The largest finite magnitude among the visible cells.
  fileprivate var largestMagnitude: Float {
    cells.lazy.compactMap(\.value).filter(\.isFinite).map { abs($0) }.max() ?? 0
  }
}

extension SceneCell {
  fileprivate func marked(_ more: Marks?) -> SceneCell {
    var cell = self
    if let more { cell.marks.formUnion(more) }
    return cell
  }
}

/// Which cells belong to the product that was added last and which to those before, while stepping product by product.
private struct ProductMarks {
  var input: [Coordinate: SceneCell.Marks] = [:]
  var kernel: [Coordinate: SceneCell.Marks] = [:]

  init() {}

  init(arithmetic: Arithmetic) {
    if let winner = arithmetic.winner, let term = arithmetic.trace?.terms[winner] {
      input[term.position] = .currentProduct
    }
    guard let trace = arithmetic.trace, arithmetic.shownTerms < arithmetic.termCount else { return }
    for (index, term) in trace.terms.prefix(arithmetic.shownTerms).enumerated() {
      let mark: SceneCell.Marks = index == arithmetic.shownTerms - 1 ? .currentProduct : .counted
      input[term.position] = mark
      if let position = term.factorPosition { kernel[position] = mark }
    }
  }
}
