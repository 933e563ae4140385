/// A screen of characters as a picture: what a view of the program looks like, with colours made for paper.
///
/// Text is set with the fonts of all pictures; blocks and lines are drawn as what they are, so that they join without
/// gaps whatever the font is.
package struct ScreenPicture: Sendable {
  /// One character cell.
  package struct Cell: Equatable, Sendable {
    /// Nothing in the right half of a wide sign.
    package var text: String
    /// The columns that the sign takes: 1 or 2; 0 in the right half of a wide one.
    package var columns: Int
    package var ink: Ink
    /// The colour behind it; nil for paper.
    package var paper: Ink?
    package var isBold: Bool
    package var isUnderlined: Bool

    package init(
      text: String, columns: Int, ink: Ink, paper: Ink? = nil, isBold: Bool = false, isUnderlined: Bool = false
    ) {
      self.text = text
      self.columns = columns
      self.ink = ink
      self.paper = paper
      self.isBold = isBold
      self.isUnderlined = isUnderlined
    }

    fileprivate var isBlank: Bool { paper == nil && text.allSatisfy { $0 == " " } }

    /// The same letters' look, so that both may be one text.
    fileprivate func continues(_ other: Cell) -> Bool {
      ink == other.ink && isBold == other.isBold && isUnderlined == other.isUnderlined
    }
  }

  /// Row after row, all equally long.
  private let rows: [[Cell]]
  private let size: Double
  private let cell: (width: Double, height: Double)
  private let corner: (x: Double, y: Double)

  private static let margin = 24.0
  private static let largestSize = 22.0
  /// From one line to the next, as a part of the size of the letters.
  private static let lineHeight = 1.2

  /// The rows that are drawn.
  package var height: Int { rows.count }

  /// - Parameters:
  ///   - screen: row after row of the screen; each has a cell for each column.
  ///   - height: the rows of it that are drawn; nil for all but the empty ones at its end, so that what there is stands in
  ///     the middle.
  package init(_ screen: [[Cell]], height: Int? = nil) {
    let filled = (screen.lastIndex { !$0.allSatisfy(\.isBlank) } ?? 0) + 1
    let rows = Array(screen.prefix(max(1, height ?? filled)))
    self.rows = rows
    let columns = Double(max(1, rows.first?.count ?? 1))
    let lines = Double(max(1, rows.count))
    let room = (width: Picture.width - 2 * Self.margin, height: Picture.height - 2 * Self.margin)
    size = min(
      Self.largestSize, room.width / (columns * TextLook.advance), room.height / (lines * Self.lineHeight))
    cell = (size * TextLook.advance, size * Self.lineHeight)
    corner = ((Picture.width - columns * cell.width) / 2, (Picture.height - lines * cell.height) / 2)
  }

  /// The drawing, on a slide as all pictures are.
  package func drawing() -> Drawing {
    var drawing = Drawing(width: Picture.width, height: Picture.height)
    drawing.fill(Box(x: 0, y: 0, width: Picture.width, height: Picture.height), .paper)
    drawBlocks(on: &drawing)
    for row in rows.indices {
      drawLines(row, on: &drawing)
      drawLetters(row, on: &drawing)
    }
    return drawing
  }

  // MARK: Blocks

  /// The two halves of a cell, one above the other; nil for paper.
  private func halves(_ cell: Cell) -> (upper: Ink?, lower: Ink?) {
    switch cell.text {
    case "▀": (cell.ink, cell.paper)
    case "▄": (cell.paper, cell.ink)
    case "█": (cell.ink, cell.ink)
    case "░": mixed(cell, 0.25)
    case "▒": mixed(cell, 0.5)
    case "▓": mixed(cell, 0.75)
    default: (cell.paper, cell.paper)
    }
  }

  private func mixed(_ cell: Cell, _ part: Double) -> (Ink?, Ink?) {
    let ink = cell.ink.mixed(part, with: cell.paper ?? .paper)
    return (ink, ink)
  }

  /// Everything that is coloured as a whole: neighbours of one colour in a row are one rectangle.
  private func drawBlocks(on drawing: inout Drawing) {
    let pixels = rows.flatMap { row in
      let halves = row.map(halves)
      return [halves.map(\.upper), halves.map(\.lower)]
    }
    let height = cell.height / 2
    for (index, line) in pixels.enumerated() {
      var start = 0
      while start < line.count {
        var end = start + 1
        while end < line.count, line[end] == line[start] { end += 1 }
        defer { start = end }
        guard let ink = line[start] else { continue }
        // Edges that fall between pixels would let the paper shine through: what is painted next lies over this one.
        let meetsRight = end < line.count && line[end] != nil
        let meetsBelow = index + 1 < pixels.count && pixels[index + 1][start..<end].allSatisfy { $0 != nil }
        drawing.fill(
          Box(
            x: corner.x + Double(start) * cell.width, y: corner.y + Double(index) * height,
            width: Double(end - start) * cell.width + (meetsRight ? Self.overlap : 0),
            height: height + (meetsBelow ? Self.overlap : 0)), ink)
      }
    }
  }

  private static let overlap = 0.75

  // MARK: Lines

  /// Where the lines of a frame go from the middle of their cell.
  private struct Arms: OptionSet {
    let rawValue: Int

    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  private static let arms: [String: Arms] = [
    "─": [.left, .right], "━": [.left, .right], "│": [.up, .down], "╭": [.down, .right], "╮": [.down, .left],
    "╯": [.up, .left], "╰": [.up, .right],
  ]

  private func drawLines(_ row: Int, on drawing: inout Drawing) {
    for (column, sign) in rows[row].enumerated() {
      guard let arms = Self.arms[sign.text] else { continue }
      let line = size * (sign.text == "━" ? 0.2 : 0.07)
      let x = corner.x + (Double(column) + 0.5) * cell.width
      let y = corner.y + (Double(row) + 0.5) * cell.height
      let left = arms.contains(.left) ? x - cell.width / 2 : x - line / 2
      let right = arms.contains(.right) ? x + cell.width / 2 : x + line / 2
      if !arms.isDisjoint(with: [.left, .right]) {
        drawing.fill(Box(x: left, y: y - line / 2, width: right - left, height: line), sign.ink)
      }
      let top = arms.contains(.up) ? y - cell.height / 2 : y - line / 2
      let bottom = arms.contains(.down) ? y + cell.height / 2 : y + line / 2
      if !arms.isDisjoint(with: [.up, .down]) {
        drawing.fill(Box(x: x - line / 2, y: top, width: line, height: bottom - top), sign.ink)
      }
    }
  }

  // MARK: Letters

  private static let drawn: Set<String> = Set(arms.keys).union(["", " ", "▀", "▄", "█", "░", "▒", "▓"])

  /// Letters and digits of one look are one text; what another font may have to lend stands by itself, in its own cell.
  private func drawLetters(_ row: Int, on drawing: inout Drawing) {
    let cells = rows[row]
    var column = 0
    while column < cells.count {
      let first = cells[column]
      guard !Self.drawn.contains(first.text) else {
        column += 1
        continue
      }
      var text = first.text
      var end = column + max(1, first.columns)
      let isPlain = Self.isPlain(first.text)
      while isPlain, end < cells.count, Self.isPlain(cells[end].text), cells[end].continues(first) {
        text += cells[end].text
        end += 1
      }
      draw(text, row: row, columns: column..<end, first, isPlain: isPlain, on: &drawing)
      column = end
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count == 1 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private func draw(
    _ text: String, row: Int, columns: Range<Int>, _ look: Cell, isPlain: Bool, on drawing: inout Drawing
  ) {
    let x = corner.x + Double(columns.lowerBound) * cell.width
    let width = Double(columns.count) * cell.width
    let middle = corner.y + (Double(row) + 0.5) * cell.height
    var font = TextLook(size: size, ink: look.ink, isBold: look.isBold, isMonospaced: true)
    let baseline = font.baseline(around: middle)
    if look.isUnderlined {
      drawing.fill(Box(x: x, y: baseline + size * 0.12, width: width, height: size * 0.06), look.ink)
    }
    if !isPlain { font.anchor = .middle }
    drawing.text(text, x: isPlain ? x : x + width / 2, baseline: baseline, font)
  }
}

extension Ink {
  /// So much of this colour over another one, 0 to 1.
  fileprivate func mixed(_ part: Double, with other: Ink) -> Ink {
    func mix(_ one: UInt8, _ other: UInt8) -> UInt32 {
      UInt32((Double(one) * part + Double(other) * (1 - part)).rounded())
    }
    return Ink(mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }
}
