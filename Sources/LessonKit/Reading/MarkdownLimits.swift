/// Bounds on a Markdown text, checked before the parser sees it: a megabyte of `>` would make a million nodes, and a table of
/// wide rows as many cells as columns × rows, however short the rows are.
enum MarkdownLimits {
  /// The deepest nesting of lists, quotes, emphasis and links.
  static let depth = 32
  /// The most container markers at the beginning of a line.
  static let markers = 2 * depth
  /// The most table cells: columns × lines, summed over the places where tables may be.
  static let tableCells = 1 << 16

  /// The most bytes of lines without a blank line between them: the parser's time for some texts of brackets, asterisks or
  /// `<?` grows with the square of a paragraph, minutes for a megabyte and nothing to notice for this much.
  static let paragraph = 16 << 10

  static func check(_ text: String) throws(LessonFault) {
    var number = 0
    var cells = 0
    // Lines without a blank line between them, which may be one paragraph or one table.
    var run = (lines: 0, columns: 0, bytes: 0)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard containerMarkers(of: line) <= markers else {
        throw LessonFault(line: number, reason: .tooDeep(limit: depth))
      }
      if line.allSatisfy(isBlank) {
        cells += run.lines * run.columns
        run = (0, 0, 0)
      } else {
        run.lines += 1
        run.bytes += line.count + 1
        run.columns = max(run.columns, line.count { $0 == UInt8(ascii: "|") })
      }
      guard run.bytes <= paragraph + 1 else {
        throw LessonFault(line: number, reason: .longParagraph(limit: paragraph))
      }
      guard cells + run.lines * run.columns <= tableCells else {
        throw LessonFault(line: number, reason: .tooDeep(limit: tableCells))
      }
    }
  }

  /// How many quotes and list items the beginning of a line can open.
  private static func containerMarkers(of line: Substring.UTF8View.SubSequence) -> Int {
    var count = 0
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let next = line.index(after: index)
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">"): count += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
        guard next < line.endIndex, isBlank(line[next]) else { return count }
        count += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return count
      }
      index = next
    }
    return count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }
}
