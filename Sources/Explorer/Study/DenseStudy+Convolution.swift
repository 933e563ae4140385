import ConvolutionEngine

/// The layer as the engine's convolution, which tied weights are.
extension DenseStudy {
  /// More products than this are not computed to compare both.
  package static let comparisonLimit = 1 << 13

  /// Rows and columns of V, its offsets from −Δ to Δ on each axis.
  package var kernelSize: PerAxis<Int> {
    PerAxis(vertical: 2 * extent.vertical + 1, horizontal: 2 * extent.horizontal + 1)
  }

  /// How the hidden grid compares with what the engine's convolution makes of V and X.
  package enum Comparison: Equatable, Sendable {
    /// All cells, so many, have the same bits.
    case equal(cells: Int)
    /// Not computed, because it would take more than `comparisonLimit` products.
    case tooLarge
    /// A cell differs, which would be a mistake of this program.
    case differs(Coordinate)
  }

  /// Computes every hidden cell by the engine's reference operator and by the sum of the layer; nil while weights are not
  /// tied, because then no convolution does the same.
  ///
  /// Complexity: O(h·w·(2Δ+1)²), at most `comparisonLimit` products each.
  package func comparison() -> Comparison? {
    guard isTied else { return nil }
    guard let experiment = convolution() else { return .tooLarge }
    for offset in 0..<experiment.outputShape.count {
      let cell = experiment.outputShape.coordinate(at: offset)
      guard let own = hidden(cell), Float(own).bitPattern == experiment.value(at: cell).bitPattern else {
        return .differs(cell)
      }
    }
    return .equal(cells: experiment.outputShape.count)
  }

  /// `conv2d` with the input X, the kernel V, padding Δ with zeros, and the bias u; nil while weights are not tied, and for more
  /// than `comparisonLimit` products, of which nobody looks at each.
  package func convolution() -> Experiment? {
    let (size, kernel, extent) = (size, kernelSize, extent)
    // The sides are bounded, so that this cannot overflow.
    let products = size.vertical * size.horizontal * kernel.vertical * kernel.horizontal
    guard isTied, products <= Self.comparisonLimit,
      let x = tensor(size, { Float(input($0)) }),
      let v = tensor(
        kernel, { Float(tiedWeight(row: $0.row - extent.vertical, column: $0.column - extent.horizontal)) })
    else { return nil }
    var operands = Operands([.input: x, .weights: v])
    if hasBias {
      operands[.bias] = Tensor(shape: Shape(vectorOf: 1), repeating: Float(bias(Coordinate(row: 0, column: 0))))
    }
    let padding = Padding(
      top: extent.vertical, left: extent.horizontal, bottom: extent.vertical, right: extent.horizontal)
    return try? Experiment(
      operation: .conv2d, operands: operands, parameters: Parameters(for: .conv2d, [.padding: .sides(padding)]))
  }

  private func tensor(_ size: PerAxis<Int>, _ value: (Coordinate) -> Float) -> Tensor? {
    guard let shape = try? Shape(height: size.vertical, width: size.horizontal) else { return nil }
    return try? Tensor(shape: shape, values: (0..<shape.count).map { value(shape.coordinate(at: $0)) })
  }
}
