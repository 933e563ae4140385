import ConvolutionEngine
import Explorer

extension Check {
  /// Judges what was observed. Complexity: that of one output cell, or of a small output for `OutputPredicate`.
  package func evaluate(_ observation: Observation) -> Verdict {
    let state = observation.state
    let experiment = state.experiment
    switch self {
    case .reachCell(let row, let column):
      return Verdict(state.cell.row == row && state.cell.column == column)
    case .parameter(let name, let value):
      guard let specification = OperatorCatalog.description(of: experiment.operation).specification(of: name) else {
        return .notYet
      }
      return Verdict(experiment.parameters[name] == specification.adopted(value))
    case .kernelEquals(let tensor):
      return Verdict(experiment.operands[.weights]?.hasSameNumbers(as: tensor) == true)
    case .inputEquals(let tensor):
      return Verdict(experiment.operands[.input]?.hasSameNumbers(as: tensor) == true)
    case .cell(let operand, let row, let column, let test):
      let place = Coordinate(row: row, column: column)
      guard let tensor = experiment.operands[operand], tensor.shape.contains(place) else { return .notYet }
      return Verdict(test.accepts(tensor[place]))
    case .unchanged(let operand):
      return Verdict(experiment.operands[operand] == observation.start.experiment.operands[operand])
    case .output(let predicate):
      return Verdict(predicate.holds(for: state, output: observation.output))
    case .predictNext:
      return observation.answer.map { NextCellQuestion(state: state).judge($0) } ?? .notYet
    case .all(let checks):
      return Verdict(all: checks.map { $0.evaluate(observation) })
    }
  }
}

extension Verdict {
  fileprivate init(_ isPassed: Bool) { self = isPassed ? .passed : .notYet }

  /// A wrong answer outweighs what is still to be done, and that outweighs what is done.
  fileprivate init(all verdicts: [Verdict]) {
    let wrong = verdicts.first { if case .wrong = $0 { true } else { false } }
    self = wrong ?? (verdicts.contains(.notYet) ? .notYet : .passed)
  }
}

extension NumberTest {
  /// Numbers this close count as equal: relative to the bound, and absolute near 0. Sums of thirds and ninths miss the
  /// decimal number that a learner aims at by a few units of 2⁻²⁴, which is less than 10⁻⁶ of it.
  static let tolerance: Float = 1e-5

  /// Whether a number passes; NaN never does.
  func accepts(_ value: Float) -> Bool {
    switch self {
    case .equals(let bound): abs(value - bound) <= Self.slack(bound)
    case .atLeast(let bound): value >= bound - Self.slack(bound)
    case .atMost(let bound): value <= bound + Self.slack(bound)
    }
  }

  private static func slack(_ bound: Float) -> Float { tolerance * max(1, abs(bound)) }
}

extension Tensor {
  /// Whether shape and numbers are the same; unlike `==`, 0 and −0 are the same number.
  fileprivate func hasSameNumbers(as other: Tensor) -> Bool {
    shape == other.shape && values.elementsEqual(other.values)
  }
}
