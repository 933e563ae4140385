import ConvolutionEngine
import Testing

/// Experiments drawn at random for any operator, so that tests over the catalogue need no line of their own for a new one.
struct RandomExperiment {
  let description: OperatorDescription
  let kind: ValueKind

  /// Operands and parameters that fit; draws again, up to a thousand times, what the operator refuses.
  func draw(_ generator: inout SplitMix64) throws -> Experiment {
    for _ in 0..<1000 {
      let sizes = Sizes(&generator)
      var operands = Operands([:])
      let optional = generator.integer(0...1) == 1 ? description.optionalOperands : []
      for name in description.requiredOperands + optional {
        operands[name] = try generator.values(kind, try sizes.shape(of: name, for: description.name))
      }
      var parameters = Parameters(defaultsOf: description.parameters)
      for specification in description.parameters where generator.integer(0...2) > 0 {
        parameters[specification.name] = sizes.value(of: specification, &generator)
      }
      if let experiment = try? Experiment(
        operation: description.name, operands: operands, parameters: parameters)
      {
        return experiment
      }
    }
    throw Exhausted(operation: description.name)
  }

  struct Exhausted: Error {
    let operation: OperatorName
  }

  /// Sides that the shapes of all operands are made of.
  private struct Sizes {
    let batch: Int
    let groups: Int
    let channels: Int
    let filters: Int
    let input: PerAxis<Int>
    let kernel: PerAxis<Int>
    /// An axis of the input, and the extent that a second input has along it.
    let axis: Int
    let extent: Int

    init(_ generator: inout SplitMix64) {
      batch = generator.integer(1...2)
      groups = generator.integer(1...2)
      channels = groups * generator.integer(1...2)
      filters = groups * generator.integer(1...2)
      input = PerAxis(vertical: generator.integer(1...8), horizontal: generator.integer(1...9))
      kernel = PerAxis(vertical: generator.integer(1...4), horizontal: generator.integer(1...5))
      axis = generator.integer(0...3)
      extent = generator.integer(0...4)
    }

    /// A shape for an operand; one-dimensional operators have one row.
    func shape(of operand: OperandName, for operation: OperatorName) throws -> Shape {
      let isSignal = operation.rawValue.hasSuffix("1d")
      let (height, kernelHeight) = isSignal ? (1, 1) : (input.vertical, kernel.vertical)
      switch (operand, operation) {
      case (.weights, .linear): return try Shape(height: filters, width: input.horizontal)
      case (.weights, .batchNorm), (.bias, .batchNorm), (.runningMean, _), (.runningVariance, _):
        return try Shape(channels: channels, height: 1, width: 1)
      case (.query, _): return try Shape(batch: batch, channels: channels, height: height, width: kernel.vertical)
      case (.key, _):
        return try Shape(batch: batch, channels: channels, height: input.horizontal, width: kernel.vertical)
      case (.value, _):
        return try Shape(batch: batch, channels: channels, height: input.horizontal, width: kernel.horizontal)
      case (.theta, _): return try Shape(batch: batch, height: 2, width: 3)
      case (.secondInput, .concat):
        var sides = [batch, channels, height, input.horizontal]
        sides[axis] = extent
        return try Shape(batch: sides[0], channels: sides[1], height: sides[2], width: sides[3])
      case (.weights, .convTranspose1d), (.weights, .convTranspose2d):
        return try Shape(
          batch: channels, channels: filters / groups, height: kernelHeight, width: kernel.horizontal)
      case (.weights, _):
        return try Shape(
          batch: filters, channels: channels / groups, height: kernelHeight, width: kernel.horizontal)
      case (.bias, _): return try Shape(channels: filters, height: 1, width: 1)
      default: return try Shape(batch: batch, channels: channels, height: height, width: input.horizontal)
      }
    }

    /// A value for a parameter, usually legal.
    func value(of specification: ParameterSpecification, _ generator: inout SplitMix64) -> ParameterValue? {
      switch (specification.name, specification.kind) {
      case (.groups, _): .integer(groups)
      case (_, .axes):
        .axes(PerAxis(vertical: generator.integer(1...3), horizontal: generator.integer(1...3)))
      case (.outputPadding, .integer): .integer(generator.integer(0...2))
      case (.axis, _): .integer(generator.integer(0...1) == 0 ? axis : axis - 4)
      case (_, .integer): .integer(generator.integer(1...3))
      case (_, .number): .number(Double(generator.integer(1...8)) / 8)
      case (_, .numbers):
        .numbers(
          PerAxis(vertical: Double(generator.integer(1...6)) / 2, horizontal: Double(generator.integer(1...6)) / 2))
      case (_, .sides):
        generator.integer(0...3) == 0
          ? generator.element(of: NamedPadding.allCases).map { .named($0) }
          : .sides(
            Padding(
              top: generator.integer(0...3), left: generator.integer(0...3), bottom: generator.integer(0...3),
              right: generator.integer(0...3)))
      case (_, .ends):
        generator.integer(0...3) == 0
          ? generator.element(of: NamedPadding.allCases).map { .named($0) }
          : .ends(AxisPadding(before: generator.integer(0...3), after: generator.integer(0...3)))
      case (_, .modes):
        .modes(
          PerAxis(
            vertical: generator.element(of: PaddingMode.allCases) ?? .zeros,
            horizontal: generator.element(of: PaddingMode.allCases) ?? .zeros))
      case (_, .mode): generator.element(of: PaddingMode.allCases).map { .mode($0) }
      case (_, .signalMode): generator.element(of: SignalMode.allCases).map { .signalMode($0) }
      case (_, .flag): .flag(generator.integer(0...1) == 1)
      }
    }
  }
}
