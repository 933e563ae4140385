/// One character cell of a surface: a grapheme with its style, or the right half of a wide one.
package struct Cell: Hashable, Sendable {
  /// One sanitised grapheme, or nothing in the right half of a wide one.
  package let text: String
  package let style: Style
  /// Columns that the grapheme takes: 1 or 2; 0 in the right half of a wide one.
  package let width: Int

  /// The right half of the wide grapheme that stands in the cell to the left.
  package var isContinuation: Bool { width == 0 }

  /// A space.
  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(text: " ", style: style, width: 1)
  }

  /// Only a surface makes cells with text, because it alone keeps the halves of wide graphemes together.
  init(text: String, style: Style, width: Int) {
    self.text = text
    self.style = style
    self.width = width
  }

  /// The same cell in another style.
  func restyled(_ style: Style) -> Cell {
    Cell(text: text, style: style, width: width)
  }
}
