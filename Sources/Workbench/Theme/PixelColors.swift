import TerminalKit

/// How the pixels of thumbnails look: colours of the palette of 256, or shades where there are fewer.
package struct PixelColors: Equatable, Sendable {
  /// What black and white, or the two ends of a scale around zero, stand for.
  package let scale: ClosedRange<Float>

  private var isSigned: Bool { scale.lowerBound < 0 }

  /// A colour for a value; nil for one that is not finite.
  package func color(_ value: Float) -> Color? {
    position(of: value).map { position in
      .indexed((isSigned ? ColorMap.diverging : .grey).color(position))
    }
  }

  /// The nearest of the palette's 216 colours.
  package func color(red: Float, green: Float, blue: Float) -> Color? {
    guard let red = level(red), let green = level(green), let blue = level(blue) else { return nil }
    return .indexed(UInt8(16 + 36 * red + 6 * green + blue))
  }

  /// Palette levels are 0, 95, 135, 175, 215, 255.
  private func level(_ value: Float) -> Int? {
    position(of: value).map { position in
      let sample = position * 255
      return [47.5, 115, 155, 195, 235].filter { sample >= $0 }.count
    }
  }

  /// A shade of one of five, for terminals without these colours; `?` for a value that is not finite.
  package func shade(_ value: Float, unicode: Bool) -> Character {
    guard let position = position(of: value) else { return "?" }
    let shades: [Character] = unicode ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "+", "#"]
    return shades[min(4, Int(position * 5))]
  }

  /// From 0 at the lower end of the scale to 1 at the upper.
  private func position(of value: Float) -> Float? {
    guard value.isFinite else { return nil }
    // In Double, where the span of two Float32 values cannot overflow.
    let span = Double(scale.upperBound) - Double(scale.lowerBound)
    guard span > 0 else { return isSigned ? 0.5 : 0 }
    return Float(max(0, min(1, (Double(value) - Double(scale.lowerBound)) / span)))
  }
}
