extension OperatorDescription {
  /// PyTorch's `Conv1d`, and NumPy's `convolve` and `correlate` by a mode: a signal is a plane of one row.
  ///
  /// Input N×C×1×L, weights O×(C/groups)×1×k, bias 1×O×1×1, output N×O×1×L′; the rule of `conv2d` along the row.
  /// A `mode` takes the place of the padding. With `flip`, the sum times the sample step `dt` is the Riemann sum of
  /// (f ∗ g)(x) = ∫ f(z)·g(x − z) dz over samples `dt` apart.
  ///
  /// Source: PyTorch, `torch.nn.Conv1d`; modes as in `scipy.signal.convolve`.
  public static let conv1d = OperatorDescription(
    name: .conv1d,
    requiredOperands: [.input, .weights],
    optionalOperands: [.bias],
    parameters: [
      ParameterSpecification(.stride, .integer, default: .integer(1)),
      ParameterSpecification(.padding, .ends, default: .ends(AxisPadding(0))),
      ParameterSpecification(.paddingMode, .mode, default: .mode(.zeros)),
      ParameterSpecification(.dilation, .integer, default: .integer(1)),
      ParameterSpecification(.groups, .integer, default: .integer(1)),
      ParameterSpecification(.flip, .flag, default: .flag(false)),
      ParameterSpecification(.mode, .signalMode, default: nil),
      ParameterSpecification(.sampleStep, .number, default: .number(1)),
    ],
    layout: .signals,
    makePlan: { shapes, parameters throws(ExperimentError) in try ConvolutionPlan(shapes, parameters) })
}
