import ConvolutionEngine
import Explorer
import TerminalKit

/// Draws the visible cells of a grid: numbers, brackets, indices.
struct GridDrawing {
  let scene: GridScene
  let placement: GridPlacement
  let formats: ColumnFormats
  let scale: Float
  let changed: Set<FrameMemory.Place>
  /// Whether the panel has the keys, so that its selected cell shows.
  let isFocused: Bool
  /// A number being typed into a cell of this grid.
  let edit: CellEdit?

  /// The same numbers turned by 180°, so many rows further down.
  func turned(downBy rows: Int) -> GridDrawing {
    GridDrawing(
      scene: scene.turned, placement: placement.moved(downBy: rows), formats: formats, scale: scale, changed: [],
      isFocused: isFocused, edit: nil)
  }

  private init(
    scene: GridScene, placement: GridPlacement, formats: ColumnFormats, scale: Float, changed: Set<FrameMemory.Place>,
    isFocused: Bool, edit: CellEdit?
  ) {
    self.scene = scene
    self.placement = placement
    self.formats = formats
    self.scale = scale
    self.changed = changed
    self.isFocused = isFocused
    self.edit = edit
  }

  /// The drawing of a grid panel of the frame; nil when it has no place.
  init?(_ grid: GridName, _ context: PanelContext) {
    guard let placement = context.frame.placements[grid], let formats = context.frame.formats[grid] else { return nil }
    scene = context.frame.scene[grid]
    self.placement = placement
    self.formats = placement.isVaried ? formats : formats.uniform
    scale = context.frame.scene.scales[grid] ?? 0
    changed = context.frame.changed[grid] ?? []
    isFocused = context.state.focus.grid == grid
    if case .editing(let edit) = context.state.mode, edit.grid == grid { self.edit = edit } else { edit = nil }
  }

  func draw(_ surface: inout Surface, _ context: PanelContext) {
    if context.frame.layout?.hasIndices == true { drawIndices(&surface, context) }
    guard context.frame.look.view == .numbers else { return drawColors(&surface, context) }
    drawCells(&surface, context)
    if let edit { draw(edit, on: &surface, context) }
  }

  /// The numbers with their brackets and signs.
  func drawCells(_ surface: inout Surface, _ context: PanelContext) {
    for (rowIndex, row) in scene.visible.rows.enumerated() {
      for (columnIndex, column) in scene.visible.columns.enumerated() {
        guard let cell = scene[row: row, column: column] else { continue }
        let place = FrameMemory.Place(row: row, column: column)
        surface.write(
          text(of: cell, in: column, context), row: placement.row(rowIndex), column: placement.column(columnIndex),
          style: style(of: cell, isChanged: changed.contains(place), context), in: placement.area)
      }
      drawBrackets(&surface, row: row, at: placement.row(rowIndex), context)
      drawSigns(&surface, row: row, at: placement.row(rowIndex), context)
    }
  }

  private func text(of cell: SceneCell, in column: Int, _ context: PanelContext) -> String {
    let format = formats[column]
    if cell.ghost == .zero {
      return format.text(sign: cell.marks.contains(.odd) ? context.glyphs.ghostOdd : context.glyphs.ghostZero)
    }
    if cell.marks.contains(.missing) { return format.text(sign: " ") }
    guard let value = cell.value else { return format.text(sign: context.glyphs.unknown) }
    return format.text(value)
  }

  private func style(of cell: SceneCell, isChanged: Bool, _ context: PanelContext) -> Style {
    let theme = context.theme
    var style: Style
    if cell.marks.contains(.window) || cell.marks.contains(.spread) {
      style = theme.style(.window)
    } else if cell.marks.contains(.cursor), scene.grid == .output {
      style = theme.style(.current)
    } else if cell.ghost == .zero {
      style = theme.style(.ghost)
    } else if cell.ghost != nil, let value = cell.value {
      style = theme.magnitude(value, scale: scale).adding(.dim)
    } else if let value = cell.value {
      style = theme.magnitude(value, scale: scale)
    } else {
      style = theme.style(.unknown)
    }
    if cell.marks.contains(.counted) { style = style.adding(.bold) }
    if cell.marks.contains(.currentProduct) { style = theme.style(.current) }
    if cell.marks.contains(.unreached) { style = style.adding(.dim) }
    if cell.marks.contains(.selected) { style = style.adding(.reverse) }
    if cell.marks.contains(.cursor) {
      // The current output has its accent; reversing it as well would cost a step 28 bytes.
      if isFocused && (scene.grid != .output || theme.depth == .mono) { style = style.adding(.reverse) }
    }
    return isChanged ? style.adding(.underline) : style
  }

  // MARK: Brackets

  /// What the brackets around a cell say; the stronger one wins a shared gap.
  enum Bracket: Int {
    case none, window, current

    var signs: (left: String, right: String) {
      switch self {
      case .none: (" ", " ")
      case .window: ("[", "]")
      case .current: ("(", ")")
      }
    }
  }

  func bracket(of cell: SceneCell?) -> Bracket {
    guard let cell else { return .none }
    if cell.marks.contains(.currentProduct) { return .current }
    if cell.marks.contains(.window) || cell.marks.contains(.spread) { return .window }
    return scene.grid == .output && cell.marks.contains(.cursor) ? .window : .none
  }

  /// Window cells side by side share one pair of brackets: `[ 0  1  1]`.
  private func drawBrackets(_ surface: inout Surface, row: Int, at line: Int, _ context: PanelContext) {
    let role: Role = scene.grid == .output ? .current : .window
    for (index, column) in scene.visible.columns.enumerated() {
      let here = bracket(of: scene[row: row, column: column])
      guard here != .none else { continue }
      let style = context.theme.style(here == .current ? .current : role)
      let before = bracket(of: scene[row: row, column: column - 1])
      let after = bracket(of: scene[row: row, column: column + 1])
      let start = placement.column(index)
      if before.rawValue < here.rawValue, !(before == .window && placement.gap == 1 && here == .window) {
        surface.write(here.signs.left, row: line, column: start - 1, style: style, in: placement.area)
      }
      if after.rawValue < here.rawValue {
        surface.write(
          here.signs.right, row: line, column: start + placement.width(index), style: style, in: placement.area)
      } else if after == here {
        // The same style all along the window, since every change of style costs more bytes than a number.
        let gap = String(repeating: " ", count: placement.gap)
        surface.write(gap, row: line, column: start + placement.width(index), style: style, in: placement.area)
      }
    }
  }

  // MARK: Signs

  /// What stands before a number that differs from the one it is compared with, hangs on the selected cell, is a copy in the odd row or column of the padding, or
  /// belongs to the output padding.
  private func sign(of cell: SceneCell, _ context: PanelContext) -> String? {
    if cell.marks.contains(.beyond) { return context.glyphs.beyond }
    if cell.marks.contains(.linked) { return context.glyphs.linked }
    if cell.marks.contains(.odd), cell.ghost != .zero { return context.glyphs.ghostOdd }
    return scene.grid == .output && cell.marks.contains(.unreached) ? context.glyphs.outputPadding : nil
  }

  /// A sign right before each number that has one: in its own blanks, or in the gap where no bracket
  /// stands. It has the style of the number, so that a step under it costs nothing more.
  ///
  /// Between full numbers one column apart a bracket leaves no room: then the number is bold.
  private func drawSigns(_ surface: inout Surface, row: Int, at line: Int, _ context: PanelContext) {
    for (index, column) in scene.visible.columns.enumerated() {
      guard let cell = scene[row: row, column: column], let sign = sign(of: cell, context) else { continue }
      let start = placement.column(index)
      let blanks = text(of: cell, in: column, context).prefix { $0 == " " }.count
      let isOpen = bracket(of: cell) != .none
      let isClosed = bracket(of: scene[row: row, column: column - 1]) != .none
      let place: Int?
      if blanks > 0 {
        place = start + blanks - 1
      } else if placement.gap == 1 {
        place = isOpen || isClosed ? nil : start - 1
      } else {
        place = isOpen ? (isClosed && placement.gap == 2 ? nil : start - 2) : start - 1
      }
      let style = style(of: cell, isChanged: changed.contains(FrameMemory.Place(row: row, column: column)), context)
      if let place {
        surface.write(sign, row: line, column: place, style: style, in: placement.area)
      } else {
        let number = Rect(row: line, column: start, rows: 1, columns: placement.width(index))
        surface.restyle(number) { $0.adding(.bold) }
      }
    }
  }

  // MARK: Editing

  /// The typed text over its cell; a long one grows to the left, then shows its end.
  private func draw(_ edit: CellEdit, on surface: inout Surface, _ context: PanelContext) {
    guard scene.visible.rows.contains(edit.row), scene.visible.columns.contains(edit.column) else { return }
    let row = placement.row(edit.row - scene.visible.rows.lowerBound)
    let index = edit.column - scene.visible.columns.lowerBound
    let width = placement.width(index)
    let right = placement.column(index) + width
    let typed = edit.text + context.glyphs.typing
    let room = max(width, right - placement.area.column)
    let shown = String(typed.suffix(room))
    let columns = max(width, DisplayWidth.columns(of: shown))
    let padded = shown.rightAligned(to: columns)
    let role: Role = edit.problem == nil ? .selected : .problem
    surface.write(
      padded, row: row, column: right - columns, style: context.theme.style(role).adding(.reverse), in: placement.area)
  }
}
