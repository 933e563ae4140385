import ConvolutionEngine

/// Chooses what another operator works on: the operands stay where they fit, and are set aside where they do not.
struct OperatorChange {
  private let old: Experiment
  private let operation: OperatorName
  private let row: Int
  private var origins: [OperandName: GridOrigin]
  private var setAside: [OperandName: SetAside]

  /// The change to an operator.
  ///
  /// - Parameter row: the input row that becomes the signal of a one-dimensional operator.
  /// - Throws: `ExplorerError.notSteppable`, or the reason why the operator cannot work on the input.
  static func delta(
    to operation: OperatorName, row: Int, in document: ExplorerDocument
  ) throws(ExplorerError) -> OperatorDelta {
    guard SteppableOperators.all.contains(operation) else { throw .notSteppable(operation) }
    var change = OperatorChange(
      old: document.experiment, operation: operation, row: row, origins: document.origins,
      setAside: document.setAside)
    do throws(ExperimentError) {
      return try change.delta()
    } catch {
      throw .experiment(error)
    }
  }

  private mutating func delta() throws(ExperimentError) -> OperatorDelta {
    let input = try fittingInput()
    let adopted = AdoptedParameters(from: old, for: operation, input: input.shape)
    var operands = Operands([.input: input])
    var experiment: Experiment?
    if operation.hasWeights {
      var refusal = ExperimentError.missingOperand(.weights)
      for candidate in weightCandidates(for: input.shape) {
        operands[.weights] = candidate.tensor
        do {
          experiment = try adopted.experiment(with: operands)
        } catch {
          refusal = error
          continue
        }
        origins[.weights] = candidate.origin
        setAside[.weights] = candidate.setAside
        break
      }
      guard experiment != nil else { throw refusal }
    } else {
      if let weights = old.operands[.weights] { lay(weights, asideAs: .weights, for: nil) }
      experiment = try adopted.experiment(with: operands)
    }
    guard var experiment else { throw .missingOperand(.weights) }
    addBias(to: &experiment)
    return delta(to: experiment)
  }

  /// The change with no more tensors in it than differ from the present ones.
  private func delta(to experiment: Experiment) -> OperatorDelta {
    var replaced: [OperandName: Tensor] = [:]
    for name in experiment.operands.names where experiment.operands[name] != old.operands[name] {
      replaced[name] = experiment.operands[name]
    }
    return OperatorDelta(
      operation: operation, parameters: experiment.parameters, names: experiment.operands.names, replaced: replaced,
      origins: origins, setAside: setAside)
  }

  private mutating func lay(_ tensor: Tensor, asideAs name: OperandName, for standIn: Tensor?) {
    setAside[name] = SetAside(
      tensor: tensor, origin: origins[name], operation: old.operation, standIn: standIn)
    origins[name] = standIn == nil ? nil : origins[name].map { GridOrigin(name: $0.name, isEdited: true) }
  }

  // MARK: Operands

  /// One row of a picture for a signal, and the picture again after that.
  private mutating func fittingInput() throws(ExperimentError) -> Tensor {
    guard let present = old.operands[.input] else { throw .missingOperand(.input) }
    if operation.isForSignals {
      guard present.shape.height > 1, let signal = present.row(max(0, min(row, present.shape.height - 1))) else {
        return present
      }
      lay(present, asideAs: .input, for: signal)
      return signal
    }
    guard let aside = setAside.removeValue(forKey: .input), aside.standIn == present else { return present }
    origins[.input] = aside.origin
    return aside.tensor
  }

  private struct WeightCandidate {
    let tensor: Tensor
    let origin: GridOrigin?
    let setAside: SetAside?
  }

  /// Weights from the most faithful to the most remote: those set aside, the present ones in the new form, their first
  /// kernel for every channel, then presets.
  private func weightCandidates(for input: Shape) -> [WeightCandidate] {
    let present = old.operands[.weights]
    let aside = setAside[.weights]
    var candidates: [WeightCandidate] = []
    func add(_ tensor: Tensor?, of source: Tensor, from origin: GridOrigin?, _ setAside: SetAside?) {
      guard let tensor else { return }
      let isEdited = tensor != source
      candidates.append(
        WeightCandidate(
          tensor: tensor, origin: isEdited ? origin.map { GridOrigin(name: $0.name, isEdited: true) } : origin,
          setAside: setAside))
    }
    func addForms(of tensor: Tensor, for former: OperatorName, from origin: GridOrigin?, _ aside: SetAside?) {
      let turned = former.isTransposed == operation.isTransposed ? tensor : tensor.swappingFilters()
      guard let turned else { return }
      if operation.isForSignals, turned.shape.height > 1 {
        let middle = turned.row(turned.shape.height / 2)
        let laid = SetAside(tensor: tensor, origin: origin, operation: former, standIn: middle)
        add(middle, of: tensor, from: origin, laid)
        add(middle?.firstKernel(for: input, operation), of: tensor, from: origin, laid)
      } else {
        var kept = aside
        if kept?.standIn != nil { kept?.standIn = turned }
        add(turned, of: former.isTransposed == operation.isTransposed ? tensor : turned, from: origin, kept)
        add(turned.firstKernel(for: input, operation), of: tensor, from: origin, nil)
      }
    }
    if let aside, aside.standIn == present, !(operation.isForSignals && present != nil) {
      addForms(of: aside.tensor, for: aside.operation, from: aside.origin, nil)
    }
    if let present { addForms(of: present, for: old.operation, from: origins[.weights], aside) }
    let presets = operation.isForSignals ? ["edge-1x2"] : ["sobel-x", "edge-1x2"]
    for preset in presets.compactMap(KernelPreset.named) {
      add(
        preset.weights.firstKernel(for: input, operation), of: preset.weights, from: GridOrigin(name: preset.name), nil)
    }
    if let tap = try? Tensor(rows: [[1]]) { add(tap.firstKernel(for: input, operation), of: tap, from: nil, nil) }
    return candidates
  }

  /// The present bias, or the one set aside, where the operator takes one for as many filters.
  private mutating func addBias(to experiment: inout Experiment) {
    let present = old.operands[.bias]
    guard let bias = present ?? setAside[.bias]?.tensor else { return }
    let takesBias = OperatorCatalog.description(of: operation).optionalOperands.contains(.bias)
    if takesBias, (try? experiment.setOperand(.bias, to: bias)) != nil {
      if present == nil { origins[.bias] = setAside[.bias]?.origin }
      setAside[.bias] = nil
    } else if present != nil {
      lay(bias, asideAs: .bias, for: nil)
    }
  }
}

extension Tensor {
  /// One row of every plane, as planes of one row.
  fileprivate func row(_ row: Int) -> Tensor? {
    guard let shape = try? Shape(batch: shape.batch, channels: shape.channels, height: 1, width: shape.width) else {
      return nil
    }
    return mapped(to: shape) { Coordinate(batch: $0.batch, channel: $0.channel, row: row, column: $0.column) }
  }

  /// The first axis taken for the second: weights of a convolution for the transposed one with as many channels and filters.
  fileprivate func swappingFilters() -> Tensor? {
    guard
      let shape = try? Shape(
        batch: shape.channels, channels: shape.batch, height: shape.height, width: shape.width)
    else { return nil }
    return mapped(to: shape) { Coordinate(batch: $0.channel, channel: $0.batch, row: $0.row, column: $0.column) }
  }

  /// The first kernel for every channel of the input, with as many filters as there are.
  fileprivate func firstKernel(for input: Shape, _ operation: OperatorName) -> Tensor? {
    let filters = operation.isTransposed ? shape.channels : shape.batch
    guard shape.count > 0,
      let shape = try? Shape(
        batch: operation.isTransposed ? input.channels : filters,
        channels: operation.isTransposed ? filters : input.channels, height: shape.height, width: shape.width)
    else { return nil }
    return mapped(to: shape) { Coordinate(batch: 0, channel: 0, row: $0.row, column: $0.column) }
  }
}
