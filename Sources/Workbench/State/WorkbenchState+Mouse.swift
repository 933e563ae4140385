import ConvolutionEngine
import Explorer
import TerminalKit

/// What a pressed mouse button paints with.
struct Brush: Equatable, Sendable {
  let grid: GridName
  /// The value of the cell where the button went down.
  let value: Float
  /// The cell it was over last.
  var row: Int
  var column: Int
  /// How many edits there were before; those since then are one stroke.
  let editsBefore: Int
}

/// The mouse: a click selects, a drag paints with the number one pressed on, the wheel moves what is under it. Everything
/// it does a key does as well.
extension WorkbenchState {
  package mutating func handle(mouse event: MouseEvent) -> [Effect] {
    message = nil
    switch mode {
    case .menu(let menu): return handle(event, in: menu)
    case .help:
      if event.kind == .press { return apply(.cancel) }
      return wheel(event, by: 3) { state, direction in state.move(direction) }
    case .palette(let palette): return handle(event, in: palette)
    case .prompt, .confirmation, .mark: return []
    case .normal, .editing: break
    }
    switch event.kind {
    case .press where event.button == 1: return press(event)
    case .drag where event.button == 1: return paint(to: event)
    case .press where event.button == 3: return choose(from: event)
    case .drag where event.button == 3: return choose(to: event)
    case .release:
      endStroke()
      return []
    case .wheelUp, .wheelDown: return wheel(over: event)
    case .press, .drag: return []
    }
  }

  // MARK: Lists

  private mutating func handle(_ event: MouseEvent, in menu: Menu) -> [Effect] {
    guard event.kind == .press else {
      return wheel(event, by: 1) { state, direction in state.move(direction) }
    }
    let place = MenuOverlay.Place(menu, on: size, glyphs: Glyphs(unicode: capabilities.unicode))
    guard let item = place.item(row: event.row, column: event.column) else {
      return place.box.contains(row: event.row, column: event.column) ? [] : apply(.cancel)
    }
    mode = .menu(Menu(title: menu.title, items: menu.items, selected: item))
    return accept()
  }

  private mutating func handle(_ event: MouseEvent, in palette: Palette) -> [Effect] {
    guard event.kind == .press else {
      return wheel(event, by: 1) { state, direction in state.move(direction) }
    }
    let place = PaletteOverlay.Place(palette, matches: palette.matches.count, on: size)
    guard let item = place.item(row: event.row, column: event.column) else {
      return place.box.contains(row: event.row, column: event.column) ? [] : apply(.cancel)
    }
    var chosen = palette
    chosen.selected = item
    mode = .palette(chosen)
    return accept()
  }

  // MARK: Grids

  /// The panel at a place, and the cell of its grid if it is over one.
  private func target(of event: MouseEvent) -> (panel: PanelName, cell: (row: Int, column: Int)?)? {
    guard
      let panel = memory.layout?.panels.first(where: { $0.value.contains(row: event.row, column: event.column) })?.key
    else { return nil }
    guard let grid = panel.grid, let visible = memory.visible(grid) else { return (panel, nil) }
    return (panel, memory.placements[grid]?.cell(row: event.row, column: event.column, in: visible))
  }

  private mutating func press(_ event: MouseEvent) -> [Effect] {
    endStroke()
    var effects: [Effect] = []
    if case .editing = mode {
      effects += accept()
      // What is wrong stays where it was typed.
      guard mode == .normal else { return effects }
    }
    if let (grid, plane) = thumbnail(at: event) { return effects + show(plane, of: grid) }
    if let plane = featureMap(at: event) { return effects + perform(.filter(plane)) }
    guard let (panel, cell) = target(of: event), panels.contains(panel) else { return effects }
    focus = panel
    guard let grid = panel.grid, let cell else { return effects }
    effects += perform(.select(grid, row: cell.row, column: cell.column))
    if !isShifting, let operand = grid.operand, let value = selectedValue(of: operand) {
      brush = Brush(
        grid: grid, value: value, row: cell.row, column: cell.column, editsBefore: explorer.history.count)
    }
    return effects
  }

  /// The other button chooses cells.
  private mutating func choose(from event: MouseEvent) -> [Effect] {
    guard mode == .normal, let (panel, cell) = target(of: event), panels.contains(panel), let grid = panel.grid,
      grid.operand != nil, let cell
    else { return [] }
    focus = panel
    selection = nil
    let effects = perform(.select(grid, row: cell.row, column: cell.column))
    toggleSelection()
    return effects
  }

  private mutating func choose(to event: MouseEvent) -> [Effect] {
    guard mode == .normal, let selection, let (panel, cell) = target(of: event), panel.grid == selection.grid, let cell
    else { return [] }
    let effects = perform(.select(selection.grid, row: cell.row, column: cell.column))
    saySelection()
    return effects
  }

  /// The plane whose thumbnail is at a place.
  private func thumbnail(at event: MouseEvent) -> (grid: GridName, plane: Int)? {
    guard let rect = memory.layout?.strips, let strips = memory.strips else { return nil }
    return strips.plane(row: event.row - rect.row, column: event.column - rect.column, plan: memory.layout?.stripPlan)
  }

  /// The feature map at a place, while these stand side by side.
  private func featureMap(at event: MouseEvent) -> Int? {
    guard showsMaps, let layout = memory.layout else { return nil }
    return mapsFrame(layout)?.maps.first { $0.rect.contains(row: event.row, column: event.column) }?.plane
  }

  private mutating func show(_ plane: Int, of grid: GridName) -> [Effect] {
    switch grid {
    case .input: return perform(.channel(plane))
    case .kernel:
      let seen = explorer.experiment.channelMap.channels(ofFilter: explorer.cell.channel)
      return perform(.channel(seen.lowerBound + plane))
    case .output: return perform(.filter(plane))
    }
  }

  /// The number in the selected cell; nil in the padding.
  private func selectedValue(of operand: OperandName) -> Float? {
    let cursor = operand == .input ? explorer.inputCursor : explorer.kernelCursor
    return explorer.experiment.operands[operand].flatMap { $0.shape.contains(cursor) ? $0[cursor] : nil }
  }

  /// Writes the brush's number into every cell from the last one to this one; a fast hand skips some.
  private mutating func paint(to event: MouseEvent) -> [Effect] {
    guard var brush, mode == .normal, let operand = brush.grid.operand, let (panel, cell) = target(of: event),
      panel.grid == brush.grid, let cell, (cell.row, cell.column) != (brush.row, brush.column)
    else { return [] }
    explorer.pausePlayback()
    var effects: [Effect] = []
    let steps = max(abs(cell.row - brush.row), abs(cell.column - brush.column))
    for step in 1...steps {
      let row = brush.row + Self.rounded((cell.row - brush.row) * step, by: steps)
      let column = brush.column + Self.rounded((cell.column - brush.column) * step, by: steps)
      effects += perform(.select(brush.grid, row: row, column: column))
      guard let old = selectedValue(of: operand), old.bitPattern != brush.value.bitPattern else { continue }
      let cursor = brush.grid == .input ? explorer.inputCursor : explorer.kernelCursor
      effects += perform(.edit(operand, cursor, brush.value))
    }
    (brush.row, brush.column) = (cell.row, cell.column)
    self.brush = brush
    return effects.keepingLastRecompute
  }

  /// A quotient rounded to the nearest whole number.
  private static func rounded(_ dividend: Int, by divisor: Int) -> Int {
    (2 * dividend + (dividend < 0 ? -divisor : divisor)) / (2 * divisor)
  }

  /// The stroke that ends here is one edit.
  private mutating func endStroke() {
    if let brush { explorer.joinEdits(since: brush.editsBefore) }
    brush = nil
  }

  // MARK: The wheel

  private mutating func wheel(
    _ event: MouseEvent, by rows: Int, move: (inout WorkbenchState, Command.Direction) -> [Effect]
  ) -> [Effect] {
    let direction: Command.Direction
    switch event.kind {
    case .wheelUp: direction = .up
    case .wheelDown: direction = .down
    default: return []
    }
    return (0..<rows).flatMap { _ in move(&self, direction) }
  }

  /// Moves the selection of the grid under the pointer, or scrolls the lesson there; the focus stays where it is.
  private mutating func wheel(over event: MouseEvent) -> [Effect] {
    guard mode == .normal, let (panel, _) = target(of: event), panels.contains(panel) else { return [] }
    let before = focus
    focus = panel
    defer { if panels.contains(before) { focus = before } }
    return wheel(event, by: panel == .lesson ? 3 : 1) { state, direction in state.move(direction) }
  }
}
