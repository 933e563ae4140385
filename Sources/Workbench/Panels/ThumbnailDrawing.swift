import Explorer
import TerminalKit

/// Draws a thumbnail: two pixels to a character where there are colours for it, else a shade to two characters.
struct ThumbnailDrawing {
  let size: ThumbnailSize
  let colors: PixelColors
  let context: PanelContext

  func draw(_ thumbnail: Thumbnail, on surface: inout Surface, _ area: Rect) {
    guard size.isFine else { return drawShades(thumbnail, on: &surface, area) }
    drawFine(thumbnail.pixels.map { $0.flatMap(colors.color) }, on: &surface, area)
  }

  /// The upper pixel of a character is its foreground, the lower one its background. A pixel without a colour keeps the
  /// terminal's; a dot stands where neither has one.
  func drawFine(_ pixels: [Color?], on surface: inout Surface, _ area: Rect) {
    func pixel(_ row: Int, _ column: Int) -> Color? {
      row < size.pixelRows ? pixels[row * size.pixelColumns + column] : nil
    }
    for row in 0..<size.rows {
      for column in 0..<size.pixelColumns {
        let (upper, lower) = (pixel(2 * row, column), pixel(2 * row + 1, column))
        let (glyph, style): (String, Style) =
          switch (upper, lower) {
          case (let upper?, let lower?): ("▀", Style(foreground: upper, background: lower))
          case (let upper?, nil): ("▀", Style(foreground: upper))
          case (nil, let lower?): ("▄", Style(foreground: lower))
          case (nil, nil): (context.glyphs.ghostZero, context.theme.style(.quiet))
          }
        surface.write(glyph, row: area.row + row, column: area.column + column, style: style, in: area)
      }
    }
  }

  private func drawShades(_ thumbnail: Thumbnail, on surface: inout Surface, _ area: Rect) {
    for row in 0..<size.pixelRows {
      var line = ""
      for column in 0..<size.pixelColumns {
        let value = thumbnail.pixels[row * size.pixelColumns + column]
        let glyph = value.map { colors.shade($0, unicode: context.glyphs.unicode) } ?? "?"
        line += String(repeating: glyph, count: 2)
      }
      surface.write(line, row: area.row + row, column: area.column, in: area)
    }
  }
}
