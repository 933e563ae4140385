import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Stepping")
struct SteppingTests {
  @Test("forward and back walk all cells in reading order and stop at the ends")
  func readingOrder() throws {
    var state = try Examples.plusUnderSobel()
    var visited = [state.cell]
    for _ in 0..<60 {
      try state.apply(.step(.forward))
      if state.cell != visited.last { visited.append(state.cell) }
    }
    #expect(visited.count == 49)
    #expect(visited[7] == Coordinate(row: 1, column: 0))
    #expect(state.cell == Coordinate(row: 6, column: 6))
    for _ in 0..<60 { try state.apply(.step(.back)) }
    #expect(state.cell == Coordinate(row: 0, column: 0))
  }

  @Test("home, end, first, last, up and down stay in the plane")
  func ends() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.step(.last))
    #expect(state.cell == Coordinate(row: 6, column: 6))
    try state.apply(.step(.up))
    #expect(state.cell == Coordinate(row: 5, column: 6))
    try state.apply(.step(.rowStart))
    #expect(state.cell == Coordinate(row: 5, column: 0))
    try state.apply(.step(.rowEnd))
    #expect(state.cell == Coordinate(row: 5, column: 6))
    try state.apply(.step(.first))
    try state.apply(.step(.up))
    #expect(state.cell == Coordinate(row: 0, column: 0))
  }

  @Test("a jump goes to a cell and refuses one that is not there")
  func jump() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.jump(row: 3, column: 4))
    #expect(state.cell == Coordinate(row: 3, column: 4))
    let before = state
    #expect(throws: ExplorerError.noSuchCell(row: 7, column: 0, size: state.outputShape)) {
      try state.apply(.jump(row: 7, column: 0))
    }
    #expect(state == before)
  }

  @Test("forward runs on into the next filter's plane")
  func nextPlane() throws {
    let input = try Tensor(rows: [[1, 2], [3, 4]])
    let weights = try Tensor(shape: Shape(batch: 2, height: 2, width: 2), values: [1, 0, 0, 0, 0, 0, 0, 1])
    let experiment = try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
    var state = ExplorerState(document: ExplorerDocument(experiment: experiment))
    try state.apply(.step(.forward))
    #expect(state.cell.channel == 1)
    #expect(state.kernelCursor.batch == 1)
    #expect(state.experiment.value(at: state.cell) == 4)
  }

  @Test("in stepping mode a cell is known once the window has been there")
  func reveal() throws {
    var state = try Examples.plusUnderSobel(reveal: .stepping)
    #expect(state.isRevealed(Coordinate(row: 0, column: 0)))
    #expect(!state.isRevealed(Coordinate(row: 0, column: 1)))
    try state.apply(.step(.forward))
    #expect(state.isRevealed(Coordinate(row: 0, column: 1)))
    try state.apply(.jump(row: 4, column: 4))
    #expect(state.isRevealed(Coordinate(row: 4, column: 4)))
    #expect(!state.isRevealed(Coordinate(row: 4, column: 3)))
  }

  @Test("turning to stepping mode keeps what lies before the window, and live mode shows all")
  func revealModes() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.jump(row: 2, column: 2))
    try state.apply(.reveal(.stepping))
    #expect(state.isRevealed(Coordinate(row: 1, column: 6)))
    #expect(!state.isRevealed(Coordinate(row: 2, column: 3)))
    try state.apply(.undo)
    #expect(state.isRevealed(Coordinate(row: 6, column: 6)))
  }

  @Test("product by product counts up to the whole cell and back to none")
  func subSteps() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.subStep(.forward))
    #expect(state.subStep == 1)
    for _ in 0..<20 { try state.apply(.subStep(.forward)) }
    #expect(state.subStep == 9)
    for _ in 0..<20 { try state.apply(.subStep(.back)) }
    #expect(state.subStep == 0)
    try state.apply(.subStep(.all))
    #expect(state.subStep == nil)
    try state.apply(.subStep(.forward))
    try state.apply(.step(.forward))
    #expect(state.subStep == nil)
  }

  @Test("playback steps on ticks, stops at the last cell and starts again from the first")
  func playback() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.tick)
    #expect(state.cellOffset == 0)
    try state.apply(.play)
    for _ in 0..<48 { try state.apply(.tick) }
    #expect(state.cellOffset == 48)
    #expect(!state.playback.isPlaying)
    try state.apply(.play)
    #expect(state.cellOffset == 0)
    #expect(state.playback.isPlaying)
  }

  @Test("speeds are 1 to 60 cells per second")
  func speeds() throws {
    var state = try Examples.plusUnderSobel()
    #expect(throws: ExplorerError.speed(0)) { try state.apply(.speed(0)) }
    #expect(throws: ExplorerError.speed(61)) { try state.apply(.speed(61)) }
    try state.apply(.speed(60))
    #expect(state.playback.faster == 60)
    #expect(state.playback.slower == 45)
  }
}
