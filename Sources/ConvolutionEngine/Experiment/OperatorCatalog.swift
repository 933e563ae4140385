/// All operators, one line each.
public enum OperatorCatalog {
  public static let all: [OperatorDescription] = [
    .conv1d,
    .conv2d,
    .convTranspose1d,
    .convTranspose2d,
    .maxPool1d,
    .maxPool2d,
    .avgPool1d,
    .avgPool2d,
    .adaptiveAvgPool2d,
    .adaptiveMaxPool2d,
    .globalAvgPool2d,
    .linear,
    .flatten,
    .relu,
    .leakyRelu,
    .sigmoid,
    .tanh,
    .softmax,
    .batchNorm,
    .dropout,
    .add,
    .concat,
    .pad,
    .upsampleNearest,
    .attention,
    .affineGridSample,
  ]

  /// Reads the value of a parameter while it is open which operator it is for: in its widest form, for both axes or all
  /// sides, which `Experiment.setParameter` adopts for operators of one dimension.
  ///
  /// Returns nil for a text that no operator reads.
  public static func value(of name: ParameterName, from text: String) -> ParameterValue? {
    let specifications = all.lazy.flatMap(\.parameters).filter { $0.name == name }
    let kinds = ParameterKind.allCases.lazy.filter { kind in specifications.contains { $0.kind == kind } }
    return kinds.compactMap { ParameterSpecification(name, $0, default: nil).value(from: text) }.first
  }

  /// The description of an operator; every name has one, which a test holds.
  public static func description(of name: OperatorName) -> OperatorDescription {
    all.first { $0.name == name } ?? OperatorDescription.conv2d
  }

  /// The description of the operator with this name or alias, as a command line gives it.
  public static func named(_ name: String) -> OperatorDescription? {
    all.first { $0.name.rawValue == name || $0.aliases.contains(name) }
  }
}
