import ConvolutionEngine

extension ExplorerState {
  /// Makes an edit and notes its inverse.
  mutating func edit(_ action: ExplorerAction) throws(ExplorerError) {
    let (label, delta) = try change(for: action)
    let cells = Self.replacedOperand(in: action).map { experiment.operands[$0]?.shape.count ?? 0 }
    let inverse = try perform(delta)
    let work = cells.map { $0 + document.experiment.inputShape.count + document.experiment.weightShape.count } ?? 1
    history.record(label, EditRecord(action), inverse: inverse, work: work)
    if case .edit(let operand, let coordinate, _) = action {
      switch GridName(operand: operand) {
      case .input: inputCursor = coordinate
      case .kernel: kernelCursor = coordinate
      default: break
      }
    }
  }

  /// The operand that an edit makes anew instead of writing into it.
  private static func replacedOperand(in action: ExplorerAction) -> OperandName? {
    switch action {
    case .resize(let operand, _), .preset(let operand, _, _), .load(let operand, _, _), .loadFile(let operand, _, _):
      operand
    default: nil
    }
  }

  /// Applies edits one after the other as one step of the history; the first refusal takes all of them back.
  mutating func applyTogether(_ actions: [ExplorerAction]) throws(ExplorerError) {
    let start = self
    let count = history.count
    for action in actions {
      do {
        try apply(action)
      } catch {
        self = start
        throw error
      }
    }
    history.join(since: count)
  }

  mutating func undo() throws(ExplorerError) {
    guard let delta = history.undoDelta else { throw .nothingToUndo }
    history.noteUndone(forth: try perform(delta))
  }

  mutating func redo() throws(ExplorerError) {
    guard let delta = history.redoDelta else { throw .nothingToRedo }
    history.noteRedone(back: try perform(delta))
  }

  /// Goes back to where the branches meet, then forth.
  mutating func goToEdit(_ edit: Int) throws(ExplorerError) {
    guard let route = history.route(to: edit) else { throw .noSuchEdit(edit, count: history.count) }
    for _ in 0..<route.undone { try undo() }
    for edit in route.redone {
      history.choose(edit)
      try redo()
    }
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
    case .preset(let operand, let name, let size):
      let tensor = try presetTensor(operand, name, size: size)
      return (.preset(operand, name), replacing(operand, by: tensor, origin: GridOrigin(name: name)))
    case .load(let operand, let tensor, let name):
      return (.load(operand, name), replacing(operand, by: tensor, origin: GridOrigin(name: name)))
    case .loadFile(let operand, let tensor, let file):
      let origin = GridOrigin(name: file.name, file: file)
      return (.load(operand, file.name), replacing(operand, by: tensor, origin: origin))
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
      if let weights = experiment.operands[.weights], weights.shape.channels != tensor.shape.channels {
        tensors[.weights] = weights.repeatingFirstChannel(tensor.shape.channels)
      }
    case .weights:
      let channels = experiment.inputShape.channels
      if tensor.shape.channels == 1 && channels != 1 {
        tensors[.weights] = tensor.repeatingFirstChannel(channels)
      }
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
    case .cell, .resize, .operands, .parameter: true
    case .origin, .reveal: false
    case .group(let deltas): deltas.contains { $0.changesExperiment }
    }
  }
}

extension Tensor {
  /// The tensor with the first channel of every filter repeated `count` times.
  fileprivate func repeatingFirstChannel(_ count: Int) -> Tensor? {
    guard
      shape.channels > 0,
      let repeated = try? Shape(batch: shape.batch, channels: count, height: shape.height, width: shape.width)
    else { return nil }
    var tensor = Tensor(shape: repeated)
    for offset in 0..<repeated.count {
      var coordinate = repeated.coordinate(at: offset)
      let target = coordinate
      coordinate.channel = 0
      tensor[target] = self[coordinate]
    }
    return tensor
  }
}
