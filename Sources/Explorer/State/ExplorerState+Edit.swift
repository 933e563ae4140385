import ConvolutionEngine

extension ExplorerState {
  /// Makes an edit and notes its inverse.
  mutating func edit(_ wanted: ExplorerAction) throws(ExplorerError) {
    let action = namingRow(of: wanted)
    let (label, delta) = try change(for: action)
    let cells = Self.replacedOperand(in: action).map { experiment.operands[$0]?.shape.count ?? 0 }
    let inputBefore = comparison.shift == nil ? nil : experiment.operands[.input]
    let inverse = try perform(delta)
    // The first bias makes all others, and other groups other weights: what is counted is no more than about right.
    let grids = document.experiment.inputShape.count + document.experiment.weightShape.count
    history.record(label, EditRecord(action), inverse: inverse, work: cells.map { $0 + grids } ?? 1)
    show(what: action)
    followShift(edit: action, delta, inputBefore: inputBefore)
  }

  /// The row that a signal operator takes is named, so that the edit can be made again wherever the selection is then.
  private func namingRow(of action: ExplorerAction) -> ExplorerAction {
    let height = experiment.inputShape.height
    guard case .operation(let name, nil) = action, name.isForSignals, height > 1 else { return action }
    return .operation(name, row: max(0, min(inputCursor.row, height - 1)))
  }

  /// Shows what was edited: its channel, its filter, its cell.
  private mutating func show(what action: ExplorerAction) {
    switch action {
    case .edit(.input, let coordinate, _):
      if (try? selectChannel(coordinate.channel)) != nil { inputCursor = coordinate }
    case .edit(.weights, let coordinate, _) where experiment.operation.isTransposed:
      let seen = experiment.channelMap
      inputCursor.channel = coordinate.batch
      showFilter(seen.firstFilter(seeing: coordinate.batch) + coordinate.channel)
      followFilter()
      kernelCursor = coordinate
    case .edit(.weights, let coordinate, _):
      showFilter(coordinate.batch)
      inputCursor.channel = experiment.channelMap.channels(ofFilter: cell.channel).lowerBound + coordinate.channel
      followFilter()
      kernelCursor = coordinate
    case .edit(.bias, let coordinate, _): showFilter(coordinate.channel)
    case .block(let operand, let corner, let block):
      show(what: .edit(operand, corner, block.values[0]))
    case .presetFilter(let filter, _): showFilter(filter)
    default: break
    }
  }

  /// The operand that an edit makes anew instead of writing into it.
  private static func replacedOperand(in action: ExplorerAction) -> OperandName? {
    switch action {
    case .resize(let operand, _), .preset(let operand, _, _), .load(let operand, _, _), .loadFile(let operand, _, _):
      operand
    case .loadColor, .channels, .shift: .input
    case .filters, .randomFilters, .kernels, .set(.groups, _): .weights
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
    joinEdits(since: count)
  }

  /// Makes one edit of all that were made since there were `count`, such as the cells of one stroke of a brush.
  package mutating func joinEdits(since count: Int) {
    let before = history.count
    history.join(since: count)
    // The edits that a run of shifts began after have other numbers now.
    if comparison.shift != nil, history.count != before { beginShift() }
  }

  mutating func undo() throws(ExplorerError) {
    guard let delta = history.undoDelta else { throw .nothingToUndo }
    let record = history.undoRecord
    history.noteUndone(forth: try perform(delta))
    followShift(undoing: delta, record)
  }

  mutating func redo() throws(ExplorerError) {
    guard let delta = history.redoDelta else { throw .nothingToRedo }
    let record = history.redoRecord
    history.noteRedone(back: try perform(delta))
    followShift(redoing: delta, record)
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
    let oldReveal = document.reveal
    let oldRevision = revision
    let inverse: Delta
    do {
      inverse = try document.apply(delta)
    } catch {
      throw .experiment(error)
    }
    documentDidChange(experimentChanged: delta.changesExperiment, oldOutput: oldOutput)
    if delta.changesTarget { followTarget() }
    if revision != oldRevision, let cells = delta.changedCells { patchOutput(of: oldRevision, after: cells) }
    if document.reveal != oldReveal {
      predictionRun = PredictionRun()
      switch document.reveal {
      case .live: break
      case .stepping: reached = RangeSet(0..<(cellOffset + 1))
      case .predict: beginPredicting(after: oldReveal)
      }
    }
    return inverse
  }

  /// The change that an editing action stands for.
  private func change(for action: ExplorerAction) throws(ExplorerError) -> (EditLabel, Delta) {
    switch action {
    case .edit(.bias, let coordinate, let value):
      return (.bias(filter: coordinate.channel), try biasDelta(coordinate, value))
    case .edit(let operand, let coordinate, let value):
      let delta = Delta.cell(operand, coordinate, value)
      return (
        .cell(operand, row: coordinate.row, column: coordinate.column), withOriginEdited(operand, delta)
      )
    case .block(let operand, let corner, let block):
      return (
        .block(operand, row: corner.row, column: corner.column, size: block.size),
        withOriginEdited(operand, .block(operand, corner, block))
      )
    case .resize(let operand, let size):
      try checkSize(size, of: operand)
      return (.resize(operand), withOriginEdited(operand, .resize(operand, size, cells: [])))
    case .set(.groups, .integer(let groups)):
      return (.parameter(.groups), try groupsDelta(groups) ?? .parameter(.groups, .integer(groups)))
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
      let isColor = operand == .input && InputPreset.named(name)?.isColor == true
      return (
        .preset(operand, name), try replacing(operand, by: tensor, origin: GridOrigin(name: name, isColor: isColor))
      )
    case .load(let operand, let tensor, let name):
      return (.load(operand, name), try replacing(operand, by: tensor, origin: GridOrigin(name: name)))
    case .loadFile(let operand, let tensor, let file):
      let origin = GridOrigin(name: file.name, isColor: file.isColor, file: file)
      return (.load(operand, file.name), try replacing(operand, by: tensor, origin: origin))
    case .loadColor(let tensor, let name):
      return (.load(.input, name), try replacing(.input, by: tensor, origin: GridOrigin(name: name, isColor: true)))
    case .kernels(let names): return (.kernels(names.count), try kernelsDelta(names))
    case .filters(let count): return (.filters(count), followingNames(try filtersDelta(count), filters: count))
    case .randomFilters(let count, let seed): return (.filters(count), try randomFiltersDelta(count, seed: seed))
    case .channels(let count): return (.channels(count), withOriginEdited(.input, try channelsDelta(count)))
    case .presetFilter(let filter, let name):
      let delta = withOriginEdited(.weights, try presetFilterDelta(filter, name))
      return (.preset(.weights, name), renaming(filter, to: name, delta))
    case .remove(let operand):
      return (.remove(operand), .group([.operands([operand: nil], parameters: [:]), .origin(operand, nil)]))
    case .shift(let shift, let fill):
      return (
        .shift(rows: shift.vertical, columns: shift.horizontal),
        withOriginEdited(.input, try shiftDelta(shift, fill: fill))
      )
    case .reveal(let mode):
      return (.reveal, .reveal(mode))
    case .study(let study):
      try study?.validate()
      return (.study(study?.name), .study(study))
    case .target(let change):
      let label: EditLabel =
        if case .cell(let place, _) = change { .targetCell(row: place.row, column: place.column) } else { .target }
      return (label, try targetDelta(change))
    case .fit: return (.fit, try fitDelta())
    default:
      preconditionFailure("not an edit: \(action)")
    }
  }

  private func withOriginEdited(_ operand: OperandName, _ delta: Delta) -> Delta {
    guard let old = document.origins[operand] else { return delta }
    var origin = old
    origin.isEdited = true
    if operand == .weights { origin.noteEdit(delta) }
    return origin == old ? delta : .group([delta, .origin(operand, origin)])
  }

  /// Replaces an operand; what has to fit it follows.
  private func replacing(_ operand: OperandName, by tensor: Tensor, origin: GridOrigin) throws(ExplorerError) -> Delta {
    let delta =
      switch operand {
      case .input: try inputDelta(tensor)
      case .weights: try weightsDelta(tensor)
      case .bias: try biasDelta(loading: tensor)
      default: Delta.operands([operand: tensor], parameters: [:])
      }
    return .group([delta, .origin(operand, origin)])
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
  /// Whether another output is wanted afterwards.
  fileprivate var changesTarget: Bool {
    switch self {
    case .target, .targetCell: true
    case .group(let deltas): deltas.contains { $0.changesTarget }
    default: false
    }
  }

  /// Whether the output has to be computed anew.
  fileprivate var changesExperiment: Bool {
    switch self {
    case .cell, .block, .resize, .shift, .operands, .parameter, .operation: true
    case .origin, .reveal, .study, .target, .targetCell: false
    case .group(let deltas): deltas.contains { $0.changesExperiment }
    }
  }
}
