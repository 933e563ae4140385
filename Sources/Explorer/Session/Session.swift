import ConvolutionEngine

/// Everything that leads to a state of the explorer again: the document at the start, every edit with its branches, and
/// what is looked at. `SessionText` gives it its text.
///
/// Holds no numbers of large grids that came from files, so that keeping one does not double a picture.
package struct Session: Equatable, Sendable {
  package let seed: SessionSeed
  package let edits: [Edit]
  /// The edit that was made last; 0 for none.
  package let current: Int
  /// What redo makes after an edit, where that is not the last one that was made after it.
  package let redo: [Int: Int]
  package let view: View
  /// What the surrounding program adds, by lower-case words.
  package var notes: [String: String]

  /// The limits of what is read, and so of what is written.
  package enum Limits {
    /// The most bytes of a text, 16 MiB.
    package static let bytes = 1 << 24
    /// The most cells that making all edits again may write: some tens of large pictures.
    package static let work = 1 << 30
  }

  package struct Edit: Equatable, Sendable {
    /// The edit it was made after, or 0.
    package let parent: Int
    package let record: EditRecord
    var line = 0
  }

  /// Where one is and what is shown.
  package struct View: Equatable, Sendable {
    package let cell: Coordinate
    package let inputCursor: Coordinate
    package let kernelCursor: Coordinate
    package let subStep: Int?
    package let cellsPerSecond: Int
    package let reached: [Range<Int>]
    /// How the predictions go, and the cells that were answered wrongly.
    package let score: PredictionRun.Score
    package let missed: [Range<Int>]
  }

  /// About how many cells are written when all edits are made; 0 for what was only read.
  var work = 0
  /// Where the lines of the text stand that can still be refused: by their first word.
  var lines: [String: Int] = [:]

  init(seed: SessionSeed, edits: [Edit], current: Int, redo: [Int: Int], view: View, notes: [String: String] = [:]) {
    self.seed = seed
    self.edits = edits
    self.current = current
    self.redo = redo
    self.view = view
    self.notes = notes
  }

  /// The state as it is now; playback counts as paused.
  package init(_ state: ExplorerState, notes: [String: String] = [:]) {
    let history = state.history
    var newest: [Int: Int] = [:]
    for (index, edit) in history.edits.enumerated() { newest[edit.parent] = index + 1 }
    self.init(
      seed: state.seed, edits: history.edits.map { Edit(parent: $0.parent, record: $0.record) },
      current: history.current,
      redo: newest.reduce(into: [:]) { redo, entry in
        if let next = history.next(after: entry.key), next != entry.value { redo[entry.key] = next }
      },
      view: View(
        cell: state.cell, inputCursor: state.inputCursor, kernelCursor: state.kernelCursor, subStep: state.subStep,
        cellsPerSecond: state.playback.cellsPerSecond, reached: Array(state.reached.ranges),
        score: state.predictionRun.score, missed: Array(state.predictionRun.missed.ranges)),
      notes: notes)
    work = history.work
  }
}
