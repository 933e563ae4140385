extension OperatorDescription {
  /// PyTorch's `MaxPool2d`, with padding per side, which may exceed half the kernel, or by name.
  ///
  /// Input N×C×H×W, output N×C×H′×W′ with H′ = ⌊(H + top + bottom − dilation·(kH − 1) − 1) / stride⌋ + 1, and W′ likewise;
  /// with `ceil-mode` ⌈ ⌉, but no window that begins after the last row. The stride is the kernel size unless it is given.
  /// out(n,c,i,j) = max over a, b of input(n, c, i·stride + a·dilation − top, j·stride + b·dilation − left).
  /// The padding is −∞, so that it never wins; a window that sees nothing else gives −∞. NaN wins.
  ///
  /// Source: PyTorch, `torch.nn.MaxPool2d`.
  public static let maxPool2d = OperatorDescription(
    name: .maxPool2d,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.kernelSize, .axes, default: .axes(PerAxis(2)), isRequired: true),
      ParameterSpecification(.stride, .axes, default: nil),
      ParameterSpecification(.padding, .sides, default: .sides(.none)),
      ParameterSpecification(.dilation, .axes, default: .axes(PerAxis(1))),
      ParameterSpecification(.ceilMode, .flag, default: .flag(false)),
    ],
    layout: .planes,
    makePlan: { shapes, parameters throws(ExperimentError) in try MaxPoolPlan(shapes, parameters) })
}
