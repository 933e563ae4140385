import ConvolutionEngine

/// The parameters of an operator that takes the place of another one: what had been set stays set where there is a parameter
/// of that name and the value is legal.
struct AdoptedParameters {
  private let description: OperatorDescription
  private let input: Shape
  private let wanted: [(name: ParameterName, value: ParameterValue)]

  init(from old: Experiment, for operation: OperatorName, input: Shape) {
    description = OperatorCatalog.description(of: operation)
    self.input = input
    let before = OperatorCatalog.description(of: old.operation)
    // A value that was never set is no wish: the stride of 1 of a convolution is not what one wants of a pool.
    wanted = description.parameters.compactMap { specification in
      guard
        let value = old.parameters[specification.name],
        value != before.specification(of: specification.name)?.defaultValue,
        let adopted = specification.adopted(fromOtherRank: value, isSignal: input.height == 1)
      else { return nil }
      return (specification.name, adopted)
    }
  }

  /// The experiment with as many of the wanted values as go together; the first ones have precedence.
  func experiment(with operands: Operands) throws(ExperimentError) -> Experiment {
    func attempt(_ values: [(name: ParameterName, value: ParameterValue)]) throws(ExperimentError) -> Experiment {
      var parameters = defaults
      for (name, value) in values { parameters[name] = value }
      return try Experiment(operation: description.name, operands: operands, parameters: parameters)
    }
    if let all = try? attempt(wanted) { return all }
    for index in wanted.indices {
      var fewer = wanted
      fewer.remove(at: index)
      if let experiment = try? attempt(fewer) { return experiment }
    }
    var kept: [(name: ParameterName, value: ParameterValue)] = []
    for wish in wanted where (try? attempt(kept + [wish])) != nil { kept.append(wish) }
    return try attempt(kept)
  }

  /// The defaults, with a window that is no larger than the input.
  private var defaults: Parameters {
    var parameters = Parameters(defaultsOf: description.parameters)
    parameters[.kernelSize] = parameters[.kernelSize]?.window(within: input)
    return parameters
  }
}

extension ParameterValue {
  /// The size of a window cut to an input.
  fileprivate func window(within input: Shape) -> ParameterValue {
    switch self {
    case .axes(let size):
      .axes(
        PerAxis(
          vertical: max(1, min(size.vertical, input.height)), horizontal: max(1, min(size.horizontal, input.width))))
    case .integer(let size): .integer(max(1, min(size, input.width)))
    default: self
    }
  }
}

extension Experiment {
  /// What changes with another input: a pool's window that had been cut to the present one is as large again as it can be.
  func windowFollowing(_ input: Shape) -> [ParameterName: ParameterValue] {
    guard
      let usual = OperatorCatalog.description(of: operation).specification(of: .kernelSize)?.defaultValue,
      parameters[.kernelSize] != usual, parameters[.kernelSize] == usual.window(within: inputShape)
    else { return [:] }
    return [.kernelSize: usual.window(within: input)]
  }
}

extension ParameterSpecification {
  /// `value` as this parameter takes it, also from an operator with another number of axes: of a pair the horizontal one is
  /// for signals.
  fileprivate func adopted(fromOtherRank value: ParameterValue, isSignal: Bool) -> ParameterValue? {
    switch (kind, value) {
    case (.integer, .axes(let pair)): .integer(pair.horizontal)
    case (.axes, .integer(let number)) where isSignal: .axes(PerAxis(vertical: 1, horizontal: number))
    case (.ends, .sides(let padding)): .ends(AxisPadding(before: padding.left, after: padding.right))
    case (.sides, .ends(let ends)) where isSignal || ends.before != ends.after:
      .sides(Padding(top: 0, left: ends.before, bottom: 0, right: ends.after))
    case (.mode, .modes(let modes)): .mode(modes.horizontal)
    default: adopted(value)
    }
  }
}
