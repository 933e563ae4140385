import Exporting
import TerminalKit

extension ScreenPicture {
  /// The picture of a screen, or of its first rows.
  init(_ surface: Surface, height: Int? = nil) {
    self.init((0..<surface.size.rows).map { row in surface.row(row).map { Cell($0) } }, height: height)
  }
}

extension ScreenPicture.Cell {
  fileprivate init(_ cell: TerminalKit.Cell) {
    let style = cell.style
    let ink = Ink(style.foreground) ?? .onPaper
    let paper = Ink(style.background)
    let isTurned = style.attributes.contains(.reverse)
    self.init(
      text: cell.text, columns: cell.width, ink: isTurned ? paper ?? .emptyPaper : ink, paper: isTurned ? ink : paper,
      isBold: style.attributes.contains(.bold), isUnderlined: style.attributes.contains(.underline))
  }
}

extension Ink {
  /// Nil for what the terminal draws with when nothing is said.
  fileprivate init?(_ color: Color) {
    guard case .indexed(let index) = color else { return nil }
    switch index {
    // The two accents: as light as terminals have them they cannot be read on paper.
    case 5: self = .currentAccent
    case 6: self = .windowAccent
    default:
      let color = XtermPalette.components(index)
      self.init(UInt32(color.red << 16 | color.green << 8 | color.blue))
    }
  }
}
