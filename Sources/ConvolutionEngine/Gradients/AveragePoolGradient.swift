/// What an average pool divides the sum of a window by.
public enum AveragePoolDivisor: Sendable {
  /// The cells of the window on the input and its padding; those beyond the padding, where a ceil rule lets a window hang
  /// over, do not count. PyTorch's `count_include_pad=True`, its default.
  case cellsWithPadding
  /// The cells of the window on the input alone.
  case cellsInside
}

/// The gradient of an average pool: each output cell's goes in equal parts, g / divisor, to the input cells of its window.
///
/// Parts are taken and summed in Double in storage order of the output and rounded to Float32 once. A window that lies on
/// padding altogether gives nothing. Source: PyTorch, `torch.nn.AvgPool2d` and `torch.nn.AdaptiveAvgPool2d`.
public enum AveragePoolGradient {
  /// The gradient with respect to an input of shape `input`, N×C×H×W. Complexity: O(input + output × kH × kW).
  ///
  /// - Parameters:
  ///   - window: kernel, stride and padding of the pool; dilation is 1.
  ///   - outputGradient: N×C×H′×W′ as the pool's output, for either rounding of H′ and W′.
  public static func input(
    window: SlidingWindow, divisor: AveragePoolDivisor, input: Shape, outputGradient: Tensor
  ) -> Tensor {
    let output = outputGradient.shape
    let cells = PoolCells(window: window, input: input, output: output)
    switch divisor {
    case .cellsInside:
      return spread(
        outputGradient, over: cells, of: input, rowCounts: cells.rows.map(\.count),
        columnCounts: cells.columns.map(\.count))
    case .cellsWithPadding:
      return spread(
        outputGradient, over: cells, of: input,
        rowCounts: paddedCounts(window.geometry.vertical, window.kernel.vertical, input.height, output.height),
        columnCounts: paddedCounts(window.geometry.horizontal, window.kernel.horizontal, input.width, output.width))
    }
  }

  /// The gradient of an adaptive average pool with respect to an input of shape `input`; an output of 1×1 is the global
  /// average pool's. Complexity: O(input + output × largest window).
  public static func adaptiveInput(_ input: Shape, outputGradient: Tensor) -> Tensor {
    let cells = PoolCells(adaptiveInput: input, output: outputGradient.shape)
    return spread(
      outputGradient, over: cells, of: input, rowCounts: cells.rows.map(\.count),
      columnCounts: cells.columns.map(\.count))
  }

  /// The length of each window, cut off where the padding ends.
  private static func paddedCounts(_ axis: AxisGeometry, _ kernel: Int, _ input: Int, _ outputs: Int) -> [Int] {
    (0..<outputs).map { min(kernel, input + axis.paddingAfter - axis.position(output: $0, tap: 0)) }
  }

  private static func spread(
    _ outputGradient: Tensor, over cells: PoolCells, of input: Shape, rowCounts: [Int], columnCounts: [Int]
  ) -> Tensor {
    let output = outputGradient.shape
    precondition(input.batch == output.batch && input.channels == output.channels, "other maps than the input's")
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
