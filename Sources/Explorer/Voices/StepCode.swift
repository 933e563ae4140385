import ConvolutionEngine

/// One step as a line of code with its indices filled in, and what has to be said once before it.
///
/// NumPy and PyTorch name the operands `x`, `w` and `b`; `xp` is the input with its padding, `s` a sum or maximum so far,
/// `m` a mean so far. NumPy's arrays have no
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
      if let step = SlidingStep(experiment, cell: cell) {
        self = NumPyCode(step: step).code(products: products)
      } else if let step = TransposedStep(experiment, cell: cell) {
        self = NumPyTransposedCode(step: step).code(products: products)
      } else if let code = PlaneStep(experiment, cell: cell).flatMap({
        NumPyPlaneCode(step: $0).code(products: products)
      }) {
        self = code
      } else {
        return nil
      }
    case .pytorch:
      if let step = SlidingStep(experiment, cell: cell) {
        self = PyTorchCode(step: step).code(products: products)
      } else if let step = TransposedStep(experiment, cell: cell) {
        self = PyTorchTransposedCode(step: step).code(products: products)
      } else if let code = PlaneStep(experiment, cell: cell).flatMap({
        PyTorchPlaneCode(step: $0).code(products: products)
      }) {
        self = code
      } else {
        return nil
      }
    }
  }

  init(preparation: [String], line: String) {
    self.preparation = preparation
    self.line = line
  }
}
