import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("History")
struct HistoryTests {
  /// A seeded run over every kind of edit; refusals are part of it.
  private func randomRun(seed: UInt64, count: Int, on state: inout ExplorerState) -> Int {
    var random = SeededGenerator(seed: seed)
    var made = 0
    for _ in 0..<count {
      let action: ExplorerAction =
        switch random.next() % 9 {
        case 0, 1, 2:
          .edit(
            .input, Coordinate(row: Int(random.next() % 7), column: Int(random.next() % 7)),
            Float(Int(random.next() % 19)) - 9)
        case 3: .edit(.weights, Coordinate(row: Int(random.next() % 3), column: Int(random.next() % 3)), 0.5)
        case 4: .set(.stride, .axes(PerAxis(vertical: Int(random.next() % 4), horizontal: 1)))
        case 5: .set(.padding, .sides(Padding(Int(random.next() % 4))))
        case 6:
          .resize(
            .input, PerAxis(vertical: Int(random.next() % 9), horizontal: Int(random.next() % 9)))
        case 7: .set(.paddingMode, .modes(PerAxis(PaddingMode.allCases[Int(random.next() % 4)])))
        default: .reveal(random.next() % 2 == 0 ? .live : .stepping)
        }
      if (try? state.apply(action)) != nil { made += 1 }
    }
    return made
  }

  @Test("undo-all returns to the start document and redo-all to the end document", arguments: [1, 2, 3, 4, 5])
  func undoAll(seed: UInt64) throws {
    var state = try Examples.plusUnderSobel()
    let start = state.document
    let made = randomRun(seed: seed, count: 400, on: &state)
    try #require(made > 100, "seed \(seed)")
    let end = state.document
    while state.history.undoCount > 0 { try state.apply(.undo) }
    #expect(state.document == start, "seed \(seed)")
    for _ in 0..<made { try state.apply(.redo) }
    #expect(state.document == end, "seed \(seed)")
    #expect(throws: ExplorerError.nothingToRedo) { try state.apply(.redo) }
  }

  @Test("after a new edit there is nothing to redo, and what had been undone stays as a branch")
  func newEditBranches() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.undo)
    #expect(state.history.redoLabel == .parameter(.stride))
    try state.apply(.set(.flip, .flag(true)))
    #expect(state.history.redoLabel == nil)
    #expect(state.history.undoLabel == .parameter(.flip))
    #expect(state.history.count == 2)
    try state.apply(.goToEdit(1))
    #expect(state.document.experiment.parameters.stride == PerAxis(2))
    #expect(state.document.experiment.parameters[.flip] == .flag(false))
  }

  @Test("a cell edit keeps one number, not the picture")
  func smallEntries() throws {
    var state = try Examples.plusUnderSobel()
    for column in 0..<7 { try state.apply(.edit(.input, Coordinate(row: 1, column: column), 3)) }
    for (index, edit) in state.history.edits.enumerated() {
      switch edit.delta {
      case .cell: break
      case .group(let deltas): #expect(index == 0 && deltas.count == 2, "only the first edit marks the origin")
      default: Issue.record("unexpected delta \(edit.delta)")
      }
    }
  }

  @Test("10,000 edits on a picture of 4000×3000 cells add less than 10 MB")
  func largePicture() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.load(.input, Tensor(shape: try Shape(height: 3000, width: 4000)), name: "photo.png"))
    let before = state.history.undoCount
    for edit in 0..<10_000 {
      try state.apply(.edit(.input, Coordinate(row: edit % 3000, column: edit * 7 % 4000), Float(edit)))
    }
    let edits = state.history.edits[before...]
    #expect(edits.count == 10_000)
    // A cell's change has no memory beyond its entry, but for the first, which is grouped with the mark of the origin.
    let isPlain = edits.dropFirst().allSatisfy { if case .cell = $0.delta { true } else { false } }
    #expect(isPlain)
    #expect(state.history.edits.capacity * MemoryLayout<History.Edit>.stride < 10_000_000)
  }

  @Test("a mark is met again by undo and redo only, never by as many other edits")
  func marks() throws {
    var state = try Examples.plusUnderSobel()
    #expect(state.history.mark == .start)
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    let saved = state.history.mark
    try state.apply(.undo)
    #expect(state.history.mark == .start)
    try state.apply(.redo)
    #expect(state.history.mark == saved)
    try state.apply(.undo)
    try state.apply(.set(.flip, .flag(true)))
    #expect(state.history.undoCount == 1)
    #expect(state.history.mark != saved)
  }

  @Test("undo among actions done together goes back without a trap")
  func undoTogether() throws {
    var state = try Examples.plusUnderSobel()
    let start = state.document
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.set(.flip, .flag(true)))
    try state.apply(.together([.undo, .undo]))
    #expect(state.document == start)
    #expect(state.history.undoCount == 0)
  }

  @Test("growing and shrinking back keeps no zeros")
  func resizeDeltas() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.resize(.input, PerAxis(vertical: 100, horizontal: 100)))
    try state.apply(.resize(.input, PerAxis(vertical: 7, horizontal: 7)))
    guard case .resize(.input, _, let cells)? = state.history.edits.last?.delta else {
      Issue.record("expected a resize")
      return
    }
    #expect(cells.isEmpty)
  }
}
