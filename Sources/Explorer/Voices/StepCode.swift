import ConvolutionEngine

/// One step as a line of code with its indices filled in, and what has to be said once before it.
///
/// NumPy and PyTorch name the operands `x`, `w` and `b`, and `xp` is the input with its padding. NumPy's arrays have no
/// axes of length 1 for batch, channels or filters; PyTorch's have all four (a signal's three).
package struct StepCode: Equatable, Sendable {
  /// Said once; empty when the line needs nothing before it. It is the same for all output cells.
  package let preparation: [String]
  /// The step, without the number that it gives.
  package let line: String

  /// The code for one output cell; nil for an operator that the language has no such line for.
  ///
  /// - Parameter products: nil for the whole cell; else how many products are added up, of which the line adds the last.
  package init?(_ language: CodeLanguage, of experiment: Experiment, cell: Coordinate, products: Int?) {
    switch language {
    case .swift:
      self = SwiftCode(experiment: experiment).step(cell, products: products)
    case .numpy:
      guard let step = SlidingStep(experiment, cell: cell) else { return nil }
      self = NumPyCode(step: step).code(products: products)
    case .pytorch:
      guard let step = SlidingStep(experiment, cell: cell) else { return nil }
      self = PyTorchCode(step: step).code(products: products)
    }
  }

  init(preparation: [String], line: String) {
    self.preparation = preparation
    self.line = line
  }
}
