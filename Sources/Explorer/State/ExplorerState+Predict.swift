import ConvolutionEngine

/// The predict mode: the window stands on a hidden cell, the learner says its value, the next hidden cell is asked for.
extension ExplorerState {
  /// The output cell whose value is asked for: the current one while it is hidden. Nil outside the predict mode, and
  /// while the window stands on a cell that is known already.
  package var askedCell: Coordinate? {
    document.reveal == .predict && !isRevealed(cell) ? cell : nil
  }

  /// Whether every cell is known in the predict mode, so that nothing is left to ask.
  package var isPredictionOver: Bool { document.reveal == .predict && nextHiddenOffset(from: 0) == nil }

  /// Judges an answer. A right one reveals the cell and moves on to the next hidden one; a wrong one leaves it hidden.
  mutating func answer(_ answer: AnswerText) throws(ExplorerError) {
    let asked = try requiredAskedCell()
    let offset = cellOffset
    let question = Prediction(experiment: experiment, asked: asked)
    predictionRun.score.tries += 1
    if let diagnosis = question.judge(answer) {
      predictionRun.missed.insert(offset, within: 0..<outputShape.count)
      predictionRun.outcome = .wrong(diagnosis)
      return
    }
    if predictionRun.missed.contains(offset) { predictionRun.score.later += 1 } else { predictionRun.score.atOnce += 1 }
    predictionRun.outcome = .right(asked, value: question.expected)
    reached.insert(offset, within: 0..<outputShape.count)
    // From the end on with what was jumped over.
    if let next = nextHiddenOffset(from: offset) ?? nextHiddenOffset(from: 0) { goTo(outputShape.coordinate(at: next)) }
  }

  /// Reveals the asked cell and stays there, so that its sum can be looked at.
  mutating func skip() throws(ExplorerError) {
    let asked = try requiredAskedCell()
    predictionRun.score.skipped += 1
    predictionRun.outcome = .skipped(asked, value: experiment.value(at: asked))
    reached.insert(cellOffset, within: 0..<outputShape.count)
  }

  /// Begins a run: what comes before the asked cell is known, everything after it hidden.
  ///
  /// Where the cells were revealed step by step, the next one is asked for: the current one has just been seen.
  mutating func beginPredicting(after mode: RevealMode) {
    playback.isPlaying = false
    subStep = nil
    if mode == .stepping, cellOffset + 1 < outputShape.count { goTo(outputShape.coordinate(at: cellOffset + 1)) }
    reached = RangeSet(0..<cellOffset)
  }

  private func requiredAskedCell() throws(ExplorerError) -> Coordinate {
    guard document.reveal == .predict else { throw .notPredicting }
    guard let askedCell else { throw .nothingAsked(row: cell.row, column: cell.column) }
    return askedCell
  }

  /// The first hidden cell from an offset on.
  private func nextHiddenOffset(from offset: Int) -> Int? {
    var hidden = RangeSet(offset..<outputShape.count)
    hidden.subtract(reached)
    return hidden.ranges.first?.lowerBound
  }
}
