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
  /// The window that the parameters of a pool describe; the stride is the kernel size unless it is given. Padding by name is
  /// that of a convolution with this kernel.
  ///
  /// - Throws: `ExperimentError.parameterValue` for a kernel size below 1, or the geometry's reason.
  init(input: Shape, _ parameters: Parameters) throws(ExperimentError) {
    let kernel = parameters.axes(.kernelSize) ?? PerAxis(1)
    let legal = 1...AxisGeometry.limit
    guard legal.contains(kernel.vertical), legal.contains(kernel.horizontal) else {
      throw .parameterValue(.kernelSize, parameters[.kernelSize] ?? .axes(kernel), legal: .integers(legal))
    }
    let stride = parameters.axes(.stride) ?? kernel
    let size = PerAxis(vertical: input.height, horizontal: input.width)
    let rounding: PoolAxis.Rounding = parameters.flag(.ceilMode) ? .up : .down
    do throws(GeometryError) {
      let unpadded = try ConvolutionGeometry(stride: stride, dilation: parameters.dilation)
      let padding = try Self.padding(parameters, of: size, kernel: kernel, unpadded)
      let geometry = try ConvolutionGeometry(stride: stride, dilation: parameters.dilation, padding: padding)
      vertical = try PoolAxis(
        geometry: geometry.vertical, kernel: kernel.vertical, input: size.vertical, rounding: rounding, axis: .vertical)
      horizontal = try PoolAxis(
        geometry: geometry.horizontal, kernel: kernel.horizontal, input: size.horizontal, rounding: rounding,
        axis: .horizontal)
    } catch {
      throw .convolution(.geometry(error))
    }
  }

  /// The padding in cells, given so or by name.
  private static func padding(
    _ parameters: Parameters, of input: PerAxis<Int>, kernel: PerAxis<Int>, _ unpadded: ConvolutionGeometry
  ) throws(GeometryError) -> Padding {
    guard let name = parameters.namedPadding else { return parameters.paddingCells ?? .none }
    func cells(_ axis: Axis, _ geometry: AxisGeometry) throws(GeometryError) -> AxisPadding {
      guard input[axis] <= AxisGeometry.limit else { throw .extent(input[axis], axis: axis) }
      return name.cells(
        input: input[axis], effectiveKernel: geometry.effectiveExtent(kernel: kernel[axis]), stride: geometry.stride)
    }
    let vertical = try cells(.vertical, unpadded.vertical)
    let horizontal = try cells(.horizontal, unpadded.horizontal)
    return Padding(
      top: vertical.before, left: horizontal.before, bottom: vertical.after, right: horizontal.after)
  }

  /// The output for an input of this batch and these channels.
  func output(of input: Shape) throws(ExperimentError) -> Shape {
    try Shape(arranging: (input.batch, input.channels, vertical.outputCount, horizontal.outputCount))
  }
}
