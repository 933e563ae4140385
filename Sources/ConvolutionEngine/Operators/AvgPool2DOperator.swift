extension OperatorDescription {
  /// PyTorch's `AvgPool2d`, with padding per side, which may exceed half the kernel, or by name.
  ///
  /// Input N×C×H×W, output N×C×H′×W′; sizes as `maxPool2d` with dilation 1.
  /// out(n,c,i,j) = Σ input(n, c, i·stride + a − top, j·stride + b − left) / count over the window's cells in the padded
  /// input, the padding counting as zeros; without `count-include-pad` over those in the input alone. What hangs over the
  /// padding with `ceil-mode` counts never, and a window without a cell of the input gives 0.
  ///
  /// Source: PyTorch, `torch.nn.AvgPool2d`.
  public static let avgPool2d = OperatorDescription(
    name: .avgPool2d,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.kernelSize, .axes, default: .axes(PerAxis(2)), isRequired: true),
      ParameterSpecification(.stride, .axes, default: nil),
      ParameterSpecification(.padding, .sides, default: .sides(.none)),
      ParameterSpecification(.ceilMode, .flag, default: .flag(false)),
      ParameterSpecification(.countIncludePad, .flag, default: .flag(true)),
    ],
    layout: .planes,
    makePlan: { shapes, parameters throws(ExperimentError) in try AveragePoolPlan(shapes, parameters) })
}
