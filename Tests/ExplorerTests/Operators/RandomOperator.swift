import ConvolutionEngine

@testable import Explorer

/// An explorer on an operator with options drawn at random, made by actions alone.
enum RandomOperator {
  static func state(_ operation: OperatorName, _ random: inout SplitMix64) throws -> ExplorerState {
    func number(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.next() % UInt64(range.count))
    }
    let channels = number(1...2)
    let shape = try Shape(
      batch: number(1...2), channels: channels, height: operation.isForSignals ? 1 : number(1...7), width: number(1...8)
    )
    let values = (0..<shape.count).map { _ in Float(number(-40...40)) / 8 }
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(Padding(2))))
    try state.apply(.load(.input, try Tensor(shape: shape, values: values), name: "random"))
    try state.apply(.operation(operation, row: nil))
    let description = OperatorCatalog.description(of: operation)
    for specification in description.parameters {
      let wished: ParameterValue? =
        switch specification.kind {
        case .axes: .axes(PerAxis(vertical: number(1...3), horizontal: number(1...3)))
        case .integer: .integer(number(specification.name == .axis ? -4...3 : 1...3))
        case .number: .number(Double(number(1...8)) / 8)
        case .numbers: .numbers(PerAxis(Double(number(1...4)) / 2))
        case .sides:
          .sides(Padding(top: number(0...2), left: number(0...2), bottom: number(0...2), right: number(0...2)))
        case .ends: .ends(AxisPadding(before: number(0...2), after: number(0...2)))
        case .modes: .modes(PerAxis(PaddingMode.allCases[number(0...3)]))
        case .mode: .mode(PaddingMode.allCases[number(0...3)])
        case .signalMode: .signalMode(SignalMode.allCases[number(0...2)])
        case .flag: .flag(number(0...1) == 1)
        }
      // What is refused leaves the parameter as it was.
      if number(0...2) > 0, let wished { _ = try? state.apply(.set(specification.name, wished)) }
    }
    if operation.hasWeights { weigh(&state) { number($0) } }
    try state.apply(.step(.first))
    return state
  }

  /// Filters of random weights, perhaps of another size, and perhaps a bias; what is refused leaves what was there.
  private static func weigh(_ state: inout ExplorerState, _ number: (ClosedRange<Int>) -> Int) {
    let isSignal = state.experiment.operation.isForSignals
    let size = PerAxis(vertical: isSignal ? 1 : number(1...4), horizontal: number(1...4))
    _ = try? state.apply(.resize(.weights, size))
    let groups = state.experiment.parameters.groups
    _ = try? state.apply(.randomFilters(groups * number(1...3), seed: UInt64(number(1...1000))))
    guard number(0...1) == 1 else { return }
    let last = state.outputShape.channels - 1
    _ = try? state.apply(.edit(.bias, Coordinate(channel: last, row: 0, column: 0), Float(number(-8...8)) / 8))
  }
}
