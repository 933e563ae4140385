import ConvolutionEngine

/// Comparing the output with another one. Ours stays the reference's; the other comes from beside the loop as a whole.
extension ExplorerState {
  package var comparisonState: ComparisonState {
    guard comparison.isOn else { return .off }
    if let comparisonProblem { return .broken(comparisonProblem) }
    guard let comparisonResult, comparisonResult.number == comparisonNumber else { return .pending }
    return .ready(comparisonResult)
  }

  /// What is to be computed for the present comparison; nil when there is none, or its file is not read yet.
  package var comparisonRequest: ComparisonRequest? {
    guard comparisonProblem == nil, let source = comparisonSource else { return nil }
    return ComparisonRequest(
      number: comparisonNumber, experiment: experiment, source: source, tolerance: comparison.presentTolerance)
  }

  private var comparisonSource: ComparisonRequest.Source? {
    if let run = comparison.shift {
      guard
        let moved = try? ShiftedOutput(of: experiment, shift: run.offset, fill: run.fill),
        let before = try? experiment.withInput(run.before)
      else { return nil }
      return .shifted(run, before, offset: moved.offset, wraps: moved.wraps)
    }
    switch comparison.other {
    case .algorithm(let algorithm)?: return .algorithm(algorithm)
    case .file(let file)?: return file.values.map { .values($0) }
    case .target?: return document.target.map { .values($0) }
    case nil: return nil
    }
  }

  /// Takes a comparison that was made; one that is outdated is dropped and false returned.
  package mutating func accept(_ result: ComparisonResult) -> Bool {
    guard result.number == comparisonNumber else { return false }
    comparisonResult = result
    return true
  }

  /// Something has changed that asks for another comparison.
  mutating func comparisonDidChange() {
    guard comparison.isOn || comparisonResult != nil else {
      comparisonProblem = nil
      return
    }
    comparisonNumber += 1
    comparisonResult = nil
    comparisonProblem = problem
  }

  private var problem: ComparisonProblem? {
    if let run = comparison.shift {
      do throws(ComparisonProblem) {
        _ = try ShiftedOutput(of: experiment, shift: run.offset, fill: run.fill)
        return nil
      } catch {
        return error
      }
    }
    switch comparison.other {
    case .algorithm(let algorithm)?:
      return algorithm.applies(to: experiment) ? nil : .doesNotApply(algorithm, experiment.operation)
    case .file(let file)?:
      return file.file.shape == outputShape
        ? nil : .shapes(file: file.file.name, file.file.shape, output: outputShape)
    case .target?:
      return document.target.flatMap { $0.shape == outputShape ? nil : .targetShape($0.shape, output: outputShape) }
    case nil: return nil
    }
  }

  // MARK: What is shown

  /// Whether there is another output beside ours, known already or soon.
  package var isCompared: Bool {
    switch comparisonState {
    case .off, .broken: false
    case .pending, .ready: true
    }
  }

  /// What decides which numbers the output panel shows, as long as the experiment stays.
  package var outputFace: OutputFace {
    var isReady = false
    if case .ready = comparisonState { isReady = true }
    return OutputFace(view: outputView, number: isCompared ? comparisonNumber : 0, isReady: isReady)
  }

  /// What the output panel shows: our own output wherever there is nothing to compare it with.
  package var outputView: OutputView {
    switch comparisonState {
    case .off, .broken: .own
    case .pending, .ready: comparison.view
    }
  }

  /// The number that the output panel shows at a cell; nil where it is not known yet or there is none.
  package func shownValue(at cell: Coordinate) -> Float? {
    let view = outputView
    guard view != .own else { return currentOutput?[cell] ?? experiment.value(at: cell) }
    guard case .ready(let result) = comparisonState, let other = result.other.value(at: cell) else { return nil }
    guard view == .difference else { return other }
    let ours = currentOutput?[cell] ?? experiment.value(at: cell)
    return Float(ComparedNumbers(ours: ours, other: other).difference)
  }

  /// Both numbers of a cell; nil while they are not known, or when the other has no such cell.
  package func comparedNumbers(at cell: Coordinate) -> ComparedNumbers? {
    guard case .ready(let result) = comparisonState, let other = result.other.value(at: cell) else { return nil }
    return ComparedNumbers(ours: experiment.value(at: cell), other: other)
  }

  /// The output as it is shown, from our own.
  func shown(_ own: GridScene) -> GridScene {
    guard comparison.isOn, case let state = comparisonState, state != .off else { return own }
    if case .broken = state { return own }
    let view = comparison.view
    return own.mapped { row, column, cell in
      // What is not revealed of ours is not given away by the other.
      guard let ours = cell.value else { return cell }
      var shown = cell
      guard case .ready(let result) = state else {
        if view != .own { shown.value = nil }
        return shown
      }
      let place = Coordinate(batch: self.cell.batch, channel: self.cell.channel, row: row, column: column)
      guard let other = result.other.value(at: place) else {
        if view != .own {
          shown.value = nil
          shown.marks.insert(.missing)
        }
        return shown
      }
      let numbers = ComparedNumbers(ours: ours, other: other)
      if !comparison.presentTolerance.accepts(ours, other) { shown.marks.insert(.beyond) }
      switch view {
      case .own: break
      case .other: shown.value = other
      case .difference: shown.value = Float(numbers.difference)
      }
      return shown
    }
  }
}

extension Experiment {
  /// The same with another input of the same shape.
  func withInput(_ input: Tensor) throws(ExperimentError) -> Experiment {
    var changed = self
    try changed.setOperand(.input, to: input)
    return changed
  }
}
