extension OperatorDescription {
  /// PyTorch's `Sigmoid`, the logistic function: out = 1 / (1 + e^(−input)) in every cell.
  ///
  /// Input and output N×C×H×W.
  ///
  /// Source: PyTorch, `torch.nn.Sigmoid`.
  public static let sigmoid = OperatorDescription(
    name: .sigmoid,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [],
    layout: .elements,
    makePlan: { shapes, _ throws(ExperimentError) in try ActivationPlan(.logistic, shapes) })
}
