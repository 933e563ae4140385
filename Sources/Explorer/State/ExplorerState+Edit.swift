import ConvolutionEngine

extension ExplorerState {
  /// Makes an edit and notes its inverse.
  mutating func edit(_ action: ExplorerAction) throws(ExplorerError) {
    let (label, delta) = try change(for: action)
    let inverse = try perform(delta)
    history.record(label, inverse: inverse)
    if case .edit(let operand, let coordinate, _) = action {
      switch GridName(operand: operand) {
      case .input: inputCursor = coordinate
      case .kernel: kernelCursor = coordinate
      default: break
      }
    }
  }

  /// Applies edits one after the other as one step of the history; the first refusal takes all of them back.
  mutating func applyTogether(_ actions: [ExplorerAction]) throws(ExplorerError) {
    let start = self
    let depth = history.undoable.count
    for action in actions {
      do {
        try apply(action)
      } catch {
        self = start
        throw error
      }
    }
    history.mergeUndo(downTo: depth)
  }

  mutating func undo() throws(ExplorerError) {
    guard let entry = history.takeUndo() else { throw .nothingToUndo }
    let inverse = try perform(entry.inverse)
    history.pushUndone(History.Entry(edit: entry.edit, label: entry.label, inverse: inverse))
  }

  mutating func redo() throws(ExplorerError) {
    guard let entry = history.takeRedo() else { throw .nothingToRedo }
    let inverse = try perform(entry.inverse)
    history.pushRedone(History.Entry(edit: entry.edit, label: entry.label, inverse: inverse))
  }

  /// Changes the document and lets cursors and reached cells follow.
  private mutating func perform(_ delta: Delta) throws(ExplorerError) -> Delta {
    let oldOutput = outputShape
    let wasStepping = document.reveal == .stepping
    let inverse: Delta
    do {
      inverse = try document.apply(delta)
    } catch {
      throw .experiment(error)
    }
    documentDidChange(experimentChanged: delta.changesExperiment, oldOutput: oldOutput)
    if document.reveal == .stepping && !wasStepping {
      reached = RangeSet(0..<(cellOffset + 1))
    }
    return inverse
  }

  /// The change that an editing action stands for.
  private func change(for action: ExplorerAction) throws(ExplorerError) -> (EditLabel, Delta) {
    switch action {
    case .edit(let operand, let coordinate, let value):
      let delta = Delta.cell(operand, coordinate, value)
      return (
        .cell(operand, row: coordinate.row, column: coordinate.column), withOriginEdited(operand, delta)
      )
    case .resize(let operand, let size):
      try checkSize(size, of: operand)
      return (.resize(operand), withOriginEdited(operand, .resize(operand, size, cells: [])))
    case .set(let name, let value):
      return (.parameter(name), .parameter(name, value))
    case .clear(let name):
      return (.parameter(name), .parameter(name, nil))
    case .operation(let name, let row):
      if let row, !(0..<experiment.inputShape.height).contains(row) {
        throw .noSuchCell(row: row, column: inputCursor.column, size: experiment.inputShape)
      }
      let delta = try OperatorChange.delta(to: name, row: row ?? inputCursor.row, in: document)
      return (.operation(name), .operation(delta))
    case .preset(let operand, let name, let size):
      let tensor = try presetTensor(operand, name, size: size)
      return (.preset(operand, name), replacing(operand, by: tensor, origin: GridOrigin(name: name)))
    case .load(let operand, let tensor, let name):
      return (.load(operand, name), replacing(operand, by: tensor, origin: GridOrigin(name: name)))
    case .reveal(let mode):
      return (.reveal, .reveal(mode))
    default:
      preconditionFailure("not an edit: \(action)")
    }
  }

  private func withOriginEdited(_ operand: OperandName, _ delta: Delta) -> Delta {
    guard var origin = document.origins[operand], !origin.isEdited else { return delta }
    origin.isEdited = true
    return .group([delta, .origin(operand, origin)])
  }

  /// Replaces an operand; weights follow an input with another number of channels by repeating their first channel.
  private func replacing(_ operand: OperandName, by tensor: Tensor, origin: GridOrigin) -> Delta {
    var tensors = [operand: tensor]
    switch operand {
    case .input:
      if let weights = experiment.operands[.weights] {
        tensors[.weights] = weights.following(inputChannels: tensor.shape.channels, experiment.operation)
      }
    case .weights:
      tensors[.weights] = tensor.ofOneChannel(forInputChannels: experiment.inputShape.channels, experiment.operation)
    default: break
    }
    return .group([.operands(tensors), .origin(operand, origin)])
  }

  private func presetTensor(
    _ operand: OperandName, _ name: String, size: PerAxis<Int>?
  ) throws(ExplorerError) -> Tensor {
    if let size { try checkSize(size, of: operand) }
    switch operand {
    case .input:
      if let preset = InputPreset.named(name), let tensor = try? preset.tensor(size: size) { return tensor }
    case .weights:
      if let preset = KernelPreset.named(name) { return preset.weights }
    default: break
    }
    throw .unknownPreset(name, operand: operand)
  }

  private func checkSize(_ size: PerAxis<Int>, of operand: OperandName) throws(ExplorerError) {
    let limit = Self.operandLimit
    let shape = experiment.operands[operand]?.shape
    guard
      size.vertical >= 1, size.horizontal >= 1, size.vertical <= limit, size.horizontal <= limit,
      size.vertical * size.horizontal <= limit / max(1, (shape?.batch ?? 1) * (shape?.channels ?? 1))
    else { throw .size(size, limit: limit) }
  }
}

extension Delta {
  /// Whether the output has to be computed anew.
  fileprivate var changesExperiment: Bool {
    switch self {
    case .cell, .resize, .operands, .parameter, .operation: true
    case .origin, .reveal: false
    case .group(let deltas): deltas.contains { $0.changesExperiment }
    }
  }
}
