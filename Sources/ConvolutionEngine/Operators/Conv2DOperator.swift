extension OperatorDescription {
  /// PyTorch's `Conv2d` with padding per side, a padding mode per axis, `same` also for strides above 1, and an optional
  /// flip of the kernel.
  ///
  /// Input N×C×H×W, weights O×(C/groups)×kH×kW, bias 1×O×1×1, output N×O×H′×W′ with
  /// H′ = ⌊(H + top + bottom − dilation·(kH − 1) − 1) / stride⌋ + 1, and W′ likewise:
  /// out(n,o,i,j) = bias(o) + Σ_c Σ_a Σ_b weights(o,c,a,b) · input(n, c, i·stride + a·dilation − top, j·stride + b·dilation − left).
  ///
  /// Source: PyTorch, `torch.nn.Conv2d`.
  public static let conv2d = OperatorDescription(
    name: .conv2d,
    requiredOperands: [.input, .weights],
    optionalOperands: [.bias],
    parameters: [
      ParameterSpecification(.stride, .axes, default: .axes(PerAxis(1))),
      ParameterSpecification(.padding, .sides, default: .sides(.none)),
      ParameterSpecification(.paddingMode, .modes, default: .modes(PerAxis(.zeros))),
      ParameterSpecification(.dilation, .axes, default: .axes(PerAxis(1))),
      ParameterSpecification(.groups, .integer, default: .integer(1)),
      ParameterSpecification(.flip, .flag, default: .flag(false)),
    ],
    layout: .planes,
    makePlan: { shapes, parameters throws(ExperimentError) in try ConvolutionPlan(shapes, parameters) })
}
