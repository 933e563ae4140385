import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Editing channels, filters and groups")
struct ChannelEditTests {
  /// 2 channels of 3×3 under 2 filters of 1×1: filter f takes channel c times 10·f + c + 1.
  private func small() throws -> ExplorerState {
    let input = try Tensor(
      shape: try Shape(channels: 2, height: 3, width: 3), values: (0..<18).map { Float($0) })
    let weights = try Tensor(shape: try Shape(batch: 2, channels: 2, height: 1, width: 1), values: [1, 2, 11, 12])
    return ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))))
  }

  private func weights(_ state: ExplorerState) -> [Float] { state.experiment.operands[.weights]?.values ?? [] }

  @Test("new filters are copies of the last with its bias, and undo takes them back")
  func filters() throws {
    var state = try small()
    try state.apply(.edit(.bias, Coordinate(channel: 1, row: 0, column: 0), 0.5))
    let before = state.document
    try state.apply(.filters(4))
    #expect(weights(state) == [1, 2, 11, 12, 11, 12, 11, 12])
    #expect(state.experiment.operands[.bias]?.values == [0, 0.5, 0.5, 0.5])
    #expect(state.outputShape.channels == 4)
    try state.apply(.undo)
    #expect(state.document == before)
    try state.apply(.filters(1))
    #expect(weights(state) == [1, 2])
    #expect(state.experiment.operands[.bias]?.values == [0])
  }

  @Test("cutting into groups keeps the kernels of channels that are still seen; joining repeats the others")
  func groups() throws {
    var state = try small()
    let before = state.document
    try state.apply(.set(.groups, .integer(2)))
    // Filter 0 sees channel 0 alone, filter 1 channel 1.
    #expect(weights(state) == [1, 12])
    #expect(state.experiment.value(at: Coordinate(channel: 1, row: 0, column: 0)) == 9 * 12)
    try state.apply(.set(.groups, .integer(1)))
    #expect(weights(state) == [1, 1, 12, 12])
    try state.apply(.undo)
    try state.apply(.undo)
    #expect(state.document == before)
    #expect(throws: ExplorerError.experiment(.convolution(.groups(3, channels: 2, filters: 2)))) {
      try state.apply(.set(.groups, .integer(3)))
    }
    #expect(state.document == before)
  }

  @Test("new channels are copies of the last, and every filter gets a kernel for them")
  func channels() throws {
    var state = try small()
    let before = state.document
    try state.apply(.channels(3))
    #expect(state.experiment.operands[.input]?.values.suffix(9) == (9..<18).map { Float($0) }[...])
    #expect(weights(state) == [1, 2, 1, 11, 12, 11])
    try state.apply(.channels(1))
    #expect(weights(state) == [1, 11])
    try state.apply(.undo)
    try state.apply(.undo)
    #expect(state.document == before)
  }

  @Test("counts that groups do not divide, and counts beyond reason, are refused with the facts")
  func refusals() throws {
    var state = try small()
    try state.apply(.set(.groups, .integer(2)))
    let before = state
    #expect(throws: ExplorerError.filterCount(3, groups: 2, limit: 4096)) { try state.apply(.filters(3)) }
    #expect(throws: ExplorerError.filterCount(0, groups: 2, limit: 4096)) { try state.apply(.filters(0)) }
    #expect(throws: ExplorerError.filterCount(.max, groups: 2, limit: 4096)) { try state.apply(.filters(.max)) }
    #expect(throws: ExplorerError.channelCount(5, groups: 2, limit: 4096)) { try state.apply(.channels(5)) }
    #expect(throws: ExplorerError.noSuchFilter(2, count: 2)) { try state.apply(.filter(2)) }
    #expect(throws: ExplorerError.noSuchFilter(2, count: 2)) {
      try state.apply(.edit(.bias, Coordinate(channel: 2, row: 0, column: 0), 1))
    }
    #expect(throws: ExplorerError.experiment(.missingOperand(.weights))) { try state.apply(.remove(.weights)) }
    #expect(
      throws: ExplorerError.kernelSize(
        "sobel-x", PerAxis(3), filters: PerAxis(1))
    ) { try state.apply(.presetFilter(1, "sobel-x")) }
    #expect(state == before)
  }

  @Test("an operator without filters refuses to add or draw any")
  func otherOperator() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.operation(.maxPool2d, row: nil))
    let before = state
    for action: ExplorerAction in [.filters(3), .randomFilters(3, seed: 1), .presetFilter(0, "blur")] {
      #expect(throws: ExplorerError.noFilters(.maxPool2d)) { try state.apply(action) }
    }
    #expect(state == before)
  }

  @Test("joining groups that would need more weights than fit is refused before anything is allocated")
  func tooMany() throws {
    let count = 4096
    let input = Tensor(shape: try Shape(channels: count, height: 5, width: 5))
    let weights = Tensor(shape: try Shape(batch: count, channels: 1, height: 5, width: 5))
    var experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: try Tensor(rows: [[1]]), .weights: try Tensor(rows: [[1]])]))
    var parameters = experiment.parameters
    parameters[.groups] = .integer(count)
    experiment = try Experiment(
      operation: .conv2d, operands: Operands([.input: input, .weights: weights]), parameters: parameters)
    var state = ExplorerState(document: ExplorerDocument(experiment: experiment))
    #expect(
      throws: ExplorerError.tooManyWeights(
        filters: count, channels: count, kernel: PerAxis(5), limit: ExplorerState.operandLimit)
    ) { try state.apply(.set(.groups, .integer(1))) }
  }

  @Test("the first bias that is edited makes the others 0; taking them away leaves none, and nothing else")
  func bias() throws {
    var state = try small()
    let before = state.document
    try state.apply(.edit(.bias, Coordinate(channel: 1, row: 0, column: 0), 3))
    #expect(state.experiment.operands[.bias]?.values == [0, 3])
    #expect(state.cell.channel == 1, "the filter whose bias was edited is shown")
    #expect(state.history.undoLabel == .bias(filter: 1))
    try state.apply(.edit(.bias, Coordinate(channel: 0, row: 0, column: 0), -1))
    try state.apply(.remove(.bias))
    #expect(state.experiment.operands[.bias] == nil)
    let depth = state.history.undoCount
    try state.apply(.remove(.bias))
    #expect(state.history.undoCount == depth)
    for _ in 0..<3 { try state.apply(.undo) }
    #expect(state.document == before)
  }

  @Test("a bias file may hold its numbers in a row")
  func biasFile() throws {
    var state = try small()
    try state.apply(.load(.bias, try Tensor(rows: [[1, 2]]), name: "b.npy"))
    #expect(state.experiment.value(at: Coordinate(channel: 1, row: 0, column: 0)) == 9 * 12 + 2)
    #expect(throws: ExplorerError.experiment(.convolution(.biasMismatch(bias: 3, filters: 2)))) {
      try state.apply(.load(.bias, try Tensor(rows: [[1, 2, 3]]), name: "b.npy"))
    }
  }

  @Test("random filters are the same for a seed, small whole numbers, and others for another seed")
  func random() throws {
    var state = try small()
    try state.apply(.randomFilters(16, seed: 3))
    let first = weights(state)
    #expect(first.count == 32 && Set(first).count > 4)
    #expect(first.allSatisfy { abs($0) <= 3 && $0 == $0.rounded() })
    #expect(state.document.origins[.weights]?.name == "random-3")
    try state.apply(.randomFilters(16, seed: 3))
    #expect(weights(state) == first)
    try state.apply(.randomFilters(16, seed: 4))
    #expect(weights(state) != first)
  }

  @Test("weights that are loaded for a part of the channels bring their groups with them")
  func loadedGroups() throws {
    var state = try small()
    try state.apply(.channels(4))
    let grouped = Tensor(shape: try Shape(batch: 4, channels: 2, height: 1, width: 1), repeating: 1)
    try state.apply(.load(.weights, grouped, name: "w.npy"))
    #expect(state.experiment.parameters.groups == 2)
    try state.apply(.load(.weights, Tensor(shape: try Shape(batch: 1, channels: 4, height: 1, width: 1)), name: "w"))
    #expect(state.experiment.parameters.groups == 1)
    #expect(throws: ExplorerError.experiment(.convolution(.channelMismatch(input: 4, weights: 3, groups: 1)))) {
      try state.apply(.load(.weights, Tensor(shape: try Shape(channels: 3, height: 1, width: 1)), name: "w"))
    }
  }

  @Test("a grey picture after a depthwise colour one joins the groups that no longer fit")
  func lesserInput() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.preset(.input, "rgb-patches", size: nil))
    #expect(state.document.origins[.input] == GridOrigin(name: "rgb-patches", isColor: true))
    try state.apply(.filters(3))
    try state.apply(.set(.groups, .integer(3)))
    #expect(state.experiment.weightShape == (try Shape(batch: 3, height: 3, width: 3)))
    let before = state.document
    try state.apply(.preset(.input, "plus", size: nil))
    #expect(state.experiment.parameters.groups == 1)
    #expect(state.document.origins[.input]?.isColor == false)
    try state.apply(.undo)
    #expect(state.document == before)
  }

  @Test("one filter gets a kernel of its own for all its channels")
  func presetFilter() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.preset(.input, "rgb-patches", size: nil))
    try state.apply(.filters(2))
    try state.apply(.presetFilter(1, "laplacian"))
    let laplacian = try #require(KernelPreset.named("laplacian")).weights.values
    #expect(weights(state).suffix(27) == (laplacian + laplacian + laplacian)[...])
    #expect(weights(state).prefix(9) == [-1, 0, 1, -2, 0, 2, -1, 0, 1])
    #expect(state.cell.channel == 1)
    try state.apply(.undo)
    #expect(weights(state).suffix(9) == [-1, 0, 1, -2, 0, 2, -1, 0, 1])
  }

  @Test("whatever was edited is undone to the start and done again to the end", arguments: [1, 2, 3] as [UInt64])
  func undoAll(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = try small()
    let start = state.document
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var made = 0
    for _ in 0..<300 {
      let action: ExplorerAction =
        switch number(0...8) {
        case 0: .filters(number(0...8))
        case 1: .channels(number(0...8))
        case 2, 3: .set(.groups, .integer(number(0...6)))
        case 4: .randomFilters(number(1...6), seed: UInt64(number(1...9)))
        case 5: .edit(.bias, Coordinate(channel: number(0...5), row: 0, column: 0), Float(number(-3...3)))
        case 6: .remove(.bias)
        case 7: .preset(.input, number(0...1) == 0 ? "rgb-patches" : "plus", size: nil)
        default:
          .edit(.weights, Coordinate(batch: number(0...3), channel: number(0...3), row: 0, column: 0), 9)
        }
      let depth = state.history.undoCount
      if (try? state.apply(action)) != nil { made += state.history.undoCount - depth }
      // Every text leads to the same document.
      let shape = state.experiment.outputShape
      #expect(shape.contains(state.cell))
      let seen = state.experiment.channelMap.channels(ofFilter: state.cell.channel)
      #expect(state.kernelCursor.batch == state.cell.channel, "seed \(seed)")
      #expect(seen.lowerBound + state.kernelCursor.channel == state.inputCursor.channel, "seed \(seed) \(action)")
    }
    try #require(made > 60, "seed \(seed)")
    let end = state.document
    while state.history.undoCount > 0 { try state.apply(.undo) }
    #expect(state.document == start, "seed \(seed)")
    for _ in 0..<made { try state.apply(.redo) }
    #expect(state.document == end, "seed \(seed)")
  }

  @Test("An operator without weights or bias refuses those of a file, which would feed cells that there are not")
  func strayOperands() throws {
    let bias = try Tensor(
      shape: Shape(batch: 2, channels: 4, height: 3, width: 3), values: Array(repeating: 1, count: 72))
    for operation in [OperatorName.pad, .avgPool2d, .softmax, .relu] {
      var state = ExplorerState(
        document: ExplorerDocument(
          experiment: try Experiment(
            operation: .conv2d,
            operands: Operands([
              .input: try Tensor(rows: [[1, 2], [3, 4]]), .weights: try Tensor(rows: [[1]]),
            ]))))
      try state.apply(.operation(operation, row: nil))
      _ = state.accept(OutputCache(revision: state.revision, output: try #require(state.experiment.output())))
      for operand in [OperandName.bias, .weights] {
        #expect(throws: ExplorerError.self) { try state.apply(.load(operand, bias, name: "stray")) }
        #expect(throws: ExplorerError.self) {
          try state.apply(.edit(operand, Coordinate(channel: 1, row: 0, column: 0), 2))
        }
      }
      #expect(state.experiment.operands[.bias] == nil && state.experiment.operands[.weights] == nil)
    }
  }
}
