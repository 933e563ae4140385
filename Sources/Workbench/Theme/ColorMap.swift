/// The colours of numbers from the lower end of a scale to the upper. The raw value is its name after `:map`.
///
/// Terminals with fewer than 256 colours show shades instead, because the sixteen basic colours look different everywhere.
package enum ColorMap: String, CaseIterable, Sendable {
  /// From dark blue over grey to yellow, alike for all common kinds of colour vision.
  case cividis
  case grey
  /// Blue below zero, white at zero, orange above, and a sign in each cell. Its scale is as long below zero as above.
  case diverging

  /// Indices into the palette of 256 colours, evenly spaced over the scale.
  ///
  /// Those of cividis are colours of the palette near Nuñez, Anderton and Renslow's, “Optimizing colormaps with
  /// consideration for color vision deficiency” (PLoS ONE 13(7), 2018), chosen so that they only ever get lighter: the
  /// palette has few dark blues, so that steps at the dark end are larger than they should be.
  package var palette: [UInt8] {
    switch self {
    case .cividis: [17, 18, 24, 60, 242, 244, 245, 247, 144, 179, 185, 221, 227]
    case .grey: [16] + Array(232...255) + [231]
    case .diverging: [25, 32, 74, 152, 255, 223, 215, 208, 166]
    }
  }

  /// Whether the scale has zero in its middle.
  package var isSymmetric: Bool { self == .diverging }

  /// The colour of the palette at a place from 0 to 1.
  package func color(_ position: Float) -> UInt8 {
    let colors = palette
    if isSymmetric {
      // Counted from the middle, so that a number and its opposite have colours that belong together.
      let half = colors.count / 2
      let level = min(half, Int(distance(position) * (Float(half) + 0.5) + 0.5))
      return colors[position < 0.5 ? half - level : half + level]
    }
    return colors[max(0, min(colors.count - 1, Int(position * Float(colors.count))))]
  }

  /// How far a place is from the middle of a scale, 0 to 1; the rounding of one side is taken off both.
  func distance(_ position: Float) -> Float {
    min(1, abs(2 * position - 1) + 0.0001)
  }

  /// The next one in the order of the cases, around.
  var next: ColorMap {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
