import ConvolutionEngine

/// What was done, as inverse changes: small however large the picture is.
package struct History: Sendable {
  private(set) var undoable: [Entry] = []
  private(set) var redoable: [Entry] = []

  /// An edit that was made, by the number it had when it was made first; undo and redo keep it.
  struct Entry: Sendable {
    let edit: Int
    let label: EditLabel
    let inverse: Delta
  }

  /// The number of the last new edit.
  private var lastEdit = 0

  package init() {}

  /// What undo would take back next.
  package var undoLabel: EditLabel? { undoable.last?.label }
  /// What redo would do again next.
  package var redoLabel: EditLabel? { redoable.last?.label }
  /// How many edits can be taken back.
  package var undoCount: Int { undoable.count }

  /// Tells one state of the document from every other: the same again only when undo or redo has led back to it.
  package var mark: HistoryMark { HistoryMark(edit: undoable.last?.edit ?? 0) }

  /// Notes a new edit; what had been undone is gone.
  mutating func record(_ label: EditLabel, inverse: Delta) {
    lastEdit += 1
    undoable.append(Entry(edit: lastEdit, label: label, inverse: inverse))
    redoable.removeAll()
  }

  /// Makes one entry of all edits beyond the first `depth`, so that they are taken back together.
  mutating func mergeUndo(downTo depth: Int) {
    // Undo among the actions may have gone below that depth; then there is nothing to join.
    guard undoable.count > depth + 1 else { return }
    let inverse = Delta.group(undoable[depth...].reversed().map(\.inverse))
    undoable.removeSubrange(depth...)
    undoable.append(Entry(edit: lastEdit, label: .several, inverse: inverse))
  }

  mutating func takeUndo() -> Entry? { undoable.popLast() }
  mutating func takeRedo() -> Entry? { redoable.popLast() }
  mutating func pushUndone(_ entry: Entry) { redoable.append(entry) }
  mutating func pushRedone(_ entry: Entry) { undoable.append(entry) }
}

/// A state of the document in its history; see `History.mark`.
package struct HistoryMark: Hashable, Sendable {
  fileprivate let edit: Int

  /// The document as it was before the first edit.
  package static let start = HistoryMark(edit: 0)
}

/// What an edit was, for "undone: …" on the status line.
package enum EditLabel: Hashable, Sendable {
  case cell(OperandName, row: Int, column: Int)
  case resize(OperandName)
  case parameter(ParameterName)
  case operation(OperatorName)
  case preset(OperandName, String)
  case load(OperandName, String)
  case filters(Int)
  case channels(Int)
  case bias(filter: Int)
  case remove(OperandName)
  case reveal
  case several
}
