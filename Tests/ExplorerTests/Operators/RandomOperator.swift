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
    return state
  }
}
