import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("A target for the output")
struct TargetTests {
  private func apply(_ texts: String..., to state: inout ExplorerState) throws {
    for text in texts { try state.apply(try ExplorerAction(text: text)) }
  }

  @Test("it is a copy of the output, is looked at, and each change of it is an edit of its own")
  func edits() throws {
    var state = try Examples.plusUnderSobel()
    let output = state.experiment.output()
    try apply("target", to: &state)
    #expect(state.document.target == output)
    #expect(state.showsTarget && state.outputView == .other)
    try apply("target edit 2 3 8", "target edit 0 0 -1", to: &state)
    #expect(state.document.target?[Coordinate(row: 2, column: 3)] == 8)
    #expect(state.history.undoCount == 3)
    try apply("undo", to: &state)
    #expect(state.document.target?[Coordinate(row: 0, column: 0)] == output?[Coordinate(row: 0, column: 0)])
    try apply("undo", to: &state)
    #expect(state.document.target == output)
    try apply("undo", to: &state)
    #expect(state.document.target == nil && state.comparison.other == nil && !state.isCompared)
    try apply("redo", "redo", "redo", to: &state)
    #expect(state.document.target?[Coordinate(row: 0, column: 0)] == -1)
    #expect(state.showsTarget)
    // The kernel and the output are what they were.
    #expect(state.experiment.output() == output)
  }

  @Test("the difference is that of output and target, and Y leads through all three")
  func compared() throws {
    var state = try Examples.plusUnderSobel()
    try apply("target", "target edit 3 3 5", "show difference", to: &state)
    let result = try #require(state.comparisonRequest?.result())
    let isTaken = state.accept(result)
    #expect(isTaken)
    #expect(result.statistics.beyond == 1 && result.statistics.largest == 5)
    #expect(result.statistics.largestAt == Coordinate(row: 3, column: 3))
    #expect(state.shownValue(at: Coordinate(row: 3, column: 3)) == -5)
    #expect(!state.showsTarget)
  }

  @Test("it stays while something else is compared, and is told where its shape is another one")
  func stays() throws {
    var state = try Examples.plusUnderSobel()
    try apply("target", "compare float32-sums", to: &state)
    #expect(state.document.target != nil && state.comparison.other == .algorithm(.float32Sums))
    try apply("compare target", "set stride 2", to: &state)
    #expect(
      state.comparisonState
        == .broken(.targetShape(try Shape(height: 7, width: 7), output: try Shape(height: 4, width: 4))))
    #expect(!state.showsTarget)
    try apply("target off", to: &state)
    #expect(state.comparisonState == .off)
    let count = state.history.count
    try apply("target off", to: &state)
    #expect(state.history.count == count)
  }

  @Test(
    "its actions have texts that are read back",
    arguments: [
      "target", "target off", "target edit 1 2 0.5", "target edit 3 1 2 -4", "target 1x1x2x2 1 2 3 4", "fit",
      "compare target",
    ])
  func texts(text: String) throws {
    #expect(try ExplorerAction(text: text).description == text)
  }

  @Test("what is no such action is refused", arguments: ["target on", "target edit 1 2", "target 1x1x2x2 1", "fit 3"])
  func noTexts(text: String) {
    #expect(throws: ActionTextError.self) { try ExplorerAction(text: text) }
  }

  @Test("a session keeps the target, what it is compared with, and the fitted kernel")
  func session() throws {
    var state = try Examples.plusUnderSobel()
    try apply("target", "target edit 2 2 9", "fit", "undo", to: &state)
    let bytes = try SessionText.write(Session(state, notes: state.comparisonNotes))
    let session = try SessionText.read(bytes)
    var other = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    other.restoreComparison(from: session.notes)
    #expect(other == state)
    #expect(other.document.target == state.document.target && other.comparison.other == .target)
    try other.apply(.redo)
    try state.apply(.redo)
    #expect(other.document == state.document)
    #expect(other.document.origins[.weights]?.name == GridOrigin.fitted)
  }
}
