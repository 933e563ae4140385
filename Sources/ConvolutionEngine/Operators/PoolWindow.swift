/// A pooling window over a plane: rows and columns.
struct PoolWindow: Hashable, Sendable {
  let vertical: PoolAxis
  let horizontal: PoolAxis

  /// The number of taps.
  var tapCount: Int { vertical.kernel * horizontal.kernel }

  /// The window as other operators show theirs.
  var sliding: SlidingWindow {
    SlidingWindow(
      geometry: ConvolutionGeometry(vertical: vertical.geometry, horizontal: horizontal.geometry),
      kernel: PerAxis(vertical: vertical.kernel, horizontal: horizontal.kernel))
  }
}

extension PoolWindow {
  /// The window that the parameters of a pool describe; the stride is the kernel size unless it is given.
  ///
  /// - Throws: `ExperimentError.parameterValue` for a kernel size below 1 or padding by name, or the geometry's reason.
  init(input: Shape, _ parameters: Parameters) throws(ExperimentError) {
    let kernel = parameters.axes(.kernelSize) ?? PerAxis(1)
    let legal = 1...AxisGeometry.limit
    guard legal.contains(kernel.vertical), legal.contains(kernel.horizontal) else {
      throw .parameterValue(.kernelSize, parameters[.kernelSize] ?? .axes(kernel), legal: .integers(legal))
    }
    let padding = try parameters.cellsOfPadding()
    let rounding: PoolAxis.Rounding = parameters.flag(.ceilMode) ? .up : .down
    do throws(GeometryError) {
      let geometry = try ConvolutionGeometry(
        stride: parameters.axes(.stride) ?? kernel, dilation: parameters.dilation, padding: padding)
      vertical = try PoolAxis(
        geometry: geometry.vertical, kernel: kernel.vertical, input: input.height, rounding: rounding, axis: .vertical)
      horizontal = try PoolAxis(
        geometry: geometry.horizontal, kernel: kernel.horizontal, input: input.width, rounding: rounding,
        axis: .horizontal)
    } catch {
      throw .convolution(.geometry(error))
    }
  }

  /// The output for an input of this batch and these channels.
  func output(of input: Shape) throws(ExperimentError) -> Shape {
    try Shape(arranging: (input.batch, input.channels, vertical.outputCount, horizontal.outputCount))
  }
}

extension Parameters {
  /// Padding in cells, for an operator that knows none by name.
  ///
  /// - Throws: `ExperimentError.parameterValue` for `same` and `valid`.
  func cellsOfPadding() throws(ExperimentError) -> Padding {
    guard let padding = paddingCells else {
      throw .parameterValue(
        .padding, self[.padding] ?? .named(.same), legal: .integers(0...AxisGeometry.limit))
    }
    return padding
  }
}
