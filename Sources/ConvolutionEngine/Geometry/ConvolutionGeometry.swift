/// How a window slides over a plane: one `AxisGeometry` for the rows and one for the columns.
public struct ConvolutionGeometry: Hashable, Sendable {
  public let vertical: AxisGeometry
  public let horizontal: AxisGeometry

  /// - Parameters:
  ///   - stride: cells between neighbouring windows, at least 1.
  ///   - dilation: cells between neighbouring taps, at least 1; 1 is dense.
  ///   - padding: cells added per side, at least 0.
  ///   - mode: what stands in the padding, per axis.
  /// - Throws: `GeometryError` naming the first value out of range.
  public init(
    stride: PerAxis<Int> = PerAxis(1), dilation: PerAxis<Int> = PerAxis(1), padding: Padding = .none,
    mode: PerAxis<PaddingMode> = PerAxis(.zeros)
  ) throws(GeometryError) {
    vertical = try AxisGeometry(
      axis: .vertical, stride: stride.vertical, dilation: dilation.vertical,
      paddingBefore: padding.top, paddingAfter: padding.bottom, mode: mode.vertical)
    horizontal = try AxisGeometry(
      axis: .horizontal, stride: stride.horizontal, dilation: dilation.horizontal,
      paddingBefore: padding.left, paddingAfter: padding.right, mode: mode.horizontal)
  }

  /// Of two axes that are valid each.
  init(vertical: AxisGeometry, horizontal: AxisGeometry) {
    self.vertical = vertical
    self.horizontal = horizontal
  }

  public var stride: PerAxis<Int> { PerAxis(vertical: vertical.stride, horizontal: horizontal.stride) }
  public var dilation: PerAxis<Int> { PerAxis(vertical: vertical.dilation, horizontal: horizontal.dilation) }
  public var mode: PerAxis<PaddingMode> { PerAxis(vertical: vertical.mode, horizontal: horizontal.mode) }
  public var padding: Padding {
    Padding(
      top: vertical.paddingBefore, left: horizontal.paddingBefore,
      bottom: vertical.paddingAfter, right: horizontal.paddingAfter)
  }

  /// The output of one plane: `vertical` rows by `horizontal` columns, 0 or less where the kernel does not fit.
  public func outputSize(input: PerAxis<Int>, kernel: PerAxis<Int>) -> PerAxis<Int> {
    PerAxis(
      vertical: vertical.outputCount(input: input.vertical, kernel: kernel.vertical),
      horizontal: horizontal.outputCount(input: input.horizontal, kernel: kernel.horizontal))
  }

  /// Checks both axes; see `AxisGeometry.validate(input:kernel:axis:)`.
  public func validate(input: PerAxis<Int>, kernel: PerAxis<Int>) throws(GeometryError) {
    try vertical.validate(input: input.vertical, kernel: kernel.vertical, axis: .vertical)
    try horizontal.validate(input: input.horizontal, kernel: kernel.horizontal, axis: .horizontal)
  }
}
