import Explorer
import TerminalKit

/// All planes at a glance: input channels, the kernels of the current filter, feature maps; the current ones in brackets.
enum StripsPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    surface.fill(rect)
    for section in context.frame.strips?.sections ?? [] { draw(section, on: &surface, rect, context) }
  }

  private static func draw(
    _ section: StripFrame.Section, on surface: inout Surface, _ rect: Rect, _ context: PanelContext
  ) {
    let place = section.place
    let start = rect.column + 1 + place.column
    writeTitle(of: section, on: &surface, row: rect.row, column: start, in: rect, context)
    let size = place.thumbnail
    if place.isOverview { return drawOverview(section, on: &surface, row: rect.row, column: start, in: rect, context) }
    let colors = PixelColors(scale: section.scale)
    let lineRows = context.frame.layout?.stripPlan?.lineRows ?? 1
    for index in 0..<(section.thumbnails.count + (section.hasPicture ? 1 : 0)) {
      let row = rect.row + 1 + index / place.perLine * lineRows
      let column = start + index % place.perLine * (size.columns + 1)
      let thumbnail = section.hasPicture ? index - 1 : index
      let isPicture = thumbnail < 0
      let name = isPicture ? context.text(.titleColors) : label(of: section.thumbnails[thumbnail], section, context)
      let isCurrent =
        !isPicture && section.thumbnails[thumbnail].plane == context.state.explorer.currentPlane(of: place.grid)
      let text = isCurrent ? "[\(name)]" : " \(name) "
      let width = max(size.isFine ? size.pixelColumns : 2 * size.pixelColumns, 1)
      // Over the middle of the thumbnail.
      let shift = max(0, (width - DisplayWidth.columns(of: text)) / 2)
      let role: Role = !isCurrent ? .quiet : place.grid == .output ? .current : .window
      surface.write(
        isPicture && DisplayWidth.columns(of: text) > size.columns ? name : text, row: row, column: column + shift,
        style: context.theme.style(role), in: rect)
      let area = Rect(row: row + 1, column: column, rows: size.rows, columns: width)
      if isPicture {
        drawPicture(section, on: &surface, area, context)
      } else {
        ThumbnailDrawing(size: size, colors: colors, context: context)
          .draw(section.thumbnails[thumbnail], on: &surface, area.intersection(rect))
        if isCurrent {
          OverviewMarks(grid: place.grid, size: size, context: context)
            .draw(&surface, row: area.row, column: area.column, in: rect)
        }
      }
    }
  }

  /// A whole grid, with what of it is in view.
  private static func drawOverview(
    _ section: StripFrame.Section, on surface: inout Surface, row: Int, column: Int, in rect: Rect,
    _ context: PanelContext
  ) {
    let grid = section.place.grid
    let visible = context.frame.scene[grid].visible
    let shape = context.state.explorer.document.shape(of: grid)
    let rows = GridTitle.span(visible.rows, context)
    let columns = GridTitle.span(visible.columns, context)
    let long = context.text(.titleRangeOf, rows, "\(shape.height)", columns, "\(shape.width)")
    let text =
      DisplayWidth.columns(of: long) <= section.place.columns
      ? long : context.text(.overviewRows, rows, "\(shape.height)")
    surface.write(
      context.cut(text, columns: section.place.columns), row: row + 1, column: column,
      style: context.theme.style(.quiet), in: rect)
    guard let thumbnail = section.thumbnails.first else { return }
    let size = section.place.thumbnail
    let area = Rect(
      row: row + 2, column: column, rows: size.rows,
      columns: size.isFine ? size.pixelColumns : 2 * size.pixelColumns)
    let drawing = ThumbnailDrawing(size: size, colors: PixelColors(scale: section.scale), context: context)
    if let scale = overviewScale(section, context) {
      // The colours of the grid itself.
      let paint = context.frame.look.paint
      let colors = thumbnail.pixels.map { $0.flatMap { scale.place(of: $0).position }.flatMap(paint.color) }
      drawing.drawFine(colors, on: &surface, area.intersection(rect))
    } else {
      drawing.draw(thumbnail, on: &surface, area.intersection(rect))
    }
    OverviewMarks(grid: grid, size: size, context: context).draw(&surface, row: area.row, column: column, in: rect)
  }

  /// What the colours of an overview stand for where they are those of its grid; the visible cells' own ends would say
  /// nothing of the whole. Nil for the colours of thumbnails.
  private static func overviewScale(_ section: StripFrame.Section, _ context: PanelContext) -> ValueScale? {
    let look = context.frame.look
    guard section.place.isOverview, section.place.thumbnail.isFine, let scale = look.scales[section.place.grid]
    else { return nil }
    guard scale.kind == .local else { return scale }
    let pixels = section.thumbnails.flatMap(\.pixels).compactMap(\.self)
    return ValueScale(.local, visible: pixels, whole: nil, map: look.paint.map)
  }

  /// What the strip shows, and the scale of its colours where there is room.
  private static func writeTitle(
    of section: StripFrame.Section, on surface: inout Surface, row: Int, column: Int, in rect: Rect,
    _ context: PanelContext
  ) {
    let isOverview = section.place.isOverview
    let name =
      switch section.place.grid {
      case .input where isOverview: context.text(.overviewInput)
      case .kernel where isOverview: context.text(.overviewKernel)
      case .output where isOverview: context.text(.overviewOutput)
      case .input: context.text(.stripChannels)
      case .kernel: context.text(.stripKernels, "\(context.state.explorer.cell.channel)")
      case .output: context.text(.stripMaps)
      }
    let short = section.place.grid == .kernel && !isOverview ? context.text(.stripKernelsShort) : name
    let ends =
      overviewScale(section, context).map { ($0.low, $0.high) } ?? (section.scale.lowerBound, section.scale.upperBound)
    let scale = context.text(.stripScale, ScaleLegend.short(ends.0), ScaleLegend.short(ends.1))
    let room = section.place.columns
    var parts = [(DisplayWidth.columns(of: name) <= room ? name : short, Role.title)]
    var more: [String] = []
    if section.thumbnails.count < section.count, let first = section.thumbnails.first?.plane {
      let range = GridTitle.span(first..<(first + section.thumbnails.count), context)
      more.append(context.text(.stripPart, range, "\(section.count)"))
    }
    // Nothing is known of a range while everything is still to be predicted.
    if section.thumbnails.contains(where: { $0.pixels.contains { $0 != nil } }) { more.append(scale) }
    for text in more {
      let used = parts.reduce(0) { $0 + DisplayWidth.columns(of: $1.0) + 2 }
      if used + DisplayWidth.columns(of: text) <= room { parts.append((text, .quiet)) }
    }
    var next = column
    for (text, role) in parts {
      let shown = context.cut(text, columns: max(0, column + room - next))
      next += surface.write(shown, row: row, column: next, style: context.theme.style(role), in: rect) + 2
    }
  }

  private static func label(
    of thumbnail: Thumbnail, _ section: StripFrame.Section, _ context: PanelContext
  ) -> String {
    let explorer = context.state.explorer
    switch section.place.grid {
    case .input: return context.channelMark(thumbnail.plane)
    case .kernel:
      let seen = explorer.experiment.channelMap.channels(ofFilter: explorer.cell.channel)
      return context.channelMark(seen.lowerBound + thumbnail.plane)
    case .output: return "\(thumbnail.plane)"
    }
  }

  /// The three channels together, in their colours.
  private static func drawPicture(
    _ section: StripFrame.Section, on surface: inout Surface, _ area: Rect, _ context: PanelContext
  ) {
    guard section.thumbnails.count == 3 else { return }
    let planes = section.thumbnails.map(\.pixels)
    let colors = PixelColors(scale: section.scale)
    let pixels = planes[0].indices.map { index -> Color? in
      guard let red = planes[0][index], let green = planes[1][index], let blue = planes[2][index] else { return nil }
      return colors.color(red: red, green: green, blue: blue)
    }
    ThumbnailDrawing(size: section.place.thumbnail, colors: colors, context: context)
      .drawFine(pixels, on: &surface, area)
  }
}
