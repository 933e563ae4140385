import ConvolutionEngine

/// A transposed convolution looked at from its input: every cell is spread over the output, times the kernel.
extension ExplorerState {
  /// The output cells that the selected input cell adds to; nil for other operators.
  package var spread: Footprint? {
    let experiment = experiment
    guard experiment.operation.isTransposed, let cropped = experiment.parameters.paddingCells else { return nil }
    let (stride, dilation) = (experiment.parameters.stride, experiment.parameters.dilation)
    let kernel = experiment.weightShape
    /// Tap t of input i goes to i·stride + t·dilation − cropped.
    func positions(_ index: Int, _ stride: Int, _ dilation: Int, _ taps: Int, _ cropped: Int, _ count: Int)
      -> EvenPositions
    {
      let start = index * stride - cropped
      let first = start < 0 ? (-start + dilation - 1) / dilation : 0
      let end = start >= count ? first : min(taps, (count - 1 - start) / dilation + 1)
      return EvenPositions(first: start + first * dilation, step: dilation, count: max(0, end - first))
    }
    return Footprint(
      rows: positions(
        inputCursor.row, stride.vertical, dilation.vertical, kernel.height, cropped.top, outputShape.height),
      columns: positions(
        inputCursor.column, stride.horizontal, dilation.horizontal, kernel.width, cropped.left, outputShape.width))
  }

  /// The last rows and columns of the output that are there for the output padding alone.
  package var outputPadding: PerAxis<Int> {
    switch experiment.parameters[.outputPadding] {
    case .axes(let pair)?: pair
    case .integer(let count)?: PerAxis(vertical: 0, horizontal: count)
    default: PerAxis(0)
    }
  }
}
