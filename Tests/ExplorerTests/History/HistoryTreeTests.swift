import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("The tree of edits")
struct HistoryTreeTests {
  /// Two branches from the first edit: 1 – 2 – 3 and 1 – 4 – 5.
  private func branched() throws -> ExplorerState {
    var state = try Examples.plusUnderSobel()
    for column in 0..<3 { try state.apply(.edit(.input, Coordinate(row: 0, column: column), 9)) }
    try state.apply(.undo)
    try state.apply(.undo)
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.set(.flip, .flag(true)))
    return state
  }

  @Test("the way to another branch goes back to where they meet, then forth")
  func route() throws {
    let history = try branched().history
    #expect(history.current == 5)
    #expect(history.route(to: 3) == HistoryRoute(undone: 2, redone: [2, 3]))
    #expect(history.route(to: 4) == HistoryRoute(undone: 1, redone: []))
    #expect(history.route(to: 0) == HistoryRoute(undone: 3, redone: []))
    #expect(history.route(to: 5) == HistoryRoute(undone: 0, redone: []))
    #expect(history.route(to: 6) == nil)
    #expect(history.route(to: -1) == nil)
  }

  @Test("going to an edit gives the document as it was after it, and redo follows the branch one came from")
  func goTo() throws {
    var state = try branched()
    try state.apply(.goToEdit(3))
    #expect(state.experiment.operands[.input]?[row: 0, column: 2] == 9)
    #expect(state.experiment.parameters.stride == PerAxis(1))
    try state.apply(.undo)
    try state.apply(.undo)
    #expect(state.history.redoLabel == .cell(.input, row: 0, column: 1))
    try state.apply(.goToEdit(4))
    try state.apply(.undo)
    #expect(state.history.redoLabel == .parameter(.stride))
    #expect(throws: ExplorerError.noSuchEdit(6, count: 5)) { try state.apply(.goToEdit(6)) }
    #expect(throws: ExplorerError.noSuchEdit(-1, count: 5)) { try state.apply(.goToEdit(-1)) }
  }

  @Test("the outline has every edit once, the left branch indented before the one that redo follows")
  func outline() throws {
    let lines = try branched().history.outline
    #expect(lines.map(\.edit) == [0, 1, 2, 3, 4, 5])
    #expect(lines.map(\.indent) == [0, 0, 1, 1, 0, 0])
    var state = try branched()
    try state.apply(.goToEdit(2))
    let other = state.history.outline
    #expect(other.map(\.edit) == [0, 1, 4, 5, 2, 3])
    #expect(other.map(\.indent) == [0, 0, 1, 1, 0, 0])
  }

  @Test("every document that ever was is reached again from every other", arguments: [1, 2, 3] as [UInt64])
  func everyState(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = try Examples.plusUnderSobel()
    var documents = [state.document]
    for _ in 0..<150 {
      _ = try? state.apply(RandomEdits.next(&random, edits: state.history.count))
      if state.history.count == documents.count { documents.append(state.document) }
      #expect(state.history.count < documents.count + 1)
      #expect(state.document == documents[state.history.current], "seed \(seed)")
    }
    try #require(Set(state.history.edits.map(\.parent)).count < state.history.count, "no branch, seed \(seed)")
    for _ in 0..<60 {
      let edit = Int.random(in: 0...state.history.count, using: &random)
      try state.apply(.goToEdit(edit))
      #expect(state.document == documents[edit], "seed \(seed), edit \(edit)")
      #expect(state.history.outline.first { $0.edit == edit }?.indent == 0, "the way one is on is the main one")
    }
  }

  @Test("undo-all and redo-all come back on every branch", arguments: [4, 5] as [UInt64])
  func undoAll(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = try Examples.plusUnderSobel()
    let start = state.document
    for _ in 0..<120 { _ = try? state.apply(RandomEdits.next(&random, edits: state.history.count)) }
    let parents = Set(state.history.edits.map(\.parent))
    for tip in 1...state.history.count where !parents.contains(tip) {
      try state.apply(.goToEdit(tip))
      let end = state.document
      while state.history.undoCount > 0 { try state.apply(.undo) }
      #expect(state.document == start, "seed \(seed)")
      while state.history.redoLabel != nil { try state.apply(.redo) }
      #expect(state.document == end && state.history.current == tip, "seed \(seed), tip \(tip)")
    }
  }

  @Test("what is done together is one edit, unless it branches on the way")
  func together() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.together([.set(.stride, .axes(PerAxis(2))), .step(.forward), .set(.flip, .flag(true))]))
    #expect(state.history.count == 1)
    #expect(
      state.history.edits[0].record
        == .several([.action(.set(.stride, .axes(PerAxis(2)))), .action(.set(.flip, .flag(true)))]))
    try state.apply(.together([.reveal(.stepping), .undo, .reveal(.stepping), .reveal(.live)]))
    #expect(state.history.count == 4)
    #expect(state.history.undoCount == 3)
  }
}
