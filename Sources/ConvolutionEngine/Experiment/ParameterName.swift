/// The name of an operator's parameter. The raw value is PyTorch's, with hyphens, as on the command line.
public enum ParameterName: String, CaseIterable, Sendable {
  case kernelSize = "kernel-size"
  case stride
  case padding
  case paddingMode = "padding-mode"
  case dilation
  case groups
  case outputPadding = "output-padding"
  /// Turns the kernel by 180°: true convolution instead of cross-correlation.
  case flip
  /// The part of a one-dimensional convolution that is kept; see `SignalMode`.
  case mode
  /// The sample step of a one-dimensional convolution: the sum times `dt` is the Riemann sum of the integral.
  case sampleStep = "dt"
  case ceilMode = "ceil-mode"
  case countIncludePad = "count-include-pad"
  case outputSize = "output-size"
  case startDimension = "start-dim"
  case endDimension = "end-dim"
  case negativeSlope = "negative-slope"
  case axis
  case epsilon = "eps"
  /// The probability with which dropout drops an element.
  case dropProbability = "p"
  case seed
  /// Whether dropout drops at all: it does in training only.
  case train
  case scale
  case alignCorners = "align-corners"
}
