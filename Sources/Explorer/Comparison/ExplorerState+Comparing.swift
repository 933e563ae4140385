import ConvolutionEngine

/// The actions of comparing. None of them changes the document.
extension ExplorerState {
  /// Compares with an algorithm, or with nothing any more.
  mutating func compare(with algorithm: ComparedAlgorithm?) throws(ExplorerError) {
    if let algorithm, !algorithm.applies(to: experiment) {
      throw .notComparable(.doesNotApply(algorithm, experiment.operation))
    }
    compare(with: algorithm.map { .algorithm($0) })
  }

  /// Compares with the numbers of a file, which must have the shape of the output.
  mutating func compare(with values: Tensor, of file: GridFile) throws(ExplorerError) {
    guard values.shape == outputShape else {
      throw .notComparable(.shapes(file: file.name, values.shape, output: outputShape))
    }
    compare(with: .file(Comparison.ComparedFile(file: file, values: values)))
  }

  private mutating func compare(with other: Comparison.Other?) {
    comparison.other = other
    comparison.shift = nil
    comparison.view = .difference
    comparisonDidChange()
  }

  mutating func setTolerance(_ tolerance: Tolerance) {
    comparison.tolerance = tolerance
    comparisonDidChange()
  }

  mutating func showOutput(_ view: OutputView) throws(ExplorerError) {
    guard comparison.isOn else { throw .nothingCompared }
    comparison.view = view
  }

  /// Goes to the next cell beyond the tolerance in reading order, from the last on to the first.
  mutating func goToNextDifference() throws(ExplorerError) {
    guard comparison.isOn else { throw .nothingCompared }
    if let comparisonProblem { throw .notComparable(comparisonProblem) }
    guard case .ready(let result) = comparisonState else { throw .comparisonPending }
    let tolerance = comparison.presentTolerance
    let count = outputShape.count
    guard result.statistics.beyond > 0 else { throw .noDifference }
    for step in 1...count {
      let place = outputShape.coordinate(at: (cellOffset + step) % count)
      guard let other = result.other.value(at: place) else { continue }
      if !tolerance.accepts(currentOutput?[place] ?? experiment.value(at: place), other) {
        goTo(place)
        return
      }
    }
  }

  // MARK: Files that a session names

  /// The file that has to be read again before there is something to compare with.
  package var unreadComparison: GridFile? {
    guard case .file(let file)? = comparison.other, file.values == nil else { return nil }
    return file.file
  }

  /// Takes the numbers of that file; false, and no comparison any more, when they are not what they were.
  package mutating func accept(_ values: Tensor, of file: GridFile) -> Bool {
    guard unreadComparison == file else { return true }
    guard file.matches(values) else {
      forgetUnreadComparison()
      return false
    }
    comparison.other = .file(Comparison.ComparedFile(file: file, values: values))
    comparisonDidChange()
    return true
  }

  /// Gives the comparison up, because its file is gone.
  package mutating func forgetUnreadComparison() {
    guard unreadComparison != nil else { return }
    comparison.other = nil
    comparisonDidChange()
  }
}
