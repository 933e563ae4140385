import TerminalKit

/// How roles and magnitudes look at one colour depth.
///
/// Colours only repeat what glyphs say as well: brackets, the minus sign, `·` and `?`. With 256 colours every
/// foreground has a contrast of at least 3:1 on black and on white alike, because the background is not ours to choose.
package struct Theme: Equatable, Sendable {
  package let depth: ColorDepth
  package let name: ThemeName

  package init(depth: ColorDepth, name: ThemeName = .standard) {
    self.depth = name == .mono ? .mono : depth
    self.name = name
  }

  package func style(_ role: Role) -> Style {
    let look = name == .contrast ? Self.look(role).strong : Self.look(role)
    var style = Style(attributes: look.attributes)
    switch depth {
    case .mono:
      style.attributes = look.mono
    case .eight, .sixteen:
      if let color = look.basic { style.foreground = .indexed(color) }
    case .palette256:
      if let color = look.palette { style.foreground = .indexed(color) }
    }
    return style
  }

  /// The style of a number by sign and size: blue below zero, orange above, stronger in three levels up to `scale`.
  ///
  /// Blue and orange stay apart for all common kinds of colour blindness. Zero and numbers without a size look plain.
  package func magnitude(_ value: Float, scale: Float) -> Style {
    guard value.isFinite, scale > 0, value != 0 else { return .plain }
    let level = max(0, min(2, Int((abs(value) / scale * 3).rounded(.up)) - 1))
    switch depth {
    case .mono: return .plain
    case .eight: return Style(foreground: .indexed(value < 0 ? 6 : 3))
    case .sixteen:
      let strong: UInt8 = level == 2 ? 8 : 0
      return Style(foreground: .indexed((value < 0 ? 6 : 3) + strong))
    case .palette256:
      let colors: [UInt8] = value < 0 ? [67, 33, 27] : [137, 172, 166]
      return Style(foreground: .indexed(colors[level]))
    }
  }

  /// One row of the table: 256-colour index, basic index, attributes with colours, attributes without.
  private struct Look {
    var palette: UInt8?
    var basic: UInt8?
    var attributes: Attributes = []
    var mono: Attributes = []

    /// Without grey and dim; what has a colour is bold as well.
    var strong: Look {
      let isGrey = palette == 244
      var look = self
      look.palette = isGrey ? nil : palette
      if !isGrey, palette != nil { look.attributes.insert(.bold) }
      look.mono.remove(.dim)
      return look
    }
  }

  private static func look(_ role: Role) -> Look {
    switch role {
    case .text: Look()
    case .quiet: Look(palette: 244, attributes: [], mono: [.dim])
    case .title: Look(attributes: [.bold], mono: [.bold])
    case .frame: Look(palette: 244, mono: [.dim])
    case .focusedFrame: Look(palette: 30, basic: 6, attributes: [.bold], mono: [.bold])
    // What moves with every step has a colour of the basic eight and no attribute: five bytes to set, five to take back,
    // where a bold colour of the 256 takes 23 and its end 6. Over a slow line that is a step felt or not.
    case .window: Look(palette: 6, basic: 6, mono: [.bold])
    case .current: Look(palette: 5, basic: 5, mono: [.bold])
    // A zero of the padding is told by its dot.
    case .ghost: Look(mono: [.dim])
    case .unknown: Look(palette: 244, mono: [.dim])
    case .selected: Look(attributes: [.reverse], mono: [.reverse])
    case .hintKey: Look(palette: 30, basic: 6, attributes: [.bold], mono: [.bold])
    case .notice: Look(attributes: [.bold], mono: [.bold])
    case .success: Look(palette: 34, basic: 2, attributes: [.bold], mono: [.bold])
    case .problem: Look(palette: 160, basic: 1, attributes: [.bold], mono: [.bold, .underline])
    case .heading: Look(attributes: [.bold, .underline], mono: [.bold, .underline])
    case .emphasis: Look(attributes: [.underline], mono: [.underline])
    case .strong: Look(attributes: [.bold], mono: [.bold])
    case .code: Look(palette: 30, basic: 6, mono: [.bold])
    case .keyword: Look(palette: 30, basic: 6, attributes: [.bold], mono: [.bold])
    case .literal: Look(palette: 34, basic: 2)
    case .task: Look(attributes: [.bold], mono: [.bold])
    }
  }
}
