/// Makes text from files, names and the environment safe to draw: nothing in it can steer the terminal, reorder what
/// stands around it, or hide.
package enum Sanitizer {
  /// What stands for a scalar that isn't drawn (and has no picture of its own): one column.
  package static let substitute: Character = "\u{FFFD}"

  /// A grapheme of more scalars than this is noise (marks piled up); the longest emoji sequences have ten.
  private static let longestGrapheme = 12

  /// The text with every dangerous scalar replaced by a visible one of one column.
  ///
  /// C0 and DEL become their control pictures (`␛`); C1, bidirectional controls, zero-width and other invisible
  /// scalars, unassigned scalars and overlong piles of marks become `�`. A joiner or variation selector stays where it
  /// belongs to an emoji. Every grapheme of the result is 1 or 2 columns wide; sanitising twice changes nothing more.
  package static func sanitized(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var visible = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var scalars = text.unicodeScalars.makeIterator()
    var current = scalars.next()
    while let scalar = current {
      let following = scalars.next()
      visible.append(replacement(for: scalar, after: previous, before: following))
      previous = scalar
      current = following
    }
    // Graphemes form anew after the replacement, so they are judged last: a mark without a base, a pile of marks.
    return String(
      String(visible).map { character in
        let width = DisplayWidth.columns(of: character)
        let isSound = width > 0 && character.unicodeScalars.count <= longestGrapheme
        return isSound ? character : substitute
      })
  }

  private static func replacement(
    for scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before following: Unicode.Scalar?
  ) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: return "\u{2421}"
    case 0x20..<0x7F: return scalar
    // Lines, blocks and shapes: symbols all of them, and what most of a frame is made of.
    case 0x2500..<0x2600: return scalar
    case 0x200D:
      // Between two emoji the joiner makes one picture of them; anywhere else it hides.
      let joins = previous.map(endsEmoji) == true && following?.properties.isEmoji == true
      return joins ? scalar : "\u{FFFD}"
    case 0xFE0E, 0xFE0F:
      return previous?.properties.isEmoji == true ? scalar : "\u{FFFD}"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate, .privateUse:
      return "\u{FFFD}"
    default:
      // Fillers and selectors that show nothing although they count as letters or marks.
      return scalar.properties.isDefaultIgnorableCodePoint ? "\u{FFFD}" : scalar
    }
  }

  private static func endsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || scalar.properties.isEmoji
  }
}
