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
        isPicture && text.count > size.columns ? name : text, row: row, column: column + shift,
        style: context.theme.style(role), in: rect)
      let area = Rect(row: row + 1, column: column, rows: size.rows, columns: width)
      if isPicture {
        drawPicture(section, on: &surface, area, context)
      } else {
        ThumbnailDrawing(size: size, colors: colors, context: context)
          .draw(section.thumbnails[thumbnail], on: &surface, area.intersection(rect))
      }
    }
  }

  /// What the strip shows, and the scale of its colours where there is room.
  private static func writeTitle(
    of section: StripFrame.Section, on surface: inout Surface, row: Int, column: Int, in rect: Rect,
    _ context: PanelContext
  ) {
    let name =
      switch section.place.grid {
      case .input: context.text(.stripChannels)
      case .kernel: context.text(.stripKernels, "\(context.state.explorer.cell.channel)")
      case .output: context.text(.stripMaps)
      }
    let short = section.place.grid == .kernel ? context.text(.stripKernelsShort) : name
    let scale = context.text(
      .stripScale, NumberText.shortest(section.scale.lowerBound), NumberText.shortest(section.scale.upperBound))
    let room = section.place.columns
    var parts = [(DisplayWidth.columns(of: name) <= room ? name : short, Role.title)]
    var more: [String] = []
    if section.thumbnails.count < section.count, let first = section.thumbnails.first?.plane {
      let range = GridTitle.span(first..<(first + section.thumbnails.count), context)
      more.append(context.text(.stripPart, range, "\(section.count)"))
    }
    more.append(scale)
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
