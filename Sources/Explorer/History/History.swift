import ConvolutionEngine

/// What was done, as inverse changes: small however large the picture is.
package struct History: Sendable {
  private(set) var undoable: [Entry] = []
  private(set) var redoable: [Entry] = []

  struct Entry: Sendable {
    let label: EditLabel
    let inverse: Delta
  }

  package init() {}

  /// What undo would take back next.
  package var undoLabel: EditLabel? { undoable.last?.label }
  /// What redo would do again next.
  package var redoLabel: EditLabel? { redoable.last?.label }
  /// How many edits can be taken back.
  package var undoCount: Int { undoable.count }

  /// Notes a new edit; what had been undone is gone.
  mutating func record(_ entry: Entry) {
    undoable.append(entry)
    redoable.removeAll()
  }

  /// Makes one entry of all edits beyond the first `depth`, so that they are taken back together.
  mutating func mergeUndo(downTo depth: Int) {
    let merged = undoable[depth...]
    guard merged.count > 1 else { return }
    let inverse = Delta.group(merged.reversed().map(\.inverse))
    undoable.removeSubrange(depth...)
    undoable.append(Entry(label: .several, inverse: inverse))
  }

  mutating func takeUndo() -> Entry? { undoable.popLast() }
  mutating func takeRedo() -> Entry? { redoable.popLast() }
  mutating func pushUndone(_ entry: Entry) { redoable.append(entry) }
  mutating func pushRedone(_ entry: Entry) { undoable.append(entry) }
}

/// What an edit was, for "undone: …" on the status line.
package enum EditLabel: Hashable, Sendable {
  case cell(OperandName, row: Int, column: Int)
  case resize(OperandName)
  case parameter(ParameterName)
  case preset(OperandName, String)
  case load(OperandName, String)
  case reveal
  case several
}
