import TerminalKit

/// How a cell without its number looks: a colour behind it, or a shade where there are not enough colours.
package struct CellPaint: Equatable, Sendable {
  package let map: ColorMap
  package let depth: ColorDepth
  package let unicode: Bool

  package init(map: ColorMap, capabilities: TerminalCapabilities) {
    self.map = map
    depth = capabilities.colorDepth
    unicode = capabilities.unicode
  }

  /// Whether colours alone tell numbers apart, so that the glyphs are free for signs.
  package var hasColors: Bool { depth == .palette256 }

  /// Whether a character can hold two cells above each other.
  package var hasHalfBlocks: Bool { hasColors && unicode }

  /// The shades from the lower end to the upper. None is a sign that grids have another meaning for.
  package static func shades(unicode: Bool) -> [Character] {
    unicode ? [" ", "░", "▒", "▓", "█"] : [" ", ":", "=", "%", "#"]
  }

  /// The colour at a place from 0 to 1 of the scale; nil where shades stand for it.
  package func color(_ position: Float) -> Color? {
    hasColors ? .indexed(map.color(position)) : nil
  }

  /// What fills a cell at a place from 0 to 1 of the scale. The foreground is for signs on it.
  package func fill(_ position: Float) -> (glyph: Character, style: Style) {
    guard let color = color(position) else {
      let shades = Self.shades(unicode: unicode)
      // Around zero the size is what is shaded; the sign is a sign.
      let amount = map.isSymmetric ? map.distance(position) : position
      return (shades[max(0, min(shades.count - 1, Int(amount * Float(shades.count))))], shadeStyle(position))
    }
    let isLight = map.isSymmetric ? abs(position - 0.5) < 0.4 : position > 0.5
    return (" ", Style(foreground: .indexed(isLight ? 16 : 231), background: color))
  }

  /// The basic colours only repeat what the shade says.
  private func shadeStyle(_ position: Float) -> Style {
    guard depth != .mono else { return .plain }
    switch map {
    case .grey: return .plain
    case .cividis, .diverging: return Style(foreground: .indexed(position < 0.5 ? 6 : 3))
    }
  }
}
