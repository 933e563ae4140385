import ConvolutionEngine
import Explorer
import TerminalKit

/// Draws one map of a stack: the values of its channel 0, or the cells that feed the chosen cell with their ways there.
struct StackMap {
  let frame: StackFrame
  let context: PanelContext

  private func tracedGrid(_ level: Int, in area: Rect) -> StackGrid {
    let footprint = frame.trace.footprints[level]
    return StackGrid(
      size: frame.model.shapes[level].size,
      focus: footprint.map { PerAxis(vertical: $0.rows, horizontal: $0.columns) } ?? PerAxis(0..<0),
      digits: level == frame.view.level ? nil : footprint.flatMap(digits),
      room: Size(rows: area.rows - 1, columns: area.columns))
  }

  /// The map of the selected layer with the chosen cell.
  func drawOwn(on surface: inout Surface, _ area: Rect) {
    let level = frame.view.level
    let size = frame.model.shapes[level].size
    let cell = PerAxis(
      vertical: frame.view.row..<(frame.view.row + 1), horizontal: frame.view.column..<(frame.view.column + 1))
    let room = Size(rows: area.rows - 1, columns: area.columns)
    let grid = StackGrid(size: size, focus: cell, digits: nil, room: room)
    writeTitle(
      [context.text(.stackMap, frame.name(of: level), sides(level))], grid, size, on: &surface, area)
    let run = frame.picture.run
    let colors = run.map { PixelColors(scale: $0.scale(level: level)) }
    drawSigns(grid, on: &surface, area) { row, column in
      // Of several cells the one under the middle of the sign.
      let value = run?.value(
        level: level, row: min(size.vertical - 1, row * grid.scale + grid.scale / 2),
        column: min(size.horizontal - 1, column * grid.scale + grid.scale / 2))
      if row == frame.view.row / grid.scale, column == frame.view.column / grid.scale {
        return Sign(Self.cellSign(grid.signColumns), context.theme.style(.current))
      }
      guard let colors, let value else { return outside(grid) }
      if context.state.hasFinePixels, let color = colors.color(value) {
        return Sign(String(repeating: " ", count: grid.signColumns), Style(background: color))
      }
      let shade = colors.shade(value, unicode: context.glyphs.unicode)
      return Sign(String(repeating: shade, count: grid.signColumns), .plain)
    }
  }

  /// The cells of a level that feed the chosen cell; at its own level the cell itself.
  func drawTraced(_ level: Int, hasLongTitle: Bool = true, on surface: inout Surface, _ area: Rect) {
    guard area.rows > 1, area.columns > 0 else { return }
    let size = frame.model.shapes[level].size
    let footprint = frame.trace.footprints[level]
    let isOwn = level == frame.view.level
    let grid = tracedGrid(level, in: area)
    let name = frame.name(of: level)
    let cell = Self.name(of: frame, context)
    let long = context.text(
      isOwn ? .stackTracedCell : level == 0 ? .stackSees : .stackFeeds,
      isOwn ? cell : name, sides(level), cell)
    writeTitle(
      (hasLongTitle ? [long] : []) + ["\(name) \(sides(level))", name], grid, size, on: &surface, area)
    let most = footprint?.most ?? 0
    drawSigns(grid, on: &surface, area) { row, column in
      let ways = footprint.map { Self.ways($0, row, column, grid.scale) } ?? 0
      guard ways > 0 else { return outside(grid) }
      if isOwn { return Sign(Self.cellSign(grid.signColumns), context.theme.style(.current)) }
      if grid.hasNumbers { return Sign("\(ways)".rightAligned(to: grid.signColumns), context.theme.style(.window)) }
      return Sign(
        String(repeating: shade(ways, of: most), count: grid.signColumns), context.theme.style(.window))
    }
  }

  // MARK: Signs

  /// What the signs mean, for the help.
  static func legend(_ glyphs: Glyphs, _ texts: TextTable) -> [(keys: String, text: String)] {
    [
      ("1 2 3", texts.text(.legendStackWays)), (String(shades(glyphs)), texts.text(.legendStackShades)),
      (glyphs.ghostZero, texts.text(.legendStackOutside)), ("[]", texts.text(.legendStackCell)),
      (glyphs.linked, texts.text(.legendStackMark)),
    ]
  }

  private static func shades(_ glyphs: Glyphs) -> [Character] {
    glyphs.unicode ? ["░", "▒", "▓", "█"] : ["-", "=", "+", "#"]
  }

  private struct Sign {
    let text: String
    let style: Style

    init(_ text: String, _ style: Style) {
      (self.text, self.style) = (text, style)
    }
  }

  private func drawSigns(
    _ grid: StackGrid, on surface: inout Surface, _ area: Rect, _ sign: (_ row: Int, _ column: Int) -> Sign
  ) {
    for (rowIndex, row) in grid.rows.enumerated() {
      for (columnIndex, column) in grid.columns.enumerated() {
        let sign = sign(row, column)
        surface.write(
          sign.text, row: area.row + 1 + rowIndex, column: area.column + columnIndex * grid.signColumns,
          style: sign.style, in: area)
      }
    }
  }

  private func outside(_ grid: StackGrid) -> Sign {
    // Dots stand where the numbers have their last digit, and where a wide sign begins.
    let blanks = String(repeating: " ", count: grid.signColumns - 1)
    let dot = context.glyphs.ghostZero
    return Sign(grid.hasNumbers ? blanks + dot : dot + blanks, context.theme.style(.ghost))
  }

  private static func cellSign(_ columns: Int) -> String {
    columns == 1 ? "O" : "[]" + String(repeating: " ", count: columns - 2)
  }

  /// The digits of the most ways, if there is any sense in writing them.
  private func digits(_ footprint: StackFootprint) -> Int? { footprint.most < 1000 ? "\(footprint.most)".count : nil }

  /// The most ways from any of the cells under a sign.
  private static func ways(_ footprint: StackFootprint, _ row: Int, _ column: Int, _ scale: Int) -> Int {
    if scale == 1 { return footprint[row, column] }
    var most = 0
    for row in footprint.rows.clamped(to: (row * scale)..<((row + 1) * scale)) {
      for column in footprint.columns.clamped(to: (column * scale)..<((column + 1) * scale)) {
        most = max(most, footprint[row, column])
      }
    }
    return most
  }

  /// One of four shades, by the share of the most.
  private func shade(_ ways: Int, of most: Int) -> Character {
    Self.shades(context.glyphs)[min(3, Int(4 * Double(ways) / Double(max(1, most))))]
  }

  // MARK: Titles

  private func sides(_ level: Int) -> String { StackTable.sides(frame.model.shapes[level].axes, context) }

  /// The chosen cell as `conv3[7,8]`.
  static func name(of frame: StackFrame, _ context: PanelContext) -> String {
    "\(frame.name(of: frame.view.level))[\(frame.view.row),\(frame.view.column)]"
  }

  /// The longest title that fits, with what part of the map is in view where it is not the whole.
  private func writeTitle(
    _ titles: [String], _ grid: StackGrid, _ size: PerAxis<Int>, on surface: inout Surface, _ area: Rect
  ) {
    let parts = parts(grid, size)
    let withPart = titles.flatMap { title in parts.map { title + context.glyphs.separator + $0 } }
    let candidates = parts.isEmpty ? titles : withPart + (titles.last.map { [$0] } ?? [])
    let title = candidates.first { DisplayWidth.columns(of: $0) <= area.columns } ?? titles.last ?? ""
    surface.write(
      context.cut(title, columns: area.columns), row: area.row, column: area.column,
      style: context.theme.style(.title), in: area)
  }
  /// Which part of the map is in view, or how many cells a sign stands for, in forms from long to short; none for all of it.
  private func parts(_ grid: StackGrid, _ size: PerAxis<Int>) -> [String] {
    if grid.scale > 1 {
      return [context.text(.stackScale, "\(grid.scale)"), context.text(.stackScaleShort, "\(grid.scale)")]
    }
    let (rows, columns) = (GridTitle.span(grid.rows, context), GridTitle.span(grid.columns, context))
    switch (grid.rows.count == size.vertical, grid.columns.count == size.horizontal) {
    case (true, true): return []
    case (false, true): return [context.text(.stackRowsOnly, rows)]
    case (true, false): return [context.text(.stackColumnsOnly, columns)]
    case (false, false): return [context.text(.stackRows, rows, columns), "\(rows),\(columns)"]
    }
  }
}
