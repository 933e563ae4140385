/// The name of an operator, as on the command line.
public enum OperatorName: String, CaseIterable, Sendable {
  case conv2d
}

/// An operator: what it needs and how a plan is made from it.
public struct OperatorDescription: Sendable {
  public let name: OperatorName
  /// The operands without which there is no output, in order.
  public let requiredOperands: [OperandName]
  public let optionalOperands: [OperandName]
  public let parameters: [ParameterSpecification]
  /// Checks shapes and parameters against each other.
  let makePlan: @Sendable (Operands, Parameters) throws(ExperimentError) -> any OperatorPlan

  public func specification(of name: ParameterName) -> ParameterSpecification? {
    parameters.first { $0.name == name }
  }
}

/// All operators, one line each.
public enum OperatorCatalog {
  public static let all: [OperatorDescription] = [
    .conv2d
  ]

  /// The description of an operator; every name has one, which a test holds.
  public static func description(of name: OperatorName) -> OperatorDescription {
    all.first { $0.name == name } ?? OperatorDescription.conv2d
  }
}
