import ConvolutionEngine

/// Padding by name that cannot be shared out evenly between the two sides of an axis: an even kernel, or a stride.
extension ExplorerState {
  /// The input row and the input column, both in the padding, that one side has more than the other; nil on an axis where
  /// both have as many, and for padding that is given in cells.
  package var oddPadding: (row: Int?, column: Int?) {
    let experiment = experiment
    guard experiment.parameters.namedPadding != nil || experiment.parameters[.mode] != nil else { return (nil, nil) }
    let (padding, shape) = (experiment.padding, experiment.inputShape)
    func position(_ before: Int, _ after: Int, _ count: Int) -> Int? {
      before == after ? nil : after > before ? count + after - 1 : -before
    }
    return (
      row: position(padding.top, padding.bottom, shape.height),
      column: position(padding.left, padding.right, shape.width)
    )
  }

  /// Whether a position lies in the odd row or column of the padding.
  func isOddPadding(_ position: Coordinate) -> Bool {
    let odd = oddPadding
    return position.row == odd.row || position.column == odd.column
  }
}
