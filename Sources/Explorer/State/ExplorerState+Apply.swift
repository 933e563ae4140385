import ConvolutionEngine

extension ExplorerState {
  /// The most elements an operand may be resized to.
  package static let operandLimit = Experiment.outputLimit

  /// Does what an action says, or refuses with the reason and leaves everything as it was.
  ///
  /// Computes no more of the output than the few cells that an edited cell feeds: the rest is the returned effect's
  /// business.
  @discardableResult
  package mutating func apply(_ action: ExplorerAction) throws(ExplorerError) -> [ExplorerEffect] {
    let before = (revision: revision, comparison: comparisonNumber)
    switch action {
    case .step(let step): move(step)
    case .jump(let row, let column): try jump(row: row, column: column)
    case .scrub(let tenths): scrub(tenths)
    case .select(let grid, let row, let column): try select(grid, row: row, column: column)
    case .channel(let index): try selectChannel(index)
    case .filter(let index): try selectFilter(index)
    case .subStep(let subStep): self.subStep(subStep)
    case .play: try play()
    case .pause: playback.isPlaying = false
    case .speed(let speed):
      guard Playback.speeds.contains(speed) else { throw .speed(speed) }
      playback.cellsPerSecond = speed
    case .tick: tick()
    case .answer(let answer): try self.answer(answer)
    case .skip: try skip()
    case .undo: try undo()
    case .redo: try redo()
    case .goToEdit(let edit): try goToEdit(edit)
    case .together(let actions): try applyTogether(actions)
    case .compare(let algorithm): try compare(with: algorithm)
    case .compareFile(let values, let file): try compare(with: values, of: file)
    case .compareTarget: try compareWithTarget()
    case .tolerance(let tolerance): setTolerance(tolerance)
    case .showOutput(let view): try showOutput(view)
    case .nextDifference: try goToNextDifference()
    case .shiftComparison(let isOn): setShiftComparison(isOn)
    case .shiftFill(let fill): setShiftFill(fill)
    case .shift(let shift, _) where shift == PerAxis(0): break
    case .target(.remove) where document.target == nil: break
    case .remove(let operand) where experiment.operands[operand] == nil: break
    case .edit, .block, .resize, .set, .clear, .operation, .preset, .load, .loadColor, .loadFile, .filters,
      .randomFilters, .channels, .presetFilter, .kernels, .remove, .reveal, .shift, .study, .target, .fit:
      try edit(action)
    }
    return (revision == before.revision || knowsOutput ? [] : [.recompute(revision: revision)])
      + (comparisonNumber == before.comparison ? [] : [.compare(number: comparisonNumber)])
  }

  private mutating func move(_ step: ExplorerAction.Step) {
    let shape = outputShape
    var target = cell
    switch step {
    case .forward: target = shape.coordinate(at: min(cellOffset + 1, shape.count - 1))
    case .back: target = shape.coordinate(at: max(cellOffset - 1, 0))
    case .up: target.row = max(cell.row - 1, 0)
    case .down: target.row = min(cell.row + 1, shape.height - 1)
    case .rowStart: target.column = 0
    case .rowEnd: target.column = shape.width - 1
    case .first: target = shape.coordinate(at: 0)
    case .last: target = shape.coordinate(at: shape.count - 1)
    }
    goTo(target)
  }

  private mutating func jump(row: Int, column: Int) throws(ExplorerError) {
    let target = Coordinate(batch: cell.batch, channel: cell.channel, row: row, column: column)
    guard outputShape.contains(target) else { throw .noSuchCell(row: row, column: column, size: outputShape) }
    goTo(target)
  }

  /// The tenths lie at 0, 0.1, … 1 of the way from the first cell to the last, so that ten steps lead from end to end.
  private mutating func scrub(_ tenths: Int) {
    let last = outputShape.count - 1
    let marks = (0...10).map { (last * $0 + 5) / 10 }
    let before = marks.lastIndex { $0 <= cellOffset } ?? 0
    let after = marks.firstIndex { $0 >= cellOffset } ?? 10
    // Between two marks a step back leads to the one before, not beyond it. Of marks that fall together one counts.
    let distinct = Array(Set(marks)).sorted()
    let start = distinct.firstIndex(of: tenths < 0 ? marks[after] : marks[before]) ?? 0
    let (target, overflow) = start.addingReportingOverflow(tenths)
    let index = overflow ? (tenths < 0 ? 0 : distinct.count - 1) : max(0, min(target, distinct.count - 1))
    if tenths != 0 { goTo(outputShape.coordinate(at: distinct[index])) }
  }

  /// Makes a cell of the output the current one.
  mutating func goTo(_ target: Coordinate) {
    guard target != cell else { return }
    cell = target
    inputCursor.batch = target.batch
    followFilter()
    subStep = nil
    reachCurrentCell()
  }

  private mutating func select(_ grid: GridName, row: Int, column: Int) throws(ExplorerError) {
    let cursor =
      switch grid {
      case .input: inputCursor
      case .kernel: kernelCursor
      case .output: cell
      }
    let target = Coordinate(batch: cursor.batch, channel: cursor.channel, row: row, column: column)
    // On the input also positions in the padding, to see where their values come from.
    let extent = extent(of: grid)
    guard extent.rows.contains(row), extent.columns.contains(column) else {
      throw .noSuchCell(row: row, column: column, size: document.shape(of: grid))
    }
    switch grid {
    case .input: inputCursor = target
    case .kernel: kernelCursor = target
    case .output: goTo(target)
    }
  }

  private mutating func subStep(_ step: ExplorerAction.SubStep) {
    let terms = experiment.plan.termCount(of: cell)
    switch step {
    case .all: subStep = nil
    case .forward: subStep = min((subStep ?? 0) + 1, terms)
    case .back: subStep = max((subStep ?? terms) - 1, 0)
    }
    followProduct()
  }

  private mutating func play() throws(ExplorerError) {
    guard document.reveal != .predict else { throw .playWhilePredicting }
    if cellOffset == outputShape.count - 1 { move(.first) }
    playback.isPlaying = true
  }

  /// Stops playback, because a dialog or an edit has begun.
  package mutating func pausePlayback() { playback.isPlaying = false }

  private mutating func tick() {
    guard playback.isPlaying else { return }
    move(.forward)
    if cellOffset == outputShape.count - 1 { playback.isPlaying = false }
  }
}
