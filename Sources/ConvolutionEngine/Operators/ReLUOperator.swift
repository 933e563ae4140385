extension OperatorDescription {
  /// PyTorch's `ReLU`: out = max(input, 0) in every cell; NaN stays.
  ///
  /// Input and output N×C×H×W.
  ///
  /// Source: PyTorch, `torch.nn.ReLU`.
  public static let relu = OperatorDescription(
    name: .relu,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [],
    layout: .elements,
    makePlan: { shapes, _ throws(ExperimentError) in try ActivationPlan(.rectify, shapes) })
}
