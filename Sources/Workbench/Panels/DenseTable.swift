import ConvolutionEngine
import Explorer
import TerminalKit

/// Edges, weights and biases under no rule, each rule, and both, with the formulas where there is room for them.
struct DenseTable {
  let study: DenseStudy
  let context: PanelContext

  /// The rows of the table: one over the numbers, and one for each combination of rules.
  static let rows = 1 + DenseStudy.Rules.allCases.count

  /// The table in the best form that fits, the present rules marked.
  func lines(columns: Int) -> [StyledLine] {
    let forms = [(true, true), (true, false), (false, true), (false, false)].map { cells(formulas: $0, total: $1) }
    let fitting = forms.first { width(of: $0) <= columns } ?? forms[forms.count - 1]
    let widths = Self.widths(of: fitting)
    return fitting.enumerated().map { index, cells in
      let isPresent = index > 0 && DenseStudy.Rules.allCases[index - 1] == study.rules
      let mark = isPresent ? context.glyphs.focus : " "
      let numbers = zip(cells, widths).dropFirst().map { $0.rightAligned(to: $1) }
      let line = ([cells[0] + blanks(widths[0] - DisplayWidth.columns(of: cells[0]))] + numbers)
      return StyledLine([
        Span("\(mark) " + line.joined(separator: "  "), index == 0 ? .quiet : isPresent ? .current : .text)
      ])
    }
  }

  /// The present rules alone, for one line.
  var line: String {
    let counts = study.counts(study.rules)
    return context.text(
      .denseCountsLine, name(of: study.rules), NetworkTable.grouped(counts.edgeCount),
      NetworkTable.grouped(counts.weightCount), NetworkTable.grouped(counts.biases))
  }

  /// Dense against convolution for the same shapes, for the edge of a frame.
  func foot(columns: Int) -> String {
    let dense = study.counts(.dense).parameterCount
    let convolution = study.counts(.convolution).parameterCount
    let (first, second) = (NetworkTable.grouped(dense), NetworkTable.grouped(convolution))
    let long = context.text(.denseFoot, first, second, Self.ratio(dense, convolution, context))
    return DisplayWidth.columns(of: long) <= columns ? long : context.text(.denseFootShort, first, second)
  }

  /// `= 27.2`: a quotient, with one decimal where it is not a whole number, and a mark where that is not all.
  private static func ratio(_ dividend: Int, _ divisor: Int, _ context: PanelContext) -> String {
    let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard rest > 0 else { return "= " + NetworkTable.grouped(whole) }
    let tenths = rest * 10 / divisor
    let isExact = rest * 10 % divisor == 0
    return (isExact ? "=" : context.glyphs.approximately) + " " + NetworkTable.grouped(whole) + ".\(tenths)"
  }

  // MARK: Cells

  private func cells(formulas: Bool, total: Bool) -> [[String]] {
    let header =
      ["", context.text(.denseEdges), context.text(.denseWeights), context.text(.denseBiases)]
      + (total ? [context.text(.denseParameters)] : [])
    return [header]
      + DenseStudy.Rules.allCases.map { rules in
        let counts = study.counts(rules)
        let edges = NetworkTable.grouped(counts.edgeCount)
        let weights = NetworkTable.grouped(counts.weightCount)
        // Where every edge has its own weight, the formula beside it says enough.
        let hasOwn = rules == .dense || rules == .local
        return [
          name(of: rules),
          formulas ? "\(edgeFormula(rules)) = \(edges)" : edges,
          formulas && !hasOwn ? "\(weightFormula(rules)) = \(weights)" : weights,
          NetworkTable.grouped(counts.biases),
        ] + (total ? [NetworkTable.grouped(counts.parameterCount)] : [])
      }
  }

  private func name(of rules: DenseStudy.Rules) -> String {
    let reach = "\(study.exampleReach)"
    return switch rules {
    case .dense: context.text(.denseRowDense)
    case .tied: context.text(.denseRowTied)
    case .local: context.text(.denseRowLocal, reach)
    case .convolution: context.text(.denseRowConvolution, reach)
    }
  }

  /// `16²`, or of cut edges `(4×3−2)²`: 2Δ+1 for each of n cells, less Δ(Δ+1) at the rims; a factor for each axis.
  private func edgeFormula(_ rules: DenseStudy.Rules) -> String {
    guard rules == .local || rules == .convolution else {
      return context.glyphs.plain("\(NetworkTable.grouped(study.size.vertical * study.size.horizontal))²")
    }
    return product(study.size) { cells in
      let reach = min(study.exampleReach, cells - 1)
      return reach == 0 ? "\(cells)" : "(\(cells)×\(2 * reach + 1)−\(reach * (reach + 1)))"
    }
  }

  private func weightFormula(_ rules: DenseStudy.Rules) -> String {
    product(study.size) { cells in
      rules == .tied ? "(2×\(cells)−1)" : "\(2 * min(study.exampleReach, cells - 1) + 1)"
    }
  }

  private func product(_ size: PerAxis<Int>, _ factor: (Int) -> String) -> String {
    let (rows, columns) = (factor(size.vertical), factor(size.horizontal))
    return context.glyphs.plain(rows == columns ? "\(rows)²" : "\(rows)×\(columns)")
  }

  // MARK: Widths

  private static func widths(of cells: [[String]]) -> [Int] {
    cells[0].indices.map { column in cells.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0 }
  }

  private func width(of cells: [[String]]) -> Int {
    Self.widths(of: cells).reduce(0) { $0 + $1 + 2 }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
