/// Why a geometry, or a geometry together with an input and a kernel, makes no output. Each case carries the facts.
public enum GeometryError: Error, Equatable, Sendable {
  /// The stride is not in `1...AxisGeometry.limit`.
  case stride(Int, axis: Axis)
  /// The dilation is not in `1...AxisGeometry.limit`.
  case dilation(Int, axis: Axis)
  /// The padding is not in `0...AxisGeometry.limit`.
  case padding(Int, axis: Axis)
  /// The input has no cells along the axis.
  case emptyInput(axis: Axis)
  /// The kernel has no taps along the axis.
  case emptyKernel(axis: Axis)
  /// The input or kernel is longer than `AxisGeometry.limit`.
  case extent(Int, axis: Axis)
  /// The kernel, with its dilation, is larger than the padded input.
  case kernelDoesNotFit(effectiveExtent: Int, paddedInput: Int, axis: Axis)
  /// Reflect or circular padding reaches further than the input allows.
  case paddingModeDoesNotFit(PaddingMode, padding: Int, largestLegal: Int, axis: Axis)
}
