import ConvolutionEngine

/// The explorer as a value: the document, the cursors, playback, history, and the cached output.
///
/// Everything changes through `apply`. There is no clock, no randomness and no file in here; those arrive as actions.
package struct ExplorerState: Sendable {
  package internal(set) var document: ExplorerDocument
  package internal(set) var history = History()
  /// The document before the first edit, as a session writes it down.
  package private(set) var seed: SessionSeed

  /// The current output cell: the output cursor, the window and the arithmetic are this one place.
  package internal(set) var cell: Coordinate
  /// The selected position of the input, perhaps in the padding, and the selected cell of the kernel.
  package internal(set) var inputCursor: Coordinate
  package internal(set) var kernelCursor: Coordinate

  /// How many products of the current cell are shown; nil for all of them.
  package internal(set) var subStep: Int?

  /// The output offsets that the window has reached, in the predict mode those that are answered or shown.
  package internal(set) var reached = RangeSet<Int>()

  package internal(set) var playback = Playback()

  /// How the predictions go; of use in the predict mode only.
  package internal(set) var predictionRun = PredictionRun()

  /// What the output is compared with, and what came of it.
  package internal(set) var comparison = Comparison()
  var comparisonProblem: ComparisonProblem?
  var comparisonResult: ComparisonResult?
  /// Grows with everything that asks for another comparison; tells which result is current.
  package internal(set) var comparisonNumber = 0

  /// Grows with every change of the experiment; tells which cached output is current.
  package private(set) var revision = 0

  /// The last whole output that was handed in, perhaps of an older revision.
  package private(set) var cache: OutputCache?

  package init(document: ExplorerDocument) {
    self.document = document
    seed = SessionSeed(document)
    cell = Coordinate(row: 0, column: 0)
    inputCursor = Coordinate(row: 0, column: 0)
    kernelCursor = Coordinate(row: 0, column: 0)
    reached.insert(0, within: 0..<1)
  }

  package var experiment: Experiment { document.experiment }
  package var outputShape: Shape { document.experiment.outputShape }

  /// The place of the current cell in reading order.
  package var cellOffset: Int { outputShape.offset(of: cell) }

  /// The whole output when the cached one is current.
  package var currentOutput: Tensor? { cache.flatMap { $0.revision == revision ? $0.output : nil } }

  /// The colour scale of the whole output when the cached one is current.
  package var currentScale: Float? { cache.flatMap { $0.revision == revision ? $0.largestMagnitude : nil } }

  /// Whether the value of an output cell may be shown.
  package func isRevealed(_ cell: Coordinate) -> Bool {
    switch document.reveal {
    case .live: true
    case .stepping, .predict: reached.contains(outputShape.offset(of: cell))
    }
  }

  /// Whether the whole output is known.
  package var knowsOutput: Bool { cache?.revision == revision }

  /// Takes a computed output; one of an outdated revision is dropped and false returned.
  package mutating func accept(_ newCache: OutputCache) -> Bool {
    guard newCache.revision == revision, newCache.output.shape == outputShape else { return false }
    cache = newCache
    return true
  }

  /// Brings the output of the revision before up to date, when it is known and the changed cells feed few of its cells.
  mutating func patchOutput(of oldRevision: Int, after changes: [CellChange]) {
    guard cache?.revision == oldRevision, let patch = OutputPatch(after: changes, in: experiment) else { return }
    cache?.take(patch, revision: revision)
  }

  /// Becomes another state, such as one that was read from a session. No output that was asked for before fits it.
  package mutating func replace(by other: ExplorerState) {
    let newest = max(revision, other.revision)
    let newestComparison = max(comparisonNumber, other.comparisonNumber)
    self = other
    revision = newest + 1
    comparisonNumber = newestComparison + 1
    comparisonResult = nil
    cache = nil
  }

  /// Replaces the document by a changed one and keeps every cursor inside it.
  mutating func documentDidChange(experimentChanged: Bool, oldOutput: Shape) {
    if experimentChanged {
      revision += 1
      // Other numbers are other questions.
      predictionRun.missed = RangeSet()
    }
    cell = cell.clamped(to: outputShape)
    inputCursor = inputCursor.clamped(to: document.shape(of: .input), extent: extent(of: .input))
    kernelCursor = kernelCursor.clamped(to: document.shape(of: .kernel))
    followFilter()
    subStep = subStep.map { min($0, experiment.plan.termCount(of: cell)) }
    if oldOutput != outputShape { reached = RangeSet() }
    reachCurrentCell()
    if experimentChanged { comparisonDidChange() }
  }

  /// Marks the current cell as reached; predictions do not become known by going there.
  mutating func reachCurrentCell() {
    guard document.reveal != .predict else { return }
    reached.insert(cellOffset, within: 0..<outputShape.count)
  }
}

extension ExplorerState: Equatable {
  /// Same document, places and playback. History, revision and cache are how one got there, not what one sees.
  package static func == (left: ExplorerState, right: ExplorerState) -> Bool {
    left.document == right.document && left.cell == right.cell && left.inputCursor == right.inputCursor
      && left.kernelCursor == right.kernelCursor && left.subStep == right.subStep
      && left.reached == right.reached && left.playback == right.playback && left.predictionRun == right.predictionRun
      && left.comparison == right.comparison
  }
}

extension Coordinate {
  /// The nearest coordinate inside a shape without empty sides, or inside rows and columns that reach beyond it.
  func clamped(to shape: Shape, extent: Viewport.Region? = nil) -> Coordinate {
    func clamp(_ value: Int, _ range: Range<Int>) -> Int {
      max(range.lowerBound, min(value, range.upperBound - 1))
    }
    return Coordinate(
      batch: clamp(batch, 0..<shape.batch), channel: clamp(channel, 0..<shape.channels),
      row: clamp(row, extent?.rows ?? 0..<shape.height), column: clamp(column, extent?.columns ?? 0..<shape.width))
  }
}

extension RangeSet<Int> {
  /// Adds one offset.
  mutating func insert(_ offset: Int, within bounds: Range<Int>) {
    guard bounds.contains(offset) else { return }
    insert(contentsOf: offset..<(offset + 1))
  }
}
