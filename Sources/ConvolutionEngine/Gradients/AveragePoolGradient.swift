/// The gradient of an average pool: each output cell's goes in equal parts, g / divisor, to the input cells of its window.
///
/// Cells of the padding that count keep their parts. Parts are taken and summed in Double in storage order of the output
/// and rounded to Float32 once. Source: PyTorch, `torch.nn.AvgPool2d` and `torch.nn.AdaptiveAvgPool2d`.
struct AveragePoolGradient {
  private let cells: PoolCells
  /// What the sum of a window was divided by: the product of its row's and its column's.
  private let rowCounts: [Int]
  private let columnCounts: [Int]

  init(pool: PoolWindow, counted: AveragePoolPlan.Counted) {
    cells = PoolCells(pool)
    rowCounts = Self.counts(pool.vertical, counted)
    columnCounts = Self.counts(pool.horizontal, counted)
  }

  /// An adaptive average pool; an output of 1×1 is the global average pool's.
  init(adaptiveInput input: Shape, output: Shape) {
    cells = PoolCells(adaptiveInput: input, output: output)
    rowCounts = cells.rows.map(\.count)
    columnCounts = cells.columns.map(\.count)
  }

  private static func counts(_ axis: PoolAxis, _ counted: AveragePoolPlan.Counted) -> [Int] {
    (0..<axis.outputCount).map { axis.taps(output: $0, in: counted == .padded ? axis.padded : axis.inside).count }
  }

  /// The gradient with respect to an input of shape `input`, N×C×H×W, from that of the output, N×C×H′×W′.
  ///
  /// Complexity: O(input + output × window).
  func input(_ input: Shape, outputGradient: Tensor) -> Tensor {
    var sums = Array(repeating: 0.0, count: input.count)
    var offset = 0
    for plane in 0..<(input.batch * input.channels) {
      let start = plane * input.height * input.width
      for (rows, rowCount) in zip(cells.rows, rowCounts) {
        for (columns, columnCount) in zip(cells.columns, columnCounts) {
          let part = Double(outputGradient.values[offset]) / (Double(rowCount) * Double(columnCount))
          for row in rows {
            for column in columns { sums[start + row * input.width + column] += part }
          }
          offset += 1
        }
      }
    }
    return Tensor(shape: input, roundingSums: sums)
  }
}

extension AveragePoolPlan: DifferentiablePlan {
  /// For the input.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    guard let input = operands[.input] else { return [:] }
    let gradient = AveragePoolGradient(pool: pool, counted: counted)
    return [.input: gradient.input(input.shape, outputGradient: outputGradient)]
  }
}

extension AdaptivePoolPlan: DifferentiablePlan {
  /// For the input.
  func gradients(operands: Operands, outputGradient: Tensor) -> [OperandName: Tensor] {
    switch kind {
    case .mean:
      let gradient = AveragePoolGradient(adaptiveInput: input, output: output)
      return [.input: gradient.input(input, outputGradient: outputGradient)]
    case .max:
      guard let values = operands[.input] else { return [:] }
      return [
        .input: MaxPoolGradient.input(
          values, cells: PoolCells(adaptiveInput: input, output: output), outputGradient: outputGradient)
      ]
    }
  }
}
