import ConvolutionEngine

/// One small change of a document. Applying it returns the change that takes it back.
enum Delta: Sendable {
  case cell(OperandName, Coordinate, Float)
  /// A rectangle of numbers from a corner on.
  case block(OperandName, Coordinate, GridBlock)
  /// New height and width; `cells` fills what is added, in reading order, and is empty for zeros.
  case resize(OperandName, PerAxis<Int>, cells: [Float])
  /// Moves every plane of the input; `entering` comes in, in storage order, and is empty for zeros.
  case shift(PerAxis<Int>, entering: [Float])
  /// Whole tensors and parameters, replaced together because they have to fit each other; nil removes an operand.
  case operands([OperandName: Tensor?], parameters: [ParameterName: ParameterValue])
  /// Nil for a parameter that follows from the others.
  case parameter(ParameterName, ParameterValue?)
  case operation(OperatorDelta)
  case origin(OperandName, GridOrigin?)
  case reveal(RevealMode)
  case study(Study?)
  /// Another target; nil for none.
  case target(Tensor?)
  /// One cell of the target.
  case targetCell(Coordinate, Float)
  case group([Delta])
}

extension ExplorerDocument {
  /// Makes a change and returns its inverse. When it throws, the document is as it was.
  mutating func apply(_ delta: Delta) throws(ExperimentError) -> Delta {
    switch delta {
    case .cell(let operand, let coordinate, let value):
      // No reference to the tensor may be alive during the write: it would copy the whole picture.
      let old = try self.value(of: operand, at: coordinate)
      try experiment.setValue(value, of: operand, at: coordinate)
      return .cell(operand, coordinate, old)

    case .block(let operand, let corner, let block):
      guard let tensor = experiment.operands[operand] else { throw .missingOperand(operand) }
      guard let old = GridBlock(of: tensor, at: corner, size: block.size) else {
        throw .coordinate(
          corner.moved(rows: block.size.vertical - 1, columns: block.size.horizontal - 1), operand: operand,
          shape: tensor.shape)
      }
      try write(block, to: operand, at: corner)
      return .block(operand, corner, old)

    case .resize(let operand, let size, let cells):
      guard let tensor = experiment.operands[operand] else { throw .missingOperand(operand) }
      let oldSize = PerAxis(vertical: tensor.shape.height, horizontal: tensor.shape.width)
      let (resized, removed) = try tensor.resized(to: size, cells: cells, operand: operand)
      try experiment.setOperand(operand, to: resized)
      return .resize(operand, oldSize, cells: removed)

    case .shift(let shift, let entering):
      guard let tensor = experiment.operands[.input] else { throw .missingOperand(.input) }
      let (moved, left) = tensor.shifted(by: shift, entering: entering)
      try experiment.setOperand(.input, to: moved)
      return .shift(PerAxis(vertical: -shift.vertical, horizontal: -shift.horizontal), entering: left)

    case .operands(let tensors, let values):
      var operands = experiment.operands
      var replaced: [OperandName: Tensor?] = [:]
      for (name, tensor) in tensors {
        replaced.updateValue(operands[name], forKey: name)
        operands[name] = tensor
      }
      var parameters = experiment.parameters
      var oldValues: [ParameterName: ParameterValue] = [:]
      for (name, value) in values {
        oldValues[name] = parameters[name]
        parameters[name] = value
      }
      experiment = try Experiment(operation: experiment.operation, operands: operands, parameters: parameters)
      return .operands(replaced, parameters: oldValues)

    case .parameter(let name, let value):
      let old = experiment.parameters[name]
      try experiment.setParameter(name, to: value)
      return .parameter(name, old)

    case .operation(let delta):
      return .operation(try apply(delta))

    case .origin(let operand, let origin):
      let old = origins[operand]
      origins[operand] = origin
      return .origin(operand, old)

    case .reveal(let mode):
      let old = reveal
      reveal = mode
      return .reveal(old)

    case .study(let new):
      let old = study
      study = new
      return .study(old)

    case .target(let new):
      let old = target
      target = new
      return .target(old)

    case .targetCell(let place, let value):
      guard let old = target?[place] else { return .targetCell(place, value) }
      target?[place] = value
      return .targetCell(place, old)

    case .group(let deltas):
      return try applyAll(deltas)
    }
  }

  /// Writes the numbers one by one: a tensor made anew would copy the whole picture.
  private mutating func write(_ block: GridBlock, to operand: OperandName, at corner: Coordinate)
    throws(ExperimentError)
  {
    for (index, value) in block.values.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: block.size.horizontal)
      try experiment.setValue(value, of: operand, at: corner.moved(rows: row, columns: column))
    }
  }

  private func value(of operand: OperandName, at coordinate: Coordinate) throws(ExperimentError) -> Float {
    guard let tensor = experiment.operands[operand] else { throw .missingOperand(operand) }
    guard tensor.shape.contains(coordinate) else {
      throw .coordinate(coordinate, operand: operand, shape: tensor.shape)
    }
    return tensor[coordinate]
  }

  /// All changes or none.
  private mutating func applyAll(_ deltas: [Delta]) throws(ExperimentError) -> Delta {
    var inverses: [Delta] = []
    for delta in deltas {
      do {
        inverses.append(try apply(delta))
      } catch {
        for inverse in inverses.reversed() {
          do {
            _ = try apply(inverse)
          } catch {
            preconditionFailure("the inverse of a change that was just made is legal")
          }
        }
        throw error
      }
    }
    return .group(inverses.reversed())
  }
}
