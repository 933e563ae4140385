extension OperatorDescription {
  /// PyTorch's `ConvTranspose1d`, with cropping per end and an optional flip of the kernel: a signal is a plane of one row.
  ///
  /// Input N×C×1×L, weights C×(O/groups)×1×k, bias 1×O×1×1, output N×O×1×L′; the rule of `convTranspose2d` along the row.
  ///
  /// Source: PyTorch, `torch.nn.ConvTranspose1d`.
  public static let convTranspose1d = OperatorDescription(
    name: .convTranspose1d,
    requiredOperands: [.input, .weights],
    optionalOperands: [.bias],
    parameters: [
      ParameterSpecification(.stride, .integer, default: .integer(1)),
      ParameterSpecification(.padding, .ends, default: .ends(AxisPadding(0))),
      ParameterSpecification(.paddingMode, .mode, default: .mode(.zeros)),
      ParameterSpecification(.outputPadding, .integer, default: .integer(0)),
      ParameterSpecification(.dilation, .integer, default: .integer(1)),
      ParameterSpecification(.groups, .integer, default: .integer(1)),
      ParameterSpecification(.flip, .flag, default: .flag(false)),
    ],
    layout: .signals,
    makePlan: { shapes, parameters throws(ExperimentError) in try TransposedConvolutionPlan(shapes, parameters) })
}
