/// How many columns text takes on the screen. Meant for sanitised text: controls count 0 here.
package enum DisplayWidth {
  /// The columns of a whole string.
  package static func columns(of text: String) -> Int {
    // Printable ASCII, which nearly everything is, has one column per byte.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of one grapheme: 0, 1 or 2.
  ///
  /// An emoji sequence (joined, with U+FE0F or a skin tone), and a pair of regional indicators take two. Any other
  /// cluster takes the sum of its scalars, at most two: more than one cell pair is never given to one grapheme.
  package static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex { return columns(of: first) }
    if first.properties.isEmoji, scalars.dropFirst().contains(where: isEmojiJoint) { return 2 }
    return min(2, scalars.reduce(0) { $0 + columns(of: $1) })
  }

  /// The columns of one scalar on its own: 0, 1 or 2, as `wcwidth` says; 0 for controls.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (value >= 0x7F && value < 0xA0) { return 0 }
    if value < 0x300 { return 1 }
    if contains(value, in: DisplayWidthTable.zeroWidth) { return 0 }
    return contains(value, in: DisplayWidthTable.wide) ? 2 : 1
  }

  /// The longest beginning of the text, in whole graphemes, that takes at most so many columns.
  package static func prefix(_ text: String, columns limit: Int) -> String {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += columns(of: text[end])
      guard used <= limit else { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  /// The text cut to at most so many columns, with a mark at the end when something was cut.
  package static func truncated(_ text: String, columns limit: Int, mark: String = "…") -> String {
    guard columns(of: text) > limit else { return text }
    let room = limit - columns(of: mark)
    return room < 0 ? prefix(text, columns: limit) : prefix(text, columns: room) + mark
  }

  private static func isEmojiJoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200D}" || scalar == "\u{FE0F}" || scalar.properties.isEmojiModifier
  }

  private static func contains(_ value: UInt32, in table: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].upperBound < value {
        low = middle + 1
      } else if table[middle].lowerBound > value {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
