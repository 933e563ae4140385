import ConvolutionEngine
import Explorer

extension TextTable {
  /// How the size of the output comes about, and what the floor drops; on a narrow screen without the blanks.
  package func sentence(for size: PerAxis<OutputSize>, columns room: Int) -> String {
    let key: TextKey = room < 60 ? .sizeFormulaShort : .sizeFormula
    let (rows, columns) = (formula(key, size.vertical), formula(key, size.horizontal))
    let sentence = rows == columns ? text(.sizeBoth, rows) : text(.sizeAxes, rows, columns)
    let dropped = dropped(size)
    return dropped.isEmpty ? sentence : sentence + text(.sizeDropped, dropped)
  }

  /// ⌊(7 + 1 + 1 − 1×(3 − 1) − 1) / 2⌋ + 1 = 4
  private func formula(_ key: TextKey, _ size: OutputSize) -> String {
    text(
      key, "\(size.input)", "\(size.paddingBefore)", "\(size.paddingAfter)", "\(size.dilation)",
      "\(size.kernel)", "\(size.stride)", "\(size.count)")
  }

  /// The rows and columns that no window reaches, as in "row 6, columns 7–8"; empty when all are reached.
  package func dropped(_ size: PerAxis<OutputSize>) -> String {
    [
      name(size.vertical.dropped, one: .sizeRow, several: .sizeRows),
      name(size.horizontal.dropped, one: .sizeColumn, several: .sizeColumns),
    ].compactMap { $0 }.joined(separator: text(.joinClauses))
  }

  private func name(_ range: Range<Int>, one: TextKey, several: TextKey) -> String? {
    switch range.count {
    case 0: nil
    case 1: text(one, "\(range.lowerBound)")
    default: text(several, "\(range.lowerBound)–\(range.upperBound - 1)")
    }
  }

  /// What a position of the padding does with the cell that its value comes from.
  func verb(of mode: PaddingMode) -> String {
    switch mode {
    case .zeros: text(.ghostZeros, "·")
    case .reflect: text(.ghostReflects)
    case .replicate: text(.ghostRepeats)
    case .circular: text(.ghostWraps)
    }
  }
}
