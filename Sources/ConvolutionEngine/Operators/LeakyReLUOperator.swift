extension OperatorDescription {
  /// PyTorch's `LeakyReLU`: out = input where input > 0, negative-slope · input elsewhere.
  ///
  /// Input and output N×C×H×W. The slope is any finite number, 0.01 unless given; it is not rounded to Float32.
  ///
  /// Source: PyTorch, `torch.nn.LeakyReLU`.
  public static let leakyRelu = OperatorDescription(
    name: .leakyRelu,
    requiredOperands: [.input],
    optionalOperands: [],
    parameters: [ParameterSpecification(.negativeSlope, .number, default: .number(0.01))],
    layout: .elements,
    makePlan: { shapes, parameters throws(ExperimentError) in
      let largest = Double.greatestFiniteMagnitude
      let slope = try parameters.number(.negativeSlope, in: -largest...largest, default: 0.01)
      return try ActivationPlan(.leak(slope: slope), shapes)
    })
}

extension Parameters {
  /// A number that must lie in `legal`.
  ///
  /// - Throws: `ExperimentError.parameterValue`, also for NaN.
  func number(
    _ name: ParameterName, in legal: ClosedRange<Double>, default standard: Double
  ) throws(ExperimentError) -> Double {
    let number = number(name) ?? standard
    guard legal.contains(number) else { throw .parameterValue(name, .number(number), legal: .numbers(legal)) }
    return number
  }
}
