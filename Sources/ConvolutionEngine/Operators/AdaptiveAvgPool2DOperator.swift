extension OperatorDescription {
  /// PyTorch's `AdaptiveAvgPool2d`: an output of a given size, each cell the mean of its window.
  ///
  /// Input N×C×H×W, output N×C×H′×W′ with H′×W′ the `output-size`, which may be larger than the input.
  /// out(n,c,i,j) = the mean of input(n,c,y,x) over ⌊i·H/H′⌋ ≤ y < ⌈(i+1)·H/H′⌉ and ⌊j·W/W′⌋ ≤ x < ⌈(j+1)·W/W′⌉.
  ///
  /// Source: PyTorch, `torch.nn.AdaptiveAvgPool2d`.
  public static let adaptiveAvgPool2d = OperatorDescription(
    name: .adaptiveAvgPool2d,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [ParameterSpecification(.outputSize, .axes, default: .axes(PerAxis(1)), isRequired: true)],
    layout: .maps,
    makePlan: { shapes, parameters throws(ExperimentError) in
      try AdaptivePoolPlan(.mean, size: parameters.axes(.outputSize) ?? PerAxis(1), shapes)
    })
}
