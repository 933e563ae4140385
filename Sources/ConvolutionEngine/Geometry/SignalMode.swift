/// How much of a one-dimensional convolution is kept, as NumPy and SciPy name it. All of them pad with zeros.
public enum SignalMode: String, CaseIterable, Sendable {
  /// Every position at which the two signals overlap at all: input + effective kernel − 1 samples.
  case full
  /// The middle of `full`, as long as the input: SciPy's `mode="same"`, with an odd sample of padding before the input.
  case same
  /// Only the positions at which the kernel lies on the input altogether.
  case valid

  /// The padding that gives this part with stride 1. `effectiveKernel` must be at least 1.
  public func padding(effectiveKernel: Int) -> AxisPadding {
    switch self {
    case .full: AxisPadding(effectiveKernel - 1)
    case .same: AxisPadding(before: effectiveKernel / 2, after: effectiveKernel - 1 - effectiveKernel / 2)
    case .valid: AxisPadding(0)
    }
  }
}
