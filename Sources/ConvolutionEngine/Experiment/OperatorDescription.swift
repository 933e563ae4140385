/// An operator: what it needs, how arrays are laid out for it, and how a plan is made.
public struct OperatorDescription: Sendable {
  public let name: OperatorName
  /// Other names that it goes by, on command lines as good as its own.
  public internal(set) var aliases: [String] = []
  /// The operands without which there is no output, in order.
  public let requiredOperands: [OperandName]
  public let optionalOperands: [OperandName]
  public let parameters: [ParameterSpecification]
  /// How arrays of other ranks become N×C×H×W tensors, and the output an array again.
  public let layout: ArrayLayout
  /// Checks shapes and parameters against each other.
  let makePlan: @Sendable ([OperandName: Shape], Parameters) throws(ExperimentError) -> any OperatorPlan

  public func specification(of name: ParameterName) -> ParameterSpecification? {
    parameters.first { $0.name == name }
  }
}
