/// Padding asked for by what it does, as PyTorch and TensorFlow name it, instead of by numbers of cells.
public enum NamedPadding: String, CaseIterable, Sendable {
  /// The output has ⌈input / stride⌉ cells along each axis; an odd cell of padding stands at the bottom and the right.
  ///
  /// Equals PyTorch's `padding="same"` for stride 1; for larger strides, where PyTorch refuses, TensorFlow's `SAME`.
  case same
  /// No padding at all.
  case valid

  /// The padding of one axis: `before` and `after` the input, in cells.
  ///
  /// `same` needs max((⌈input/stride⌉ − 1)·stride + effective kernel − input, 0) cells in all, half of them, rounded down,
  /// before. All arguments must be at least 1 and at most `AxisGeometry.limit`.
  public func cells(input: Int, effectiveKernel: Int, stride: Int) -> AxisPadding {
    switch self {
    case .valid:
      return AxisPadding(before: 0, after: 0)
    case .same:
      let outputs = (input + stride - 1) / stride
      let total = max((outputs - 1) * stride + effectiveKernel - input, 0)
      return AxisPadding(before: total / 2, after: total - total / 2)
    }
  }
}
