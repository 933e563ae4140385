/// Which of the two sliding products is meant.
public enum KernelOrientation: String, CaseIterable, Sendable {
  /// What deep-learning layers compute: the kernel is laid on the input as it stands.
  case crossCorrelation = "cross-correlation"
  /// What mathematics calls convolution: the kernel is turned by 180° (flipped on both axes) first.
  case convolution
}
