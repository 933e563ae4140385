/// The role of a tensor in an operator. The raw value is its name in action texts.
public enum OperandName: String, CaseIterable, Sendable {
  /// The activation that is looked at, N×C×H×W.
  case input
  /// The second activation of an operator that joins two.
  case secondInput = "input-2"
  /// The weights, O×C×kH×kW; on screen one kernel of them.
  case weights = "kernel"
  /// One number for each filter, 1×O×1×1.
  case bias
  /// The mean of each channel over the training data, 1×C×1×1.
  case runningMean = "running-mean"
  /// The variance of each channel over the training data, 1×C×1×1.
  case runningVariance = "running-var"
  /// What each position of an attention asks for, N×C×L×E.
  case query
  /// What each position of an attention has to offer, N×C×S×E.
  case key
  /// What each position of an attention gives, N×C×S×Ev.
  case value
  /// The affine map of each picture of a batch, N×1×2×3.
  case theta

  /// PyTorch's name, as on the command line; both inputs of a join are an `input` there.
  public var optionName: String {
    switch self {
    case .weights: "weight"
    case .secondInput: OperandName.input.rawValue
    default: rawValue
    }
  }
}
