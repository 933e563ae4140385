import ConvolutionEngine

/// Every edit that was made, as a tree: undo followed by a new edit starts a branch, and the old one stays.
///
/// Edits are numbered from 1 in the order in which they were made; 0 is the document before all of them. Each keeps one
/// change, small however large the picture is: back to what was before while the edit is made, forth while it is undone.
package struct History: Sendable {
  /// Edit number `n` stands at `n - 1`, behind the one it was made after.
  private(set) var edits: [Edit] = []
  /// The edit that was made last on the way to the present document; 0 when all are undone.
  package private(set) var current = 0
  /// What redo makes first from the start.
  private var first: Int?
  /// About how many cells are written when all edits are made again: what opening a session of them costs.
  private(set) var work = 0
  /// Grows with every edit, undo and redo: tells whether there is something new to keep.
  package private(set) var changes = 0

  struct Edit: Sendable {
    let label: EditLabel
    let record: EditRecord
    /// The edit before it, or 0.
    let parent: Int
    /// How many edits lead to it, itself included.
    let depth: Int
    fileprivate(set) var delta: Delta
    /// The edit that redo makes after it: of several the one that was made or visited last.
    fileprivate(set) var next: Int?
  }

  package init() {}

  /// How many edits there are, undone ones included.
  package var count: Int { edits.count }
  /// What undo would take back next.
  package var undoLabel: EditLabel? { current == 0 ? nil : edits[current - 1].label }
  /// What redo would do again next.
  package var redoLabel: EditLabel? { next(after: current).map { edits[$0 - 1].label } }
  /// How many edits can be taken back.
  package var undoCount: Int { depth(of: current) }
  /// Tells one state of the document from every other: the same again only when undo or redo has led back to it.
  package var mark: HistoryMark { HistoryMark(edit: current) }

  /// What undo would apply.
  var undoDelta: Delta? { current == 0 ? nil : edits[current - 1].delta }
  /// What redo would apply.
  var redoDelta: Delta? { next(after: current).map { edits[$0 - 1].delta } }

  /// The edits that these two would take back and make.
  var undoRecord: EditRecord? { current == 0 ? nil : edits[current - 1].record }
  var redoRecord: EditRecord? { next(after: current).map { edits[$0 - 1].record } }

  /// What redo makes after an edit.
  func next(after edit: Int) -> Int? { edit == 0 ? first : edits[edit - 1].next }

  /// How many edits lead to this one.
  func depth(of edit: Int) -> Int { edit == 0 ? 0 : edits[edit - 1].depth }

  /// The edit before one, or 0.
  func parent(of edit: Int) -> Int { edit == 0 ? 0 : edits[edit - 1].parent }

  /// Notes a new edit of the present document; what had been undone stays as a branch.
  mutating func record(_ label: EditLabel, _ record: EditRecord, inverse: Delta, work: Int) {
    self.work += work
    changes += 1
    edits.append(
      Edit(label: label, record: record, parent: current, depth: undoCount + 1, delta: inverse, next: nil))
    setNext(edits.count, after: current)
    current = edits.count
  }

  /// Makes one edit of all that came after the first `count`, so that they are taken back together.
  mutating func join(since count: Int) {
    // Undo among the actions may have made a branch; then there is no one way back.
    let joined = edits[min(count, edits.count)...]
    let isLine = joined.indices.dropFirst().allSatisfy { edits[$0].parent == $0 }
    guard joined.count > 1, isLine, current == edits.count else { return }
    let inverse = Delta.group(joined.reversed().map(\.delta))
    let records = joined.map(\.record)
    current = edits[count].parent
    edits.removeSubrange(count...)
    record(.several, .several(records.flatMap(\.parts)), inverse: inverse, work: 0)
  }

  /// Notes that the present edit was undone; `forth` makes it again.
  mutating func noteUndone(forth: Delta) {
    changes += 1
    let parent = edits[current - 1].parent
    edits[current - 1].delta = forth
    setNext(current, after: parent)
    current = parent
  }

  /// Notes that the next edit was made again; `back` takes it back.
  mutating func noteRedone(back: Delta) {
    guard let next = next(after: current) else { return }
    changes += 1
    edits[next - 1].delta = back
    current = next
  }

  /// Chooses which of several edits redo makes after the one before it.
  mutating func choose(_ edit: Int) { setNext(edit, after: parent(of: edit)) }

  private mutating func setNext(_ next: Int, after edit: Int) {
    if edit == 0 { first = next } else { edits[edit - 1].next = next }
  }
}

/// A state of the document in its history; see `History.mark`.
package struct HistoryMark: Hashable, Sendable {
  fileprivate let edit: Int

  /// The document as it was before the first edit.
  package static let start = HistoryMark(edit: 0)
  /// No state at all: what no file holds yet.
  package static let none = HistoryMark(edit: -1)
}

/// What an edit was, for "undone: …" on the status line.
package enum EditLabel: Hashable, Sendable {
  case cell(OperandName, row: Int, column: Int)
  case block(OperandName, row: Int, column: Int, size: PerAxis<Int>)
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
  case shift(rows: Int, columns: Int)
  case kernels(Int)
  /// Of a study, or back to the grids.
  case study(StudyName?)
  /// A wanted output, one cell of it, and the kernel that comes nearest to it.
  case target
  case targetCell(row: Int, column: Int)
  case fit
  case several
}
