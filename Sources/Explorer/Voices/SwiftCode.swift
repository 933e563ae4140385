import ConvolutionEngine

/// A step of any operator in Swift, with the `ConvolutionEngine` of this project.
package struct SwiftCode {
  let experiment: Experiment

  package init(experiment: Experiment) {
    self.experiment = experiment
  }

  func step(_ cell: Coordinate, products: Int?) -> StepCode {
    let place = Self.literal(cell)
    let line =
      switch products {
      case nil: "experiment.value(at: \(place))"
      case 0: "let sum = 0.0"
      case let count?: "experiment.trace(at: \(place)).runningValues[\(count - 1)]"
      }
    return StepCode(preparation: preparation, line: line)
  }

  /// The experiment, with the parameters that have not their usual values.
  package var preparation: [String] {
    let description = OperatorCatalog.description(of: experiment.operation)
    let operands = (description.requiredOperands + description.optionalOperands)
      .filter { experiment.operands[$0] != nil }
      .map { ".\($0): \(Self.variable($0))" }
    let changes = description.parameters.compactMap { specification -> String? in
      guard
        let value = experiment.parameters[specification.name], value != specification.defaultValue
      else { return nil }
      return "parameters[.\(specification.name)] = \(Self.literal(value))"
    }
    let name = ".\(experiment.operation)"
    let made = "try Experiment(operation: \(name), operands: Operands([\(operands.joined(separator: ", "))])"
    guard !changes.isEmpty else { return ["let experiment = \(made))"] }
    // All at once, because a kernel may fit only with the padding.
    return ["var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: \(name)).parameters)"] + changes
      + ["let experiment = \(made), parameters: parameters)"]
  }

  /// The short names that the other languages use as well.
  private static func variable(_ operand: OperandName) -> String {
    switch operand {
    case .input: "x"
    case .weights: "w"
    case .bias: "b"
    default: "\(operand)"
    }
  }

  private static func literal(_ cell: Coordinate) -> String {
    let parts = [("batch", cell.batch), ("channel", cell.channel)].filter { $0.1 != 0 }
    let all = parts + [("row", cell.row), ("column", cell.column)]
    return "Coordinate(\(all.map { "\($0.0): \($0.1)" }.joined(separator: ", ")))"
  }

  private static func literal(_ value: ParameterValue) -> String {
    switch value {
    case .axes(let pair): ".axes(\(perAxis(pair) { "\($0)" }))"
    case .integer(let number): ".integer(\(number))"
    case .number(let number): ".number(\(NumberText.shortest(number)))"
    case .numbers(let pair): ".numbers(\(perAxis(pair) { NumberText.shortest($0) }))"
    case .sides(let padding): ".sides(\(literal(padding)))"
    case .ends(let ends):
      ends.before == ends.after
        ? ".ends(AxisPadding(\(ends.before)))" : ".ends(AxisPadding(before: \(ends.before), after: \(ends.after)))"
    case .named(let name): ".named(.\(name))"
    case .modes(let pair): ".modes(\(perAxis(pair) { ".\($0)" }))"
    case .mode(let mode): ".mode(.\(mode))"
    case .signalMode(let mode): ".signalMode(.\(mode))"
    case .flag(let flag): ".flag(\(flag))"
    }
  }

  private static func perAxis<Value: Equatable>(_ pair: PerAxis<Value>, _ text: (Value) -> String) -> String {
    pair.vertical == pair.horizontal
      ? "PerAxis(\(text(pair.vertical)))"
      : "PerAxis(vertical: \(text(pair.vertical)), horizontal: \(text(pair.horizontal)))"
  }

  private static func literal(_ padding: Padding) -> String {
    padding == Padding(padding.top)
      ? "Padding(\(padding.top))"
      : "Padding(top: \(padding.top), left: \(padding.left), bottom: \(padding.bottom), right: \(padding.right))"
  }
}
