import ConvolutionEngine

/// Shifting the whole input, and holding what comes of it against the shifted output.
extension ExplorerState {
  /// The change that shifts the input by rows and columns.
  func shiftDelta(_ shift: PerAxis<Int>, fill: ShiftFill) throws(ExplorerError) -> Delta {
    guard let input = experiment.operands[.input] else { throw .experiment(.missingOperand(.input)) }
    let shape = input.shape
    guard abs(shift.vertical.clamped) <= shape.height, abs(shift.horizontal.clamped) <= shape.width else {
      throw .shift(shift, size: shape)
    }
    return .shift(shift, entering: input.entering(by: shift, fill: fill))
  }

  mutating func setShiftFill(_ fill: ShiftFill) {
    comparison.shiftFill = fill
    if comparison.shift != nil { beginShift() }
  }

  mutating func setShiftComparison(_ isOn: Bool) {
    guard isOn != (comparison.shift != nil) else { return }
    if isOn {
      beginShift()
      comparison.view = .difference
    } else {
      comparison.shift = nil
      comparisonDidChange()
    }
  }

  /// From here on the shifts are counted.
  func newShiftRun(fill: ShiftFill) -> ShiftRun? {
    experiment.operands[.input].map { ShiftRun(fill: fill, before: $0, startEdit: history.current) }
  }

  mutating func beginShift() {
    comparison.shift = newShiftRun(fill: comparison.shiftFill)
    comparisonDidChange()
  }

  // MARK: Following the edits

  /// After an edit: a shift of the same fill is one more of the run, every other change of the input begins another.
  mutating func followShift(edit action: ExplorerAction, _ delta: Delta, inputBefore: Tensor?) {
    guard comparison.shift != nil else { return }
    if case .shift(let shift, let fill) = action {
      if comparison.shift?.fill != fill, let inputBefore {
        comparison.shift = ShiftRun(
          fill: fill, before: inputBefore, startEdit: history.parent(of: history.current))
      }
      comparison.shift?.add(shift)
      comparisonDidChange()
    } else if delta.changesInput {
      beginShift()
    }
  }

  mutating func followShift(undoing delta: Delta, _ record: EditRecord?) {
    guard comparison.shift != nil, delta.changesInput else { return }
    if case .action(.shift)? = record, comparison.shift?.takeBack() == true {
      comparisonDidChange()
    } else {
      beginShift()
    }
  }

  mutating func followShift(redoing delta: Delta, _ record: EditRecord?) {
    guard let run = comparison.shift, delta.changesInput else { return }
    if case .action(.shift(let shift, let fill))? = record, fill == run.fill {
      comparison.shift?.add(shift)
      comparisonDidChange()
    } else {
      beginShift()
    }
  }
}

extension Delta {
  /// Whether the input is another afterwards.
  fileprivate var changesInput: Bool {
    switch self {
    case .cell(let operand, _, _), .block(let operand, _, _), .resize(let operand, _, _): operand == .input
    case .operands(let tensors, _): tensors.keys.contains(.input)
    case .operation, .shift: true
    case .parameter, .origin, .reveal, .study, .target, .targetCell: false
    case .group(let deltas): deltas.contains { $0.changesInput }
    }
  }
}

extension Int {
  /// Kept away from the one number that has no magnitude.
  fileprivate var clamped: Int { Swift.max(self, -Int.max) }
}
