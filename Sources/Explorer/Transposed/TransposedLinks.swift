import ConvolutionEngine

/// Which output cells the input cells of a transposed convolution are added to, along both axes.
struct TransposedLinks {
  let vertical: TransposedAxis
  let horizontal: TransposedAxis

  /// Nil for other operators.
  init?(_ experiment: Experiment) {
    guard experiment.operation.isTransposed, let cropped = experiment.parameters.paddingCells else { return nil }
    let (stride, dilation) = (experiment.parameters.stride, experiment.parameters.dilation)
    let (input, kernel, output) = (experiment.inputShape, experiment.weightShape, experiment.outputShape)
    vertical = TransposedAxis(
      stride: stride.vertical, dilation: dilation.vertical, cropped: cropped.top, kernel: kernel.height,
      input: input.height, output: output.height)
    horizontal = TransposedAxis(
      stride: stride.horizontal, dilation: dilation.horizontal, cropped: cropped.left, kernel: kernel.width,
      input: input.width, output: output.width)
  }

  /// The output cells that an input cell is added to.
  func outputs(ofInput cell: Coordinate) -> Footprint {
    Footprint(rows: vertical.outputs(ofInput: cell.row), columns: horizontal.outputs(ofInput: cell.column))
  }
}

/// One axis of a transposed convolution: tap t of input i goes to i·stride + t·dilation − cropped.
struct TransposedAxis {
  let stride: Int
  let dilation: Int
  /// The cells that the padding crops before the output.
  let cropped: Int
  let kernel: Int
  let input: Int
  let output: Int

  /// Where a tap of an input cell goes, perhaps outside the output.
  func position(input index: Int, tap: Int) -> Int { index * stride + tap * dilation - cropped }

  /// The outputs that an input cell is added to.
  func outputs(ofInput index: Int) -> EvenPositions {
    let start = position(input: index, tap: 0)
    let first = start < 0 ? (-start + dilation - 1) / dilation : 0
    let end = start >= output ? first : min(kernel, (output - 1 - start) / dilation + 1)
    return EvenPositions(first: start + first * dilation, step: dilation, count: max(0, end - first))
  }

  /// The input cells that a tap adds to some output: all whose product is not cropped.
  func inputs(ofTap tap: Int) -> Range<Int> {
    let start = position(input: 0, tap: tap)
    let first = start < 0 ? (-start + stride - 1) / stride : 0
    let end = start >= output ? first : min(input, (output - 1 - start) / stride + 1)
    return first..<max(first, end)
  }
}
