import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("A rectangle of numbers written at once")
struct BlockEditTests {
  private let block = GridBlock(size: PerAxis(vertical: 2, horizontal: 3), values: [1, 2, 3, 4, 5, 6])

  @Test("changes just its cells, as one edit that undo takes back")
  func edit() throws {
    var state = try Examples.plusUnderSobel()
    let before = state.document
    let block = try #require(block)
    try state.apply(.block(.input, Coordinate(row: 4, column: 4), block))
    let input = try #require(state.experiment.operands[.input])
    #expect(GridBlock(of: input, at: Coordinate(row: 4, column: 4), size: block.size) == block)
    var single = try Examples.plusUnderSobel()
    for (index, value) in block.values.enumerated() {
      try single.apply(.edit(.input, Coordinate(row: 4 + index / 3, column: 4 + index % 3), value))
    }
    #expect(input == single.experiment.operands[.input])
    #expect(state.history.count == 1)
    try state.apply(.undo)
    #expect(state.document == before)
    try state.apply(.redo)
    #expect(state.experiment.operands[.input] == input)
  }

  @Test("is refused where it reaches beyond the grid, with the first cell that is not there")
  func outside() throws {
    var state = try Examples.plusUnderSobel()
    let before = state.document
    let block = try #require(block)
    for corner in [Coordinate(row: 6, column: 0), Coordinate(row: 0, column: 5), Coordinate(row: -1, column: 0)] {
      #expect(throws: ExplorerError.self) { try state.apply(.block(.input, corner, block)) }
    }
    #expect(state.document == before)
    #expect(state.history.count == 0)
  }

  @Test(
    "has a text that reads back",
    arguments: [Coordinate(row: 1, column: 2), Coordinate(batch: 3, channel: 1, row: 1, column: 2)])
  func text(corner: Coordinate) throws {
    let action = ExplorerAction.block(.weights, corner, try #require(block))
    #expect(try ExplorerAction(text: action.description) == action)
  }

  @Test(
    "A text that is wrong names its word",
    arguments: [
      ("block input 1 2x2 1 2 3 4", ""), ("block input 1 2 2x2 1 2 3", "3"), ("block input 1 2 0x2", "0x2"),
      ("block input 1 2 9999999999x9999999999 1", "9999999999x9999999999"), ("block input 1 2 2x2 1 2 3 x", "x"),
    ])
  func badText(text: String, word: String) {
    do {
      _ = try ExplorerAction(text: text)
      Issue.record("“\(text)” was read")
    } catch {
      #expect(word.isEmpty || error.word == word)
    }
  }

  @Test("stands in a session")
  func session() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.block(.input, Coordinate(row: 0, column: 0), try #require(block)))
    let session = try SessionText.read(SessionText.write(Session(state)))
    let replayed = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    #expect(replayed == state)
  }

  @Test("has no size beyond the largest")
  func sizes() {
    #expect(GridBlock(filling: PerAxis(vertical: 0, horizontal: 3), with: 1) == nil)
    #expect(GridBlock(filling: PerAxis(vertical: .max, horizontal: 3), with: 1) == nil)
    #expect(GridBlock(filling: PerAxis(vertical: 1, horizontal: GridBlock.largest + 1), with: 1) == nil)
    #expect(GridBlock(size: PerAxis(2), values: [1, 2, 3]) == nil)
  }
}
