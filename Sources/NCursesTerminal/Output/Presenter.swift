import CNCurses
import TerminalKit

/// Brings surfaces to the screen, drawing only the cells that differ from the last one.
struct Presenter {
  private let capabilities: TerminalCapabilities
  private var pairs: ColorPairTable
  private var shown: Surface?

  init(capabilities: TerminalCapabilities, colorPairs: Int) {
    self.capabilities = capabilities
    pairs = ColorPairTable(pairs: colorPairs)
  }

  /// Nothing on the screen is known any more: the next surface is drawn whole.
  mutating func forget() {
    shown = nil
  }

  /// A surface of another size than the screen (drawn just before a resize) shows as far as it fits.
  mutating func present(_ surface: Surface, on size: Size) {
    let fitting = surface.size == size ? surface : surface.resized(to: size)
    if shown == nil { cnc_repaint() }
    let diff = SurfaceDiff(from: shown, to: fitting)
    let before = shown
    shown = fitting
    guard !diff.isEmpty || before == nil else { return }
    for run in diff.runs {
      var column = run.column
      for cell in run.cells where !cell.isContinuation {
        put(cell, row: run.row, column: column)
        column += cell.width
      }
    }
    cnc_show()
  }

  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    let pair = pairNumber(for: cell.style)
    let attributes = cell.style.attributes
    var bits = 0
    if attributes.contains(.bold) { bits |= CNC_BOLD }
    if attributes.contains(.dim) { bits |= CNC_DIM }
    if attributes.contains(.underline) { bits |= CNC_UNDERLINE }
    if attributes.contains(.reverse) { bits |= CNC_REVERSE }
    var column = column
    for piece in CellGlyphs.pieces(of: cell, unicode: capabilities.unicode, width: { Int(cnc_width($0)) }) {
      cnc_put(Int32(row), Int32(column), piece, Int32(piece.count), Int32(bits), Int32(pair))
      column += max(1, Int(cnc_width(piece[0])))
    }
  }

  private mutating func pairNumber(for style: Style) -> Int {
    let wanted = pair(of: style)
    let visible = { [shown, capabilities] in
      var all: Set<ColorPair> = []
      guard let shown else { return all }
      for row in 0..<shown.size.rows {
        for cell in shown.row(row) { all.insert(Self.pair(of: cell.style, depth: capabilities.colorDepth)) }
      }
      return all
    }
    let entry = pairs.entry(for: wanted, visible: visible)
    if entry.isNew {
      cnc_define_pair(Int32(entry.number), Int32(wanted.foreground), Int32(wanted.background))
    }
    return entry.number
  }

  private func pair(of style: Style) -> ColorPair {
    Self.pair(of: style, depth: capabilities.colorDepth)
  }

  private static func pair(of style: Style, depth: ColorDepth) -> ColorPair {
    let numbers = PaletteReduction.numbers(for: style, depth: depth)
    return ColorPair(foreground: numbers.foreground, background: numbers.background)
  }
}
