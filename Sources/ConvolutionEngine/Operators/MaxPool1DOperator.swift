extension OperatorDescription {
  /// PyTorch's `MaxPool1d`, with padding per end or by name: a signal is a plane of one row.
  ///
  /// Input N×C×1×L, output N×C×1×L′; the rule of `maxPool2d` along the row.
  ///
  /// Source: PyTorch, `torch.nn.MaxPool1d`.
  public static let maxPool1d = OperatorDescription(
    name: .maxPool1d,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.kernelSize, .integer, default: .integer(2), isRequired: true),
      ParameterSpecification(.stride, .integer, default: nil),
      ParameterSpecification(.padding, .ends, default: .ends(AxisPadding(0))),
      ParameterSpecification(.dilation, .integer, default: .integer(1)),
      ParameterSpecification(.ceilMode, .flag, default: .flag(false)),
    ],
    layout: .signals,
    makePlan: { shapes, parameters throws(ExperimentError) in try MaxPoolPlan(shapes, parameters) })
}
