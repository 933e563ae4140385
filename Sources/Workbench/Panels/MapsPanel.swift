import ConvolutionEngine
import Explorer
import TerminalKit

/// All feature maps on one input side by side, each under the name of its kernel, the same place marked in all of them.
enum MapsPanel {
  static func draw(_ surface: inout Surface, _ rect: Rect, _ context: PanelContext) {
    surface.fill(rect)
    guard let frame = context.frame.maps else { return }
    for map in frame.maps { draw(map, of: frame, on: &surface, context) }
  }

  private static func draw(
    _ map: MapsFrame.Map, of frame: MapsFrame, on surface: inout Surface, _ context: PanelContext
  ) {
    let explorer = context.state.explorer
    surface.drawFrame(
      map.rect, title: title(of: map, frame, context), note: note(of: map, columns: map.rect.columns - 4, context),
      isFocused: map.plane == explorer.cell.channel, context: context)
    switch frame.content {
    case .numbers(let formats): drawNumbers(map, formats, on: &surface, context)
    case .blocks(let size): drawBlocks(map, size, on: &surface, context)
    }
  }

  /// The number of the filter and its name; of maps that are not all in view, how many there are.
  private static func title(of map: MapsFrame.Map, _ frame: MapsFrame, _ context: PanelContext) -> String {
    let number = frame.maps.count < frame.count ? "\(map.plane)/\(frame.count)" : "\(map.plane)"
    guard let origin = context.state.explorer.filterOrigin(map.plane) else {
      let long = context.text(.mapTitle, number)
      // With the mark of the focus, whether it is there or not; which one it is may never be cut off.
      return DisplayWidth.columns(of: long) <= map.rect.columns - 6 ? long : number
    }
    let name = origin.isEdited ? context.text(.titleEdited, origin.name) : origin.name
    return number + " " + context.glyphs.plain(Sanitizer.sanitized(name))
  }

  /// The scale, which says whether it is that of all maps, in the longest form that fits.
  private static func note(of map: MapsFrame.Map, columns: Int, _ context: PanelContext) -> String {
    // Nothing is known of a range while everything is still to be predicted.
    guard map.isKnown else { return "" }
    let (low, high) = (ScaleLegend.short(map.scale.lowerBound), ScaleLegend.short(map.scale.upperBound))
    let isOwn = context.state.mapsView == .own
    let forms = [
      context.text(isOwn ? .mapScaleOwn : .mapScaleShared, low, high), context.text(.stripScale, low, high),
      map.scale.lowerBound < 0 ? context.text(.mapScaleSigned, high) : high,
    ]
    return forms.first { DisplayWidth.columns(of: $0) <= columns } ?? ""
  }

  // MARK: Numbers

  private static func drawNumbers(
    _ map: MapsFrame.Map, _ formats: MapFormats, on surface: inout Surface, _ context: PanelContext
  ) {
    let explorer = context.state.explorer
    let shape = explorer.outputShape
    let inside = map.rect.inset(by: 1)
    let magnitude = max(-map.scale.lowerBound, map.scale.upperBound)
    let start = inside.column + max(0, (inside.columns - shape.width * (formats.width + 1) - 1) / 2) + 1
    for row in 0..<min(shape.height, inside.rows) {
      for column in 0..<shape.width {
        let value = map.values[row * shape.width + column]
        let isCurrent = row == explorer.cell.row && column == explorer.cell.column
        let style =
          isCurrent
          ? context.theme.style(.current)
          : value.map { context.theme.magnitude($0, scale: magnitude) } ?? context.theme.style(.unknown)
        let text = formats.text(value, map: map.plane, context.glyphs)
        let place = start + column * (formats.width + 1)
        surface.write(
          isCurrent ? "[\(text)]" : text, row: inside.row + row, column: isCurrent ? place - 1 : place, style: style,
          in: inside)
      }
    }
  }

  // MARK: Blocks

  private static func drawBlocks(
    _ map: MapsFrame.Map, _ size: ThumbnailSize, on surface: inout Surface, _ context: PanelContext
  ) {
    let inside = map.rect.inset(by: 1)
    let width = size.isFine ? size.pixelColumns : 2 * size.pixelColumns
    let start = inside.column + max(0, (inside.columns - width) / 2)
    let area = Rect(row: inside.row, column: start, rows: size.rows, columns: width).intersection(inside)
    let drawing = ThumbnailDrawing(size: size, colors: PixelColors(scale: map.scale), context: context)
    drawing.draw(
      Thumbnail(plane: map.plane, rows: size.pixelRows, columns: size.pixelColumns, pixels: map.values), on: &surface,
      area)
    drawMark(size, on: &surface, area, context)
  }

  /// The current cell: brackets where its block is two characters wide, else a cross.
  private static func drawMark(
    _ size: ThumbnailSize, on surface: inout Surface, _ area: Rect, _ context: PanelContext
  ) {
    let explorer = context.state.explorer
    let shape = explorer.outputShape
    let (row, column) = (
      explorer.cell.row * size.pixelRows / max(1, shape.height),
      explorer.cell.column * size.pixelColumns / max(1, shape.width)
    )
    let wide = size.isFine ? size.pixelColumns >= 2 * shape.width : true
    surface.write(
      wide ? "[]" : "+", row: area.row + (size.isFine ? row / 2 : row),
      column: area.column + (size.isFine ? column : 2 * column), style: context.theme.style(.current), in: area)
  }
}
