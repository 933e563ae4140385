extension OperatorDescription {
  /// PyTorch's `AdaptiveMaxPool2d`: an output of a given size, each cell the largest value of its window; NaN wins.
  ///
  /// Input N×C×H×W, output N×C×H′×W′ with H′×W′ the `output-size`; windows as in `adaptiveAvgPool2d`.
  ///
  /// Source: PyTorch, `torch.nn.AdaptiveMaxPool2d`.
  public static let adaptiveMaxPool2d = OperatorDescription(
    name: .adaptiveMaxPool2d,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [ParameterSpecification(.outputSize, .axes, default: .axes(PerAxis(1)), isRequired: true)],
    layout: .maps,
    makePlan: { shapes, parameters throws(ExperimentError) in
      try AdaptivePoolPlan(.max, size: parameters.axes(.outputSize) ?? PerAxis(1), shapes)
    })
}
