extension OperatorDescription {
  /// PyTorch's `Tanh`: out = (e^input − e^(−input)) / (e^input + e^(−input)) in every cell.
  ///
  /// Input and output N×C×H×W.
  ///
  /// Source: PyTorch, `torch.nn.Tanh`.
  public static let tanh = OperatorDescription(
    name: .tanh,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [],
    layout: .elements,
    makePlan: { shapes, _ throws(ExperimentError) in try ActivationPlan(.hyperbolicTangent, shapes) })
}
