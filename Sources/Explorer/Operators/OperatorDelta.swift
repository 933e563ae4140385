import ConvolutionEngine

/// Another operator with everything that changes for it: what undo takes back as one step.
struct OperatorDelta: Sendable {
  let operation: OperatorName
  let parameters: Parameters
  /// The operands afterwards, in order.
  let names: [OperandName]
  /// Those of them that are not the present ones, so that a large picture that stays is not kept twice.
  let replaced: [OperandName: Tensor]
  let origins: [OperandName: GridOrigin]
  let setAside: [OperandName: SetAside]
}

extension ExplorerDocument {
  /// Changes the operator and returns the way back.
  mutating func apply(_ delta: OperatorDelta) throws(ExperimentError) -> OperatorDelta {
    let old = experiment
    var operands = Operands([:])
    for name in delta.names { operands[name] = delta.replaced[name] ?? old.operands[name] }
    var lost: [OperandName: Tensor] = [:]
    for name in old.operands.names where delta.replaced[name] != nil || !delta.names.contains(name) {
      lost[name] = old.operands[name]
    }
    let inverse = OperatorDelta(
      operation: old.operation, parameters: old.parameters, names: old.operands.names, replaced: lost,
      origins: origins, setAside: setAside)
    experiment = try Experiment(operation: delta.operation, operands: operands, parameters: delta.parameters)
    origins = delta.origins
    setAside = delta.setAside
    return inverse
  }
}
