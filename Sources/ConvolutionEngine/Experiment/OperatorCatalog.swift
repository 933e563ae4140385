/// All operators, one line each.
public enum OperatorCatalog {
  public static let all: [OperatorDescription] = [
    .conv1d,
    .conv2d,
    .convTranspose1d,
    .convTranspose2d,
  ]

  /// The description of an operator; every name has one, which a test holds.
  public static func description(of name: OperatorName) -> OperatorDescription {
    all.first { $0.name == name } ?? OperatorDescription.conv2d
  }
}
