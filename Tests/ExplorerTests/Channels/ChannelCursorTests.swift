import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("The current channel and filter")
struct ChannelCursorTests {
  /// 4 channels and 4 filters of 1×1 in 2 groups.
  private func grouped() throws -> ExplorerState {
    let input = Tensor(shape: try Shape(channels: 4, height: 2, width: 2), repeating: 1)
    var state = ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(
          operation: .conv2d,
          operands: Operands([
            .input: input, .weights: Tensor(shape: try Shape(batch: 4, channels: 4, height: 1, width: 1), repeating: 1),
          ]))))
    try state.apply(.set(.groups, .integer(2)))
    return state
  }

  @Test("walking channels changes the input and the kernel, not the filter that sees both")
  func channel() throws {
    var state = try grouped()
    try state.apply(.channel(1))
    #expect(state.inputCursor.channel == 1)
    #expect(state.kernelCursor.channel == 1)
    #expect(state.cell.channel == 0)
  }

  @Test("a channel that the filter does not see brings a filter that does")
  func otherGroup() throws {
    var state = try grouped()
    try state.apply(.filter(1))
    try state.apply(.channel(3))
    #expect(state.cell.channel == 2)
    #expect(state.kernelCursor == Coordinate(batch: 2, channel: 1, row: 0, column: 0))
  }

  @Test("a filter of another group shows its own channels, at the same place of the group")
  func filter() throws {
    var state = try grouped()
    try state.apply(.channel(1))
    try state.apply(.filter(3))
    #expect(state.inputCursor.channel == 3)
    #expect(state.kernelCursor.channel == 1)
    #expect(state.cell == Coordinate(channel: 3, row: 0, column: 0))
  }

  @Test("stepping on through all cells comes to the next filter and its channels")
  func stepping() throws {
    var state = try grouped()
    for _ in 0..<8 { try state.apply(.step(.forward)) }
    #expect(state.cell.channel == 2)
    #expect(state.inputCursor.channel == 2)
  }

  @Test("product by product goes through the channels, and the panels follow")
  func products() throws {
    var state = try grouped()
    try state.apply(.filter(2))
    try state.apply(.subStep(.forward))
    #expect(state.inputCursor.channel == 2)
    try state.apply(.subStep(.forward))
    #expect(state.inputCursor.channel == 3)
    #expect(state.kernelCursor.channel == 1)
    try state.apply(.subStep(.back))
    #expect(state.inputCursor.channel == 2)
  }

  @Test("a weight or an input cell that is edited is shown, with its filter and channel")
  func edits() throws {
    var state = try grouped()
    try state.apply(.edit(.weights, Coordinate(batch: 3, channel: 1, row: 0, column: 0), 5))
    #expect(state.cell.channel == 3)
    #expect(state.inputCursor.channel == 3)
    try state.apply(.edit(.input, Coordinate(channel: 0, row: 1, column: 1), 5))
    #expect(state.inputCursor == Coordinate(channel: 0, row: 1, column: 1))
    #expect(state.cell.channel == 0)
  }
}
