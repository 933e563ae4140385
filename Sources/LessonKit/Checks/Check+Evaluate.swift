import ConvolutionEngine
import Explorer

extension Check {
  /// Judges what was observed. Complexity: that of one output cell, or of a small output for `OutputPredicate`.
  package func evaluate(_ observation: Observation) -> Verdict {
    switch self {
    case .question(let question):
      return observation.answer.map { question.judge($0, state: observation.state, probes: observation.probes) }
        ?? .notYet
    case .edits(let limit):
      let made = observation.state.history.undoCount - observation.start.history.undoCount
      return made > limit ? .wrong(.tooManyEdits(made, limit: limit)) : .passed
    case .all(let checks):
      return Verdict(all: checks.map { $0.evaluate(observation) })
    case .any(let checks):
      return Verdict(any: checks.map { $0.evaluate(observation) })
    case .not(let check):
      return Verdict(check.evaluate(observation) != .passed)
    default:
      return Verdict(holds(for: observation))
    }
  }

  /// Whether what is looked at is as asked; nothing of it can be wrong in a way that is told.
  private func holds(for observation: Observation) -> Bool {
    let state = observation.state
    let experiment = state.experiment
    switch self {
    case .reachCell(let row, let column): return state.cell.row == row && state.cell.column == column
    case .parameter(let name, let value):
      let specification = OperatorCatalog.description(of: experiment.operation).specification(of: name)
      return specification.map { experiment.parameters[name] == $0.adopted(value) } ?? false
    case .operation(let operation): return experiment.operation == operation
    case .kernelEquals(let tensor, let freedoms):
      return experiment.operands[.weights]?.isSame(as: tensor, upTo: freedoms) == true
    case .kernel(let fact): return fact.holds(for: state)
    case .inputEquals(let tensor): return experiment.operands[.input]?.isSame(as: tensor, upTo: []) == true
    case .cell(let operand, let row, let column, let test):
      let place = Coordinate(row: row, column: column)
      guard let tensor = experiment.operands[operand], tensor.shape.contains(place) else { return false }
      return test.accepts(tensor[place])
    case .unchanged(let operand):
      return experiment.operands[operand] == observation.start.experiment.operands[operand]
    case .unchangedOutput: return observation.hasSameOutput
    case .output(let predicate): return predicate.holds(for: state, output: observation.output)
    case .weightCount(let test):
      let operands: [OperandName] = [.weights, .bias]
      return test.accepts(operands.reduce(0) { $0 + (experiment.operands[$1]?.shape.count ?? 0) })
    case .productCount(let test):
      let (count, overflow) = experiment.outputShape.count.multipliedReportingOverflow(by: experiment.plan.termsPerCell)
      return !overflow && test.accepts(count)
    case .comparison(let kind): return kind.holds(for: state)
    case .difference(let test, let rim): return observation.hasDifference(test, rim: rim)
    case .study(let name): return state.document.study?.name == name
    case .targetIsSet: return state.document.target != nil
    case .residual(let test): return observation.hasResidual(test)
    case .dense(let fact): return fact.holds(for: state)
    case .stack(let fact): return fact.holds(for: state)
    case .predicted(let test):
      let (score, before) = (state.predictionRun.score, observation.start.predictionRun.score)
      return score.skipped == before.skipped && test.accepts(score.right - before.right)
    case .question, .edits, .all, .any, .not: return false
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

  /// What is done outweighs a wrong answer, and that outweighs what is still to be done.
  fileprivate init(any verdicts: [Verdict]) {
    let wrong = verdicts.first { if case .wrong = $0 { true } else { false } }
    self = verdicts.contains(.passed) ? .passed : wrong ?? .notYet
  }
}

extension ComparisonKind {
  fileprivate func holds(for state: ExplorerState) -> Bool {
    let comparison = state.comparison
    guard comparison.shift == nil else { return self == .shift || self == .any }
    return switch (self, comparison.other) {
    case (.none, nil), (.algorithm, .algorithm?), (.file, .file?), (.target, .target?), (.any, .some): true
    default: false
    }
  }
}

extension Observation {
  /// Whether the output is as it was at the start; false as well for one that is too large to be computed here and not known.
  fileprivate var hasSameOutput: Bool {
    let (now, before) = (state.experiment, start.experiment)
    guard now != before else { return true }
    guard now.outputShape == before.outputShape, isSmall(before) else { return false }
    return (0..<now.outputShape.count).allSatisfy { offset in
      let cell = now.outputShape.coordinate(at: offset)
      return (output?.shape == now.outputShape ? output?[cell] : nil) ?? now.value(at: cell) == before.value(at: cell)
    }
  }

  /// Whether our output less the other one is as asked, at least `rim` cells inside; cells that have no other are passed over.
  fileprivate func hasDifference(_ test: NumberTest, rim: Int) -> Bool {
    let shape = state.outputShape
    guard 2 * rim < shape.height, 2 * rim < shape.width, isSmall(state.experiment) else { return false }
    let known: OtherOutput? = if case .ready(let result) = state.comparisonState { result.other } else { nil }
    guard let other = known ?? state.comparisonRequest?.result()?.other else { return false }
    return (0..<shape.count).allSatisfy { offset in
      let cell = shape.coordinate(at: offset)
      guard (rim..<(shape.height - rim)).contains(cell.row), (rim..<(shape.width - rim)).contains(cell.column),
        let value = other.value(at: cell)
      else { return true }
      let difference = ComparedNumbers(ours: state.experiment.value(at: cell), other: value).difference
      // No difference is none at all: what is compared are bits, not what a learner aims at.
      return test == .equals(0) ? difference == 0 : test.accepts(Float(difference))
    }
  }

  /// Whether the output is as near to the target as asked; false for an output that is too large to be computed here.
  fileprivate func hasResidual(_ test: NumberTest) -> Bool {
    let experiment = state.experiment
    let known = output?.shape == experiment.outputShape ? output : nil
    guard let target = state.document.target, known != nil || isSmall(experiment),
      let report = FitReport(of: experiment, to: target, output: known)
    else { return false }
    return test.accepts(Float(report.residual))
  }

  private func isSmall(_ experiment: Experiment) -> Bool {
    experiment.outputShape.count <= OutputPredicate.productLimit / max(1, experiment.plan.termsPerCell)
  }
}
