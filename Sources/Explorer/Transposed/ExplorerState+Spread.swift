import ConvolutionEngine

/// A transposed convolution looked at from its input: every cell is spread over the output, times the kernel.
extension ExplorerState {
  /// The output cells that the selected input cell adds to; nil for other operators.
  package var spread: Footprint? {
    TransposedLinks(experiment).map { $0.outputs(ofInput: inputCursor) }
  }

  /// One product of the selected input cell: with which weight, and where it is added.
  package struct SpreadProduct: Equatable, Sendable {
    package let weight: Coordinate
    package let output: Coordinate
    /// Weight × input, in Double.
    package let product: Double
  }

  /// The products of the selected input cell that are not cropped, in the order of the kernel's taps, for the current
  /// filter; empty for other operators.
  ///
  /// Complexity: O(kernel).
  package var spreadProducts: [SpreadProduct] {
    guard
      let links = TransposedLinks(experiment), let input = experiment.operands[.input],
      let weights = experiment.operands[.weights], input.shape.contains(inputCursor)
    else { return [] }
    let shape = experiment.weightShape
    let isTurned = experiment.parameters.orientation == .convolution
    var products: [SpreadProduct] = []
    for row in 0..<shape.height {
      for column in 0..<shape.width {
        var output = cell
        output.row = links.vertical.position(input: inputCursor.row, tap: row)
        output.column = links.horizontal.position(input: inputCursor.column, tap: column)
        guard outputShape.contains(output) else { continue }
        var weight = kernelCursor
        weight.row = isTurned ? shape.height - 1 - row : row
        weight.column = isTurned ? shape.width - 1 - column : column
        let term = CellTrace.Term(
          position: inputCursor, source: inputCursor, value: input[inputCursor], factorPosition: weight,
          factor: Double(weights[weight]))
        products.append(SpreadProduct(weight: weight, output: output, product: term.product))
      }
    }
    return products
  }

  /// The last rows and columns of the output that are there for the output padding alone.
  package var outputPadding: PerAxis<Int> { experiment.parameters.outputPadding }

  /// Whether an output cell lies in the rows and columns of the output padding: it gets only what the rim gives it.
  package func isOutputPadding(_ cell: Coordinate) -> Bool {
    let padding = outputPadding
    return cell.row >= outputShape.height - padding.vertical
      || cell.column >= outputShape.width - padding.horizontal
  }
}

extension Parameters {
  /// The output padding of a transposed convolution per axis; 0 for other operators.
  var outputPadding: PerAxis<Int> {
    switch self[.outputPadding] {
    case .axes(let pair)?: pair
    case .integer(let count)?: PerAxis(vertical: 0, horizontal: count)
    default: PerAxis(0)
    }
  }
}
