import ConvolutionEngine

/// One of the three grids on the screen. The raw value is its name in action texts.
package enum GridName: String, CaseIterable, Sendable {
  case input
  case kernel
  case output

  /// The operand that the grid shows and edits; nil for the output, which is computed.
  package var operand: OperandName? {
    switch self {
    case .input: .input
    case .kernel: .weights
    case .output: nil
    }
  }

  /// The grid that shows an operand; nil for an operand without a grid of its own.
  package init?(operand: OperandName) {
    switch operand {
    case .input: self = .input
    case .weights: self = .kernel
    default: return nil
    }
  }
}
