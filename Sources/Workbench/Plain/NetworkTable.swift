import ConvolutionEngine
import TerminalKit

/// The summary of a network as an aligned table: a line for each layer, then the sums.
package enum NetworkTable {
  package static func lines(of summary: NetworkSummary, texts: TextTable = .english) -> [String] {
    let header = [
      texts.text(.networkLayer), texts.text(.networkKind), texts.text(.networkOutput), texts.text(.networkKernel),
      texts.text(.networkGroups), texts.text(.networkWeights), texts.text(.networkBiases), texts.text(.networkMACs),
      texts.text(.networkField), texts.text(.networkJump), texts.text(.networkStart), texts.text(.networkBytes),
    ]
    let rows = [header] + summary.rows.map { cells(of: $0, texts) }
    let widths = header.indices.map { column in rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
    var lines = [texts.text(.networkTitle, summary.network, texts.axes(summary.input.axes))]
    for row in rows { lines.append(line(row, widths)) }
    let total = summary.total
    lines.append(
      texts.text(
        .networkTotals, grouped(total.parameters), grouped(total.weights), grouped(total.biases),
        grouped(total.buffers)))
    lines.append(texts.text(.networkTotalMACs, grouped(total.multiplyAccumulates)))
    lines.append(
      texts.text(.networkTotalBytes, grouped(total.parameterBytes), grouped(total.activationBytes)))
    if summary.rows.contains(where: { !$0.isUsed }) { lines.append(texts.text(.networkUnused)) }
    return lines
  }

  private static func cells(of row: NetworkSummary.Row, _ texts: TextTable) -> [String] {
    let field = row.receptiveField
    return [
      row.isUsed ? row.name : row.name + " *",
      row.kind,
      texts.axes(row.output.axes),
      row.kernel.map { pair($0.vertical, $0.horizontal, "x") } ?? "-",
      row.groups.map { "\($0)" } ?? "-",
      grouped(row.costs.weights),
      grouped(row.costs.biases),
      grouped(row.costs.multiplyAccumulates),
      field.map { pair($0.vertical.size, $0.horizontal.size, "x") } ?? "-",
      field.map { pair(text($0.vertical.jump), text($0.horizontal.jump), "x") } ?? "-",
      field.map { pair(text($0.vertical.start), text($0.horizontal.start), ",") } ?? "-",
      grouped(row.costs.activationBytes + row.costs.parameterBytes),
    ]
  }

  /// One value where both axes have the same.
  private static func pair<Value: Equatable>(_ vertical: Value, _ horizontal: Value, _ joint: String) -> String {
    vertical == horizontal ? "\(vertical)" : "\(vertical)\(joint)\(horizontal)"
  }

  private static func text(_ jump: Ratio?) -> String { jump.map { "\($0)" } ?? "-" }

  private static func text(_ start: Double?) -> String {
    start.map { ParameterValue.number($0).description } ?? "-"
  }

  /// Names and kinds to the left, numbers to the right.
  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      column < 2 ? cell.leftAligned(to: widths[column]) : cell.rightAligned(to: widths[column])
    }
    return String(padded.joined(separator: "  "))
  }

  /// A number with commas between thousands, as papers write it.
  package static func grouped(_ number: Int) -> String {
    let digits = Array("\(number)")
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
