import ConvolutionEngine

/// Reads the grid in a text that was copied elsewhere: cells of a spreadsheet, a CSV file, what NumPy and PyTorch print,
/// nested lists of Python, Swift or JavaScript.
package enum PastedGrid {
  /// Why there is no grid in a text.
  package enum Problem: Error, Equatable, Sendable {
    /// There is no number in it.
    case empty
    /// This word is none, in this row from 0 on.
    case notANumber(String, row: Int)
    /// A row with another number of cells than the first.
    case uneven(row: Int, count: Int, expected: Int)
    /// More cells than `GridBlock.largest`.
    case tooLarge
    /// Printed with dots for what was left out.
    case abridged
  }

  /// - Throws: `Problem`.
  package static func read(_ text: String) throws(Problem) -> GridBlock {
    let isNested = text.contains("[") || text.contains("{")
    let rows = isNested ? nestedRows(text) : lines(text)
    guard !rows.contains(where: { row in row.contains { $0 == "..." || $0 == "…" } }) else { throw .abridged }
    var values: [Float] = []
    var width: Int?
    for (index, row) in rows.enumerated() {
      if let width, width != row.count { throw .uneven(row: index, count: row.count, expected: width) }
      width = row.count
      guard values.count + row.count <= GridBlock.largest else { throw .tooLarge }
      for word in row {
        // NumPy writes 1. and Swift no such number.
        let digits = word.hasSuffix(".") ? word.dropLast() : word[...]
        guard let value = NumberText.value(from: String(digits)) else {
          throw .notANumber(String(word.prefix(40)), row: index)
        }
        values.append(value)
      }
    }
    guard let width, let block = GridBlock(size: PerAxis(vertical: rows.count, horizontal: width), values: values)
    else { throw .empty }
    return block
  }

  /// The cells of each line that has any. Tabulators part cells where there are some, else semicolons, commas or blanks.
  private static func lines(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let separators: [Character] = ["\t", ";", ","]
      let separator = separators.first { line.contains($0) }
      let cells = line.split(
        omittingEmptySubsequences: separator == nil,
        whereSeparator: { separator == nil ? $0.isWhitespace : $0 == separator })
      let words = cells.map { cell in
        String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }
      // A separator at the end of a line begins no further cell.
      let trimmed = words.last == "" && words.count > 1 ? Array(words.dropLast()) : words
      return trimmed.allSatisfy(\.isEmpty) ? nil : trimmed
    }
  }

  /// The words of each innermost pair of brackets. What stands outside of all brackets (`array(`, `dtype=…`) is no cell.
  private static func nestedRows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var word = ""
    var depth = 0
    func isDelimiter(_ character: Character) -> Bool { character.isWhitespace || character == "," || character == ";" }
    for character in text {
      let isOpening = character == "[" || character == "{"
      let isClosing = character == "]" || character == "}"
      guard isOpening || isClosing || isDelimiter(character) else {
        if depth > 0 { word.append(character) }
        continue
      }
      if !word.isEmpty {
        row.append(word)
        word = ""
      }
      if isOpening { depth += 1 }
      if isClosing { depth = max(0, depth - 1) }
      if isOpening || isClosing, !row.isEmpty {
        rows.append(row)
        row = []
      }
    }
    if !word.isEmpty { row.append(word) }
    if !row.isEmpty { rows.append(row) }
    return rows
  }
}
