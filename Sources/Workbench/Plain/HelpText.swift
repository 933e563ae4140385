import TerminalKit

/// Help of the argument parser, which counts characters, broken anew by the columns that they take.
package enum HelpText {
  /// How wide a line is asked for from the parser, so that it breaks none itself.
  package static let unbroken = 10_000

  /// - Parameters:
  ///   - text: help that was made for `unbroken` columns.
  ///   - columns: the longest line. What does not fit goes on under the text of its line.
  package static func wrapped(_ text: String, columns: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let line = String(line)
      guard DisplayWidth.columns(of: line) > columns else { return [line] }
      let start = textStart(of: line)
      let head = Span(String(line[..<start]))
      let indent = Span(String(repeating: " ", count: DisplayWidth.columns(of: head.text)))
      return TextFlow.wrap([Span(String(line[start...]))], columns: columns, first: [head], rest: [indent]).map(\.text)
    }.joined(separator: "\n")
  }

  /// Where the text of a line begins: after its blanks, or after a name with at least two blanks behind it.
  private static func textStart(of line: String) -> String.Index {
    let first = line.firstIndex { $0 != " " } ?? line.startIndex
    guard first > line.startIndex, let gap = line[first...].firstRange(of: "  ") else { return first }
    return line[gap.upperBound...].firstIndex { $0 != " " } ?? first
  }
}
