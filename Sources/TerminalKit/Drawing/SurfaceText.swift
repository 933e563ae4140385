extension Surface {
  /// The text of every row without styles and without trailing blanks; a wide grapheme is one character.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = self.row(row).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The text of every row between bars, under it the styles that aren't plain as `first-last look`, so that a golden
  /// file pins colours and attributes too.
  ///
  ///     |Output  1 2|
  ///     ~ 0-5 bold; 8 f196 b20 reverse
  package var transcript: String {
    var result = ""
    for (row, line) in lines.enumerated() {
      result += "|\(line)|\n"
      let styles = styleRuns(row: row).filter { $0.style != .plain }
      guard !styles.isEmpty else { continue }
      let notes = styles.map { run in
        let columns =
          run.columns.count == 1
          ? "\(run.columns.lowerBound)" : "\(run.columns.lowerBound)-\(run.columns.upperBound - 1)"
        return "\(columns) \(run.style.transcript)"
      }
      result += "~ \(notes.joined(separator: "; "))\n"
    }
    return result
  }

  private func styleRuns(row: Int) -> [(columns: Range<Int>, style: Style)] {
    var runs: [(columns: Range<Int>, style: Style)] = []
    for (column, cell) in self.row(row).enumerated() {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
      } else {
        runs.append((column..<column + 1, cell.style))
      }
    }
    return runs
  }
}

extension Style {
  /// `f` and `b` with the palette index, then the attributes.
  fileprivate var transcript: String {
    var parts: [String] = []
    if case .indexed(let index) = foreground { parts.append("f\(index)") }
    if case .indexed(let index) = background { parts.append("b\(index)") }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    parts += names.filter { attributes.contains($0.0) }.map(\.1)
    return parts.joined(separator: " ")
  }
}
