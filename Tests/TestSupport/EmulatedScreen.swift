/// The few things that a terminal does with what our encoder writes, as an oracle: places, styles, clearing, text.
///
/// It knows nothing of surfaces: a style is the numbers of the last sequence that set one.
package struct EmulatedScreen {
  package let rows: Int
  package let columns: Int
  package private(set) var cursorIsHidden = false
  /// What each cell shows; the right half of a wide sign is empty.
  package private(set) var texts: [[String]]
  /// The numbers that each cell's style was set with; empty for plain.
  package private(set) var styles: [[[Int]]]
  private let width: (Character) -> Int
  private var place = (row: 0, column: 0)
  private var style: [Int] = []

  /// - Parameter width: the columns that a sign takes, 1 or 2.
  package init(rows: Int, columns: Int, width: @escaping (Character) -> Int) {
    self.rows = rows
    self.columns = columns
    self.width = width
    texts = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    styles = Array(repeating: Array(repeating: [], count: columns), count: rows)
  }

  /// The text of every row without the blanks at its end.
  package var lines: [String] {
    texts.map { row in
      var line = row.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// - Throws: `TestFailure` for a sequence that it does not know, and for text beyond the screen.
  package mutating func write(_ text: String) throws {
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\u{1B}" else {
        try put(character)
        continue
      }
      guard rest.popFirst() == "[", let end = rest.firstIndex(where: \.isLetter) else {
        throw TestFailure("a sequence that is none")
      }
      let numbers = String(rest[..<end])
      try obey(numbers, rest[end])
      rest = rest[rest.index(after: end)...]
    }
  }

  private mutating func obey(_ text: String, _ letter: Character) throws {
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    switch (letter, text) {
    case ("l", "?25"): cursorIsHidden = true
    case ("J", "2"): self = cleared
    case ("H", _) where numbers.count == 2: place = (numbers[0] - 1, numbers[1] - 1)
    case ("m", _): style = Array(numbers.drop { $0 == 0 })
    default: throw TestFailure("a sequence \(text)\(letter)")
    }
  }

  private var cleared: EmulatedScreen {
    var screen = EmulatedScreen(rows: rows, columns: columns, width: width)
    screen.cursorIsHidden = cursorIsHidden
    screen.style = style
    return screen
  }

  private mutating func put(_ character: Character) throws {
    let count = width(character)
    guard place.row < rows, place.column + count <= columns, character.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
    else { throw TestFailure("“\(character)” at \(place)") }
    texts[place.row][place.column] = String(character)
    styles[place.row][place.column] = style
    if count == 2 {
      texts[place.row][place.column + 1] = ""
      styles[place.row][place.column + 1] = style
    }
    place.column += count
  }
}
