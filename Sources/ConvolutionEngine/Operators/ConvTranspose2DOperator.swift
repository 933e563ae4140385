extension OperatorDescription {
  /// PyTorch's `ConvTranspose2d`, with cropping per side and an optional flip of the kernel.
  ///
  /// Input N×C×H×W, weights C×(O/groups)×kH×kW, bias 1×O×1×1, output N×O×H′×W′; see `TransposedConvolution`:
  /// out(n,o,y,x) = bias(o) + Σ_c Σ_a Σ_b weights(c,o,a,b) · input(n,c,i,j) over all taps with
  /// i·stride + a·dilation − top = y and j·stride + b·dilation − left = x.
  ///
  /// Source: PyTorch, `torch.nn.ConvTranspose2d`.
  public static let convTranspose2d = OperatorDescription(
    name: .convTranspose2d,
    requiredOperands: [.input, .weights],
    optionalOperands: [.bias],
    parameters: [
      ParameterSpecification(.stride, .axes, default: .axes(PerAxis(1))),
      ParameterSpecification(.padding, .sides, default: .sides(.none)),
      ParameterSpecification(.paddingMode, .modes, default: .modes(PerAxis(.zeros))),
      ParameterSpecification(.outputPadding, .axes, default: .axes(PerAxis(0))),
      ParameterSpecification(.dilation, .axes, default: .axes(PerAxis(1))),
      ParameterSpecification(.groups, .integer, default: .integer(1)),
      ParameterSpecification(.flip, .flag, default: .flag(false)),
    ],
    layout: .planes,
    makePlan: { shapes, parameters throws(ExperimentError) in try TransposedConvolutionPlan(shapes, parameters) })
}
