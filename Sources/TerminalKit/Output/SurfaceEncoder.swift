/// Surfaces as the bytes that a terminal of 256 colours draws them with, for recordings.
///
/// The running program leaves this to ncurses, which knows its terminal; a recording is played on any.
package struct SurfaceEncoder {
  private var shown: Surface?

  package init() {}

  /// What makes a terminal that shows the surface before show this one. The first takes the whole screen and hides the
  /// cursor; each ends with plain style.
  package mutating func bytes(for surface: Surface) -> String {
    var result = ""
    if shown?.size != surface.size {
      result += "\u{1B}[?25l\u{1B}[0m\u{1B}[2J"
      // An empty screen is all blanks already.
      shown = Surface(size: surface.size)
    }
    var style = Style.plain
    for run in SurfaceDiff(from: shown, to: surface).runs {
      result += "\u{1B}[\(run.row + 1);\(run.column + 1)H"
      for cell in run.cells where !cell.isContinuation {
        if cell.style != style {
          result += Self.sequence(for: cell.style)
          style = cell.style
        }
        result += cell.text
      }
    }
    shown = surface
    return result + (style == .plain ? "" : "\u{1B}[0m")
  }

  /// A style from scratch: what was before is taken back first.
  private static func sequence(for style: Style) -> String {
    var numbers = [0]
    if style.attributes.contains(.bold) { numbers.append(1) }
    if style.attributes.contains(.dim) { numbers.append(2) }
    if style.attributes.contains(.underline) { numbers.append(4) }
    if style.attributes.contains(.reverse) { numbers.append(7) }
    numbers += color(style.foreground, base: 30) + color(style.background, base: 40)
    return "\u{1B}[" + numbers.map(String.init).joined(separator: ";") + "m"
  }

  /// The basic colours have short numbers, the bright ones those 60 above them.
  private static func color(_ color: Color, base: Int) -> [Int] {
    switch color {
    case .standard: []
    case .indexed(let index) where index < 8: [base + Int(index)]
    case .indexed(let index) where index < 16: [base + 60 + Int(index) - 8]
    case .indexed(let index): [base + 8, 5, Int(index)]
    }
  }
}
