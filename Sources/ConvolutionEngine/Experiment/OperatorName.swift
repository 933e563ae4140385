/// The name of an operator, as on the command line.
public enum OperatorName: String, CaseIterable, Sendable {
  case conv1d
  case conv2d
  case convTranspose1d = "conv-transpose1d"
  case convTranspose2d = "conv-transpose2d"
}
