import TerminalKit

/// Maps the palette of 256 colours to what a terminal has.
enum PaletteReduction {
  /// A colour number of the terminal; -1 is the terminal's own colour.
  typealias Number = Int

  /// The pair to draw a style's colours with. Two colours that differ in the style never fall together, so that text
  /// stays readable on its background.
  static func numbers(for style: Style, depth: ColorDepth) -> (foreground: Number, background: Number) {
    let foreground = number(style.foreground, depth: depth)
    let background = number(style.background, depth: depth)
    if foreground == background, foreground >= 0, style.foreground != style.background {
      return (isLight(background) ? 0 : 7, background)
    }
    return (foreground, background)
  }

  private static func number(_ color: Color, depth: ColorDepth) -> Number {
    guard case .indexed(let index) = color else { return -1 }
    switch depth {
    case .mono: return -1
    case .palette256: return Int(index)
    case .eight: return nearest(to: components(Int(index)), among: 8)
    case .sixteen: return index < 16 ? Int(index) : nearest(to: components(Int(index)), among: 16)
    }
  }

  private static func isLight(_ number: Number) -> Bool {
    let color = components(number)
    return 2 * color.red + 5 * color.green + color.blue > 8 * 127
  }

  private static func nearest(to wanted: (red: Int, green: Int, blue: Int), among count: Int) -> Number {
    let isGrey = wanted.red == wanted.green && wanted.green == wanted.blue
    let distances = (0..<count).map { candidate in
      let color = components(candidate)
      // A grey of half brightness is nearest to a dark yellow by the numbers, not by the eye.
      if isGrey, color.red != color.green || color.green != color.blue { return Int.max }
      let (red, green, blue) = (color.red - wanted.red, color.green - wanted.green, color.blue - wanted.blue)
      return red * red + green * green + blue * blue
    }
    return distances.indices.min { distances[$0] < distances[$1] } ?? 7
  }

  /// Of a number of the palette, or of one of the terminal's basic colours.
  private static func components(_ number: Number) -> (red: Int, green: Int, blue: Int) {
    XtermPalette.components(UInt8(clamping: number))
  }
}
