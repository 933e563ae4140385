import ConvolutionEngine
import Explorer
import TerminalKit
import TestSupport

@testable import Workbench

/// Edits drawn at random for any operator that can be stepped, as lines of actions; what is not legal is refused, and that
/// is part of the game.
enum RandomWorkbench {
  /// A workbench on an operator after some edits.
  static func state(
    _ operation: OperatorName, edits: Int, size: Size = ScreenExamples.ordinary, using random: inout SeededGenerator
  ) throws -> WorkbenchState {
    var state = try ScreenExamples.workbench(size)
    _ = state.run(line: "operator \(operation.rawValue)")
    for _ in 0..<edits { edit(&state, using: &random) }
    return state
  }

  /// One more edit of the input, the weights or a parameter.
  static func edit(_ state: inout WorkbenchState, using random: inout SeededGenerator) {
    func number(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> Int {
      Int.random(in: range, using: &random)
    }
    let description = OperatorCatalog.description(of: state.explorer.experiment.operation)
    let lines: [String]
    switch number(0...9, &random) {
    case 0...4:
      guard let specification = description.parameters.randomElement(using: &random) else { return }
      lines = ["set \(specification.name.rawValue) \(value(of: specification, using: &random))"]
    case 5: lines = ["filters \(number(1...3, &random)) random \(number(1...99, &random))"]
    case 6: lines = ["channels \(number(1...3, &random))"]
    case 7: lines = ["resize kernel \(number(1...3, &random))x\(number(1...4, &random))", "edit bias 0 0.5"]
    case 8: lines = ["resize input \(number(1...6, &random))x\(number(3...8, &random))"]
    default:
      lines = ["edit input 0 \(number(0...2, &random)) \(number(-9...9, &random))", "edit kernel 0 0 -1.5"]
    }
    for line in lines { _ = state.run(line: line) }
    state.message = nil
  }

  private static func value(of specification: ParameterSpecification, using random: inout SeededGenerator) -> String {
    func number(_ range: ClosedRange<Int>) -> String { "\(Int.random(in: range, using: &random))" }
    switch specification.kind {
    case .axes, .integer: return number(specification.name == .axis ? 0...3 : 1...3)
    case .number, .numbers: return ["0.5", "1", "1.5", "2"].randomElement(using: &random) ?? "1"
    case .sides, .ends: return "\(number(0...2)),\(number(0...2))"
    case .modes, .mode: return PaddingMode.allCases.randomElement(using: &random)?.rawValue ?? "zeros"
    case .signalMode: return SignalMode.allCases.randomElement(using: &random)?.rawValue ?? "full"
    case .flag: return Bool.random(using: &random) ? "true" : "false"
    }
  }
}
