extension OperatorDescription {
  /// PyTorch's `AvgPool1d`, with padding per end or by name: a signal is a plane of one row.
  ///
  /// Input N×C×1×L, output N×C×1×L′; the rule of `avgPool2d` along the row.
  ///
  /// Source: PyTorch, `torch.nn.AvgPool1d`.
  public static let avgPool1d = OperatorDescription(
    name: .avgPool1d,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [
      ParameterSpecification(.kernelSize, .integer, default: .integer(2), isRequired: true),
      ParameterSpecification(.stride, .integer, default: nil),
      ParameterSpecification(.padding, .ends, default: .ends(AxisPadding(0))),
      ParameterSpecification(.ceilMode, .flag, default: .flag(false)),
      ParameterSpecification(.countIncludePad, .flag, default: .flag(true)),
    ],
    layout: .signals,
    makePlan: { shapes, parameters throws(ExperimentError) in try AveragePoolPlan(shapes, parameters) })
}
