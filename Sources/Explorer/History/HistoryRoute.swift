/// The way from one edit of a history to another: back to where both branches meet, then forth.
package struct HistoryRoute: Equatable, Sendable {
  /// How many edits are undone first.
  package let undone: Int
  /// The edits that are made then, in order.
  package let redone: [Int]
}

extension History {
  /// The way from the present edit to another one; nil when there is no such edit. Complexity: the length of the way.
  package func route(to target: Int) -> HistoryRoute? {
    guard (0...count).contains(target) else { return nil }
    var back = current
    var forth = target
    var undone = 0
    var redone: [Int] = []
    while back != forth {
      // A parent has a smaller number than its children, so the larger of two never leads to the other.
      if back > forth {
        back = parent(of: back)
        undone += 1
      } else {
        redone.append(forth)
        forth = parent(of: forth)
      }
    }
    return HistoryRoute(undone: undone, redone: redone.reversed())
  }

  /// The tree as a list, the oldest edit first: what redo follows stands at the same depth, what was left behind is
  /// indented and stands before it.
  package var outline: [HistoryLine] {
    var children: [Int: [Int]] = [:]
    for edit in edits.indices { children[edits[edit].parent, default: []].append(edit + 1) }
    var lines = [HistoryLine(edit: 0, indent: 0, label: nil, record: nil)]
    // A stack of its own: ten thousand edits in a row are ten thousand levels.
    var waiting = following(0, indent: 0, children)
    while let (edit, indent) = waiting.popLast() {
      lines.append(
        HistoryLine(edit: edit, indent: indent, label: edits[edit - 1].label, record: edits[edit - 1].record))
      waiting += following(edit, indent: indent, children)
    }
    return lines
  }

  /// What comes after an edit, the last to be told first.
  private func following(_ edit: Int, indent: Int, _ children: [Int: [Int]]) -> [(Int, Int)] {
    let next = next(after: edit)
    let branches = (children[edit] ?? []).filter { $0 != next }
    return (next.map { [($0, indent)] } ?? []) + branches.reversed().map { ($0, indent + 1) }
  }
}

/// One edit in the list of all.
package struct HistoryLine: Sendable {
  /// 0 for the document before the first edit.
  package let edit: Int
  /// How many branchings lie between it and the way that redo follows from the start.
  package let indent: Int
  /// Nil for the start.
  package let label: EditLabel?
  package let record: EditRecord?
}
