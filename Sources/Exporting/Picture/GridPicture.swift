import ConvolutionEngine
import Explorer

/// One grid of a picture: its cells with their numbers, what is marked among them, and what is written around them.
struct GridPicture {
  let scene: GridScene
  let place: Box
  let format: GridFormat
  let scale: Float
  let footprint: Footprint
  let fontSize: Double
  /// Whether row numbers would say nothing.
  let isSignal: Bool

  /// Whether some number in view has a sign.
  private var hasSigns: Bool { format.width > 1 && scene.cells.contains { ($0.value ?? 0) < 0 } }
  private var cellWidth: Double { place.width / Double(max(1, scene.visible.columns.count)) }
  private var cellHeight: Double { place.height / Double(max(1, scene.visible.rows.count)) }

  func draw(_ caption: Captions.Grid?, on drawing: inout Drawing) {
    for row in scene.visible.rows {
      for column in scene.visible.columns { drawCell(row: row, column: column, on: &drawing) }
    }
    drawRim(on: &drawing)
    drawMarks(on: &drawing)
    drawIndices(on: &drawing)
    guard let caption else { return }
    write(caption.title, baseline: place.y - 39, TextLook(size: 14, ink: .text, isBold: true), on: &drawing)
    write(caption.detail, baseline: place.y - 24, TextLook(size: 11, ink: .quiet), on: &drawing)
    write(caption.part, baseline: place.y + place.height + 16, TextLook(size: 11, ink: .quiet), on: &drawing)
  }

  /// A text that begins with the grid, or before it where it would run off the page.
  private func write(_ text: String, baseline: Double, _ look: TextLook, on drawing: inout Drawing) {
    let right = Picture.width - Picture.margin
    let isLong = place.x + Double(text.count) * look.size * TextLook.advance > right
    var look = look
    look.anchor = isLong ? .end : .start
    drawing.text(text, x: isLong ? right : place.x, baseline: baseline, look)
  }

  /// The box of rows and columns, counted as the grid counts them.
  private func box(rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> Box {
    Box(
      x: place.x + Double(columns.lowerBound - scene.visible.columns.lowerBound) * cellWidth,
      y: place.y + Double(rows.lowerBound - scene.visible.rows.lowerBound) * cellHeight,
      width: Double(columns.count) * cellWidth, height: Double(rows.count) * cellHeight)
  }

  // MARK: Cells

  private func drawCell(row: Int, column: Int, on drawing: inout Drawing) {
    guard let cell = scene[row: row, column: column] else { return }
    let box = box(rows: row...row, columns: column...column)
    if cell.ghost == nil {
      if let tint = cell.value.flatMap({ Ink.tint($0, scale: scale) }) { drawing.fill(box, tint) }
      drawing.outline(box, line: 0.75, .grid)
    } else {
      drawing.outline(box.grown(by: -1.5), radius: 2, line: 0.75, dash: 2, .grid)
    }
    drawNumber(of: cell, in: box, on: &drawing)
  }

  private func drawNumber(of cell: SceneCell, in box: Box, on drawing: inout Drawing) {
    let isQuiet = cell.ghost != nil || cell.value == nil || cell.marks.contains(.unreached)
    let isStrong =
      cell.marks.contains(.currentProduct) || cell.marks.contains(.counted)
      || (scene.grid == .output && cell.marks.contains(.cursor))
    var look = TextLook(
      size: fontSize, ink: isQuiet ? .quiet : .text, isBold: isStrong, isMonospaced: true, anchor: .middle)
    let middle = box.middle
    let baseline = look.baseline(around: middle.y)
    guard let value = cell.value, cell.ghost != .zero else {
      drawing.text(cell.ghost == .zero ? "·" : "?", x: middle.x, baseline: baseline, look)
      return
    }
    // Numbers end where the widest one in the middle of its cell would, so that their points stand below each other.
    look.anchor = .end
    // A sign is narrower than its column, and most numbers have none: half of it counts for the middle.
    let columns = Double(format.width) - (hasSigns ? 0.5 : 0)
    let half = columns * fontSize * TextLook.advance / 2
    drawing.text(format.unpadded(value), x: middle.x + half, baseline: baseline, look)
  }

  /// A stronger line around the cells that are no padding, as far as they are in view.
  private func drawRim(on drawing: inout Drawing) {
    func inside(_ range: Range<Int>, _ isInside: (Int) -> Bool) -> ClosedRange<Int>? {
      guard let first = range.first(where: isInside), let last = range.last(where: isInside) else { return nil }
      return first...last
    }
    let rows = inside(scene.visible.rows) { row in
      scene.visible.columns.contains { scene[row: row, column: $0]?.ghost == nil }
    }
    let columns = inside(scene.visible.columns) { column in
      scene.visible.rows.contains { scene[row: $0, column: column]?.ghost == nil }
    }
    guard let rows, let columns else { return }
    drawing.outline(box(rows: rows, columns: columns), line: 1.25, .rim)
  }

  // MARK: Marks

  private func drawMarks(on drawing: inout Drawing) {
    switch scene.grid {
    case .input: drawWindow(on: &drawing)
    case .kernel:
      guard !scene.cells.isEmpty else { return }
      drawing.outline(place.grown(by: 1), radius: 3, line: 3, .window)
    case .output: break
    }
    let wanted: SceneCell.Marks = scene.grid == .output ? .cursor : .currentProduct
    for row in scene.visible.rows {
      for column in scene.visible.columns where scene[row: row, column: column]?.marks.contains(wanted) == true {
        drawing.outline(
          box(rows: row...row, columns: column...column).grown(by: 1), radius: 3, line: 3, .current)
      }
    }
  }

  /// The window: one frame, or a frame for each tap and a thin one around all where they stand apart.
  private func drawWindow(on drawing: inout Drawing) {
    guard let rows = clipped(footprint.rows, to: scene.visible.rows),
      let columns = clipped(footprint.columns, to: scene.visible.columns)
    else { return }
    let frame = box(rows: rows, columns: columns).grown(by: 1)
    guard footprint.rows.step > 1 || footprint.columns.step > 1, footprint.count > 1 else {
      return drawing.outline(frame, radius: 3, line: 3, .window)
    }
    drawing.outline(frame.grown(by: 2), radius: 4, line: 1.25, dash: 4, .window)
    for row in rows {
      for column in columns where footprint.contains(row: row, column: column) {
        drawing.outline(
          box(rows: row...row, columns: column...column).grown(by: -1), radius: 2, line: 2.5, .window)
      }
    }
  }

  private func clipped(_ positions: EvenPositions, to visible: Range<Int>) -> ClosedRange<Int>? {
    guard let span = positions.span, !visible.isEmpty, span.overlaps(visible) else { return nil }
    return span.clamped(to: visible.lowerBound...(visible.upperBound - 1))
  }

  // MARK: Indices

  private func drawIndices(on drawing: inout Drawing) {
    let size = min(10.5, cellHeight * 0.36)
    for column in scene.visible.columns {
      let box = box(rows: scene.visible.rows.lowerBound...scene.visible.rows.lowerBound, columns: column...column)
      drawing.text(
        "\(column)", x: box.middle.x, baseline: place.y - 7, TextLook(size: size, ink: .quiet, anchor: .middle))
    }
    guard !isSignal else { return }
    for row in scene.visible.rows {
      let look = TextLook(size: size, ink: .quiet, anchor: .end)
      let box = box(rows: row...row, columns: scene.visible.columns.lowerBound...scene.visible.columns.lowerBound)
      drawing.text("\(row)", x: place.x - 7, baseline: look.baseline(around: box.middle.y), look)
    }
  }
}

extension Footprint {
  fileprivate var count: Int { rows.count * columns.count }
}
