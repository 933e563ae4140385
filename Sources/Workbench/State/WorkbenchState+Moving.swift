import ConvolutionEngine
import Explorer

extension WorkbenchState {
  /// The panels there are now, in Tab order.
  package var panels: [PanelName] {
    PanelName.allCases.filter { panel in
      switch panel {
      case .output: explorer.document.study == nil
      case .input: explorer.document.study == nil && !showsMaps
      case .kernel: explorer.document.study == nil && !showsMaps && explorer.experiment.operands[.weights] != nil
      case .study: explorer.document.study != nil
      case .lesson: lesson != nil
      }
    }
  }

  /// Where the focus goes when its panel has left the screen.
  var mainPanel: PanelName { explorer.document.study == nil ? .output : .study }

  /// Moves the focus when its panel has left the screen: to the study that came, or back to where it was before it.
  mutating func keepFocus() {
    guard !panels.contains(focus) else { return }
    if explorer.document.study != nil, focus.grid != nil { focusBeforeStudy = focus }
    let before = focusBeforeStudy.flatMap { panels.contains($0) ? $0 : nil }
    focus = before ?? mainPanel
  }

  mutating func moveFocus(by amount: Int) {
    let panels = panels
    guard panels.count > 1 else {
      refuse(.onlyThisPanel, KeyMap.keyName(for: .cancel, in: panelContext) ?? "")
      return
    }
    let index = panels.firstIndex(of: focus) ?? 0
    focus = panels[(index + amount + panels.count) % panels.count]
    if focus == .input { bringInputCursorIntoView() }
  }

  /// A selection that is out of view would scroll the window out of it: then the middle of the window is selected.
  private mutating func bringInputCursorIntoView() {
    let cursor = explorer.inputCursor
    guard let visible = memory.visible(.input),
      !visible.rows.contains(cursor.row) || !visible.columns.contains(cursor.column)
    else { return }
    let shape = explorer.document.shape(of: .input)
    let window = explorer.window
    let row = (window.rows.lowerBound + window.rows.upperBound) / 2
    let column = (window.columns.lowerBound + window.columns.upperBound) / 2
    _ = performSilently(
      .select(
        .input, row: max(0, min(row, shape.height - 1)), column: max(0, min(column, shape.width - 1))))
  }

  /// Moves whatever has the keys: a menu, the help, the lesson's text, or the cursor of the focused grid.
  mutating func move(_ direction: Command.Direction) -> [Effect] {
    if mode == .normal, selection?.isKept != true { selection = nil }
    switch mode {
    case .menu(var menu):
      menu.selected = Self.moved(menu.selected, direction, count: menu.items.count, page: pageLength)
      mode = .menu(menu)
      return []
    case .palette(var palette):
      palette.selected = Self.moved(
        palette.selected, direction, count: max(1, palette.matches.count), page: pageLength)
      mode = .palette(palette)
      return []
    case .help(let scroll):
      mode = .help(scroll: Self.moved(scroll, direction, count: KeyMap.bindings.count, page: pageLength))
      return []
    default:
      break
    }
    switch focus {
    case .lesson:
      lessonScroll = Self.moved(lessonScroll, direction, count: 10_000, page: pageLength)
      return []
    case .output:
      return stepOutput(direction)
    case .study:
      return moveInStudy(direction)
    case .input:
      if let shift = Self.shift(for: direction), explorer.comparison.shift != nil {
        return perform(.shift(shift, explorer.comparison.shiftFill))
      }
      return moveCursor(.input, from: explorer.inputCursor, direction)
    case .kernel:
      return moveCursor(.kernel, from: explorer.kernelCursor, direction)
    }
  }

  /// On the output, left and right are the steps of the window in reading order.
  private mutating func stepOutput(_ direction: Command.Direction) -> [Effect] {
    let cell = explorer.cell
    switch direction {
    case .right: return perform(.step(.forward))
    case .left: return perform(.step(.back))
    case .up: return perform(.step(.up))
    case .down: return perform(.step(.down))
    case .rowStart: return perform(.step(.rowStart))
    case .rowEnd: return perform(.step(.rowEnd))
    case .first: return perform(.step(.first))
    case .last: return perform(.step(.last))
    case .pageUp: return perform(.jump(row: max(0, cell.row - pageLength), column: cell.column))
    case .pageDown:
      let last = explorer.outputShape.height - 1
      return perform(.jump(row: min(last, cell.row + pageLength), column: cell.column))
    }
  }

  /// Says why a step led nowhere.
  mutating func tellEnd(of action: ExplorerAction) {
    guard message == nil else { return }
    let (key, back): (TextKey, Command.Direction)
    switch action {
    case .step(.forward): (key, back) = (.noCellAfter, .first)
    case .step(.back): (key, back) = (.noCellBefore, .last)
    default: return
    }
    say(key, KeyMap.keyName(for: .move(back), in: .output) ?? "")
  }

  private mutating func moveCursor(
    _ grid: GridName, from cursor: Coordinate, _ direction: Command.Direction
  ) -> [Effect] {
    let shape = explorer.document.shape(of: grid)
    // Single steps lead on into the padding, the ends are those of the picture.
    let extent = explorer.extent(of: grid)
    var row = cursor.row
    var column = cursor.column
    switch direction {
    case .up: row -= 1
    case .down: row += 1
    case .left: column -= 1
    case .right: column += 1
    case .rowStart: column = 0
    case .rowEnd: column = shape.width - 1
    case .first: (row, column) = (0, 0)
    case .last: (row, column) = (shape.height - 1, shape.width - 1)
    case .pageUp: row -= pageLength
    case .pageDown: row += pageLength
    }
    return perform(
      .select(
        grid, row: max(extent.rows.lowerBound, min(row, extent.rows.upperBound - 1)),
        column: max(extent.columns.lowerBound, min(column, extent.columns.upperBound - 1))))
  }

  /// About the rows of a grid panel: what PgUp and PgDn move by.
  private var pageLength: Int { max(1, size.rows / 2 - 2) }

  private static func moved(_ index: Int, _ direction: Command.Direction, count: Int, page: Int) -> Int {
    let target =
      switch direction {
      case .up, .left: index - 1
      case .down, .right: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first, .rowStart: 0
      case .last, .rowEnd: count - 1
      }
    return max(0, min(target, count - 1))
  }
}
