/// A colour in sRGB.
package struct Ink: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// - Parameter code: `0xRRGGBB`.
  package init(_ code: UInt32) {
    red = UInt8(code >> 16 & 0xFF)
    green = UInt8(code >> 8 & 0xFF)
    blue = UInt8(code & 0xFF)
  }
}

extension Ink {
  static let paper = Ink(0xFFFFFF)
  /// Numbers and titles: 16:1 on paper, and at least 7:1 on every tint.
  static let text = Ink(0x1A1C1E)
  /// What may be overlooked: 5.7:1 on paper.
  static let quiet = Ink(0x5F666D)
  /// The lines between cells, and around those of the padding.
  static let grid = Ink(0xC9CED3)
  static let rim = Ink(0x6B737A)
  /// The two accents, those of the screen: the window and the kernel under it, and the current output.
  static let window = Ink(0x00796B)
  static let current = Ink(0xA0158C)
  /// The same for whoever draws screens.
  package static let onPaper = text
  package static let emptyPaper = paper
  package static let windowAccent = window
  package static let currentAccent = current
  static let windowTint = Ink(0xD5EFEA)
  static let currentTint = Ink(0xF7DDF3)

  /// The tint behind a number: blue below zero, orange above, stronger in four steps up to the scale; nil for none.
  ///
  /// Blue and orange stay apart for all common kinds of colour blindness.
  static func tint(_ value: Float, scale: Float) -> Ink? {
    guard value.isFinite, scale > 0, value != 0 else { return nil }
    let step = max(0, min(3, Int((abs(value) / scale * 4).rounded(.up)) - 1))
    return value < 0 ? below[step] : above[step]
  }

  private static let below = [Ink(0xE9F1FB), Ink(0xD0E2F7), Ink(0xB2D0F1), Ink(0x8FBAEA)]
  private static let above = [Ink(0xFDF0E2), Ink(0xFBDFBF), Ink(0xF8CB97), Ink(0xF4B56C)]
}
