import ConvolutionEngine
import TestSupport

/// Convolutions of every geometry, small enough to be looked at cell by cell.
enum RandomConvolution {
  /// One with whole numbers from −4 to 4 and, half of the time, a bias.
  static func draw(_ operation: OperatorName = .conv2d, using random: inout SeededGenerator) throws -> Experiment {
    for _ in 0..<1000 {
      let isSignal = operation == .conv1d
      let groups = Int.random(in: 1...2, using: &random)
      let channels = groups * Int.random(in: 1...2, using: &random)
      let filters = groups * Int.random(in: 1...2, using: &random)
      let input = try Shape(
        batch: Int.random(in: 1...2, using: &random), channels: channels,
        height: isSignal ? 1 : Int.random(in: 1...7, using: &random), width: Int.random(in: 1...7, using: &random))
      let weights = try Shape(
        batch: filters, channels: channels / groups, height: isSignal ? 1 : Int.random(in: 1...4, using: &random),
        width: Int.random(in: 1...4, using: &random))
      var operands = Operands([
        .input: try tensor(input, &random), .weights: try tensor(weights, &random),
      ])
      if Bool.random(using: &random) {
        operands[.bias] = try tensor(try Shape(channels: filters, height: 1, width: 1), &random)
      }
      var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: operation).parameters)
      parameters[.groups] = .integer(groups)
      parameters[.flip] = .flag(Bool.random(using: &random))
      if isSignal {
        parameters[.stride] = .integer(Int.random(in: 1...3, using: &random))
        parameters[.dilation] = .integer(Int.random(in: 1...3, using: &random))
        parameters[.padding] = .ends(
          AxisPadding(before: Int.random(in: 0...3, using: &random), after: Int.random(in: 0...3, using: &random)))
        parameters[.paddingMode] = .mode(PaddingMode.allCases.randomElement(using: &random) ?? .zeros)
        parameters[.sampleStep] = .number([1, 0.5, 0.25].randomElement(using: &random) ?? 1)
      } else {
        parameters[.stride] = .axes(axes(1...3, &random))
        parameters[.dilation] = .axes(axes(1...3, &random))
        parameters[.padding] = .sides(padding(&random))
        parameters[.paddingMode] = .modes(
          PerAxis(
            vertical: PaddingMode.allCases.randomElement(using: &random) ?? .zeros,
            horizontal: PaddingMode.allCases.randomElement(using: &random) ?? .zeros))
      }
      if let experiment = try? Experiment(operation: operation, operands: operands, parameters: parameters) {
        return experiment
      }
    }
    throw TestFailure("no convolution in a thousand draws")
  }

  private static func axes(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> PerAxis<Int> {
    PerAxis(vertical: .random(in: range, using: &random), horizontal: .random(in: range, using: &random))
  }

  private static func padding(_ random: inout SeededGenerator) -> Padding {
    if Bool.random(using: &random) { return Padding(.random(in: 0...3, using: &random)) }
    return Padding(
      top: .random(in: 0...3, using: &random), left: .random(in: 0...3, using: &random),
      bottom: .random(in: 0...3, using: &random), right: .random(in: 0...3, using: &random))
  }

  private static func tensor(_ shape: Shape, _ random: inout SeededGenerator) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(Int.random(in: -4...4, using: &random)) })
  }
}
