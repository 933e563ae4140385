import TerminalKit

/// Splits a cell's grapheme into what ncurses can put: one spacing scalar with a few marks per position.
enum CellGlyphs {
  /// Marks that ncurses keeps on one scalar.
  private static let mostMarks = 4

  /// The pieces to put side by side; their widths add up to the cell's width.
  ///
  /// What the C library would draw with another width than ours (joined emoji, skin tones, flags, scalars newer than
  /// the library) is drawn as its first picture, flags as their letters, the rest as `?`, filled with spaces: a
  /// grapheme may look plainer, but what stands to its right never shifts.
  /// - Parameter width: `wcwidth`.
  static func pieces(of cell: Cell, unicode: Bool, width: (UInt32) -> Int) -> [[UInt32]] {
    let scalars = cell.text.unicodeScalars
    guard unicode else { return ascii(cell) }
    var pieces: [[UInt32]] = []
    var total = 0
    for scalar in scalars.map({ letter(of: $0) }) {
      let columns = width(scalar.value)
      if columns > 0 {
        pieces.append([scalar.value])
        total += columns
      } else if columns < 0 || pieces.isEmpty {
        return padded([UInt32(UInt8(ascii: "?"))], columns: 1, to: cell.width)
      } else if pieces[pieces.count - 1].count <= mostMarks {
        pieces[pieces.count - 1].append(scalar.value)
      }
    }
    if total == cell.width, !hasJoint(scalars) { return pieces }
    guard let first = pieces.first else { return padded([0x20], columns: 1, to: cell.width) }
    let columns = width(first[0])
    guard columns <= cell.width else { return padded([UInt32(UInt8(ascii: "?"))], columns: 1, to: cell.width) }
    return padded([first[0]], columns: columns, to: cell.width)
  }

  /// A joiner or picture selector makes terminals disagree about the width, so it never reaches them.
  private static func hasJoint(_ scalars: String.UnicodeScalarView) -> Bool {
    scalars.contains { $0 == "\u{200D}" || $0 == "\u{FE0F}" }
  }

  private static func padded(_ piece: [UInt32], columns: Int, to width: Int) -> [[UInt32]] {
    [piece] + Array(repeating: [0x20], count: max(0, width - columns))
  }

  /// Regional indicators as letters: a pair is as wide on every terminal.
  private static func letter(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? scalar
  }

  /// The net under everything that draws for a terminal without Unicode.
  private static func ascii(_ cell: Cell) -> [[UInt32]] {
    guard let scalar = cell.text.unicodeScalars.first else { return padded([0x20], columns: 1, to: cell.width) }
    let shown = scalar.isASCII ? scalar : substitutes[scalar] ?? block(scalar)
    return padded([shown.value], columns: 1, to: cell.width)
  }

  /// Box drawing: lines along the row, lines across, everything else a corner.
  private static func block(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x2500...0x257F).contains(scalar.value) ? "+" : "?"
  }

  private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "━": "-", "═": "-", "╌": "-", "┄": "-", "│": "|", "┃": "|", "║": "|", "╎": "|", "┆": "|",
    "←": "<", "→": ">", "↑": "^", "↓": "v", "▶": ">", "◀": "<", "▲": "^", "▼": "v", "►": ">", "◄": "<",
    "×": "x", "·": ".", "…": ".", "•": "*", "●": "*", "○": "o", "−": "-", "–": "-", "—": "-", "Σ": "S",
    "░": ".", "▒": ":", "▓": "%", "█": "#", "▌": "|", "▐": "|", "▀": "^", "▄": "_", "✓": "v", "✗": "x",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "\u{A0}": " ",
  ]
}
