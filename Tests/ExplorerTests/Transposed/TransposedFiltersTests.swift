import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Filters of transposed convolutions")
struct TransposedFiltersTests {
  /// Two channels of 1×1 and weights (in, out/groups, 1, 2).
  private func state(groups: Int, weights: [Float]) throws -> ExplorerState {
    let input = try Tensor(shape: try Shape(channels: 2, height: 1, width: 2), values: [1, 2, 3, 4])
    let perGroup = weights.count / 4
    let shape = try Shape(batch: 2, channels: perGroup, height: 1, width: 2)
    let experiment = try Experiment(
      operation: .convTranspose2d,
      operands: Operands([.input: input, .weights: try Tensor(shape: shape, values: weights)]),
      parameters: Parameters(for: .convTranspose2d, [.groups: .integer(groups)]))
    return ExplorerState(document: ExplorerDocument(experiment: experiment))
  }

  @Test("one filter more is a copy of the last, with kernels for every channel, as (in, out, kh, kw)")
  func more() throws {
    var state = try state(groups: 1, weights: [1, 2, 3, 4])
    try state.apply(.filters(2))
    #expect(state.experiment.weightShape == (try Shape(batch: 2, channels: 2, height: 1, width: 2)))
    #expect(state.experiment.operands[.weights]?.values == [1, 2, 1, 2, 3, 4, 3, 4])
    #expect(state.outputShape.channels == 2)
    try state.apply(.undo)
    #expect(state.experiment.operands[.weights]?.values == [1, 2, 3, 4])
  }

  @Test("the output of a filter stays what it was when another is added")
  func outputsStay() throws {
    for groups in 1...2 {
      var state = try state(groups: groups, weights: [1, 2, 3, 4, 5, 6, 7, 8])
      let before = try #require(state.experiment.output())
      let filters = state.experiment.channelMap.filters
      try state.apply(.filters(filters + groups))
      let after = try #require(state.experiment.output())
      // With groups the filters of the first one stay, those after it move on by one.
      let kept = groups == 1 ? filters : filters / groups
      for filter in 0..<kept {
        for column in 0..<before.shape.width {
          let cell = Coordinate(channel: filter, row: 0, column: column)
          #expect(after[cell] == before[cell], "groups \(groups), filter \(filter)")
        }
      }
    }
  }

  @Test("groups cut the channels that a filter sees: depthwise, each channel goes to its own filter")
  func groups() throws {
    var state = try state(groups: 1, weights: [1, 2, 3, 4, 5, 6, 7, 8])
    try state.apply(.set(.groups, .integer(2)))
    #expect(state.experiment.weightShape == (try Shape(batch: 2, channels: 1, height: 1, width: 2)))
    // Filter 0 keeps its kernel for channel 0, filter 1 that for channel 1.
    #expect(state.experiment.operands[.weights]?.values == [1, 2, 7, 8])
    let output = try #require(state.experiment.output())
    #expect(output.values == [1, 4, 4, 21, 52, 32])
  }

  @Test("a preset goes into one filter, for all channels that it sees, and the others stay")
  func presets() throws {
    var state = try state(groups: 1, weights: [1, 2, 3, 4, 5, 6, 7, 8])
    try state.apply(.presetFilter(1, "edge-1x2"))
    #expect(state.experiment.operands[.weights]?.values == [1, 2, -1, 1, 5, 6, -1, 1])
    #expect(state.cell.channel == 1)
    #expect(throws: ExplorerError.noSuchFilter(2, count: 2)) { try state.apply(.presetFilter(2, "edge-1x2")) }
    #expect(throws: ExplorerError.kernelSize("blur", PerAxis(3), filters: PerAxis(vertical: 1, horizontal: 2))) {
      try state.apply(.presetFilter(0, "blur"))
    }
  }

  @Test("channels bring kernels along, biases follow filters, and a single kernel goes to every channel")
  func following() throws {
    var state = try state(groups: 1, weights: [1, 2, 3, 4])
    try state.apply(.edit(.bias, Coordinate(channel: 0, row: 0, column: 0), 5))
    try state.apply(.channels(3))
    #expect(state.experiment.weightShape.batch == 3)
    try state.apply(.filters(2))
    #expect(state.experiment.operands[.bias]?.values == [5, 5])
    try state.apply(.preset(.weights, "edge-1x2", size: nil))
    #expect(state.experiment.operands[.weights]?.values == [-1, 1, -1, 1, -1, 1])
    #expect(state.experiment.operands[.bias]?.values == [5])
  }

  @Test("random filters are whole numbers and the same for a seed; the two forms of weights turn into each other")
  func random() throws {
    for seed in UInt64(1)...20 {
      var random = SplitMix64(seed: seed)
      let state = try RandomOperator.state(.convTranspose2d, &random)
      let map = state.experiment.channelMap
      let weights = try #require(state.experiment.operands[.weights])
      let filters = try #require(weights.asFilters(of: map))
      #expect(filters.shape.batch == map.filters && filters.shape.channels == map.channelsPerFilter)
      #expect(filters.asTransposedWeights(of: map) == weights, "seed \(seed)")
      var again = state
      try again.apply(.randomFilters(map.filters, seed: 7))
      let first = again.experiment
      try again.apply(.randomFilters(map.filters, seed: 7))
      #expect(again.experiment == first)
      #expect(first.operands[.weights]?.values.allSatisfy { $0 == $0.rounded() && abs($0) <= 3 } == true)
    }
  }

  @Test("thumbnails of the kernels are those of one filter, for every channel that it sees")
  func thumbnails() throws {
    var state = try state(groups: 1, weights: [1, 2, 3, 4, 5, 6, 7, 8])
    try state.apply(.filter(1))
    #expect(state.planeCount(of: .kernel) == 2)
    var budget = 1000
    let pixels = (0..<2).map { plane in
      state.thumbnail(of: .kernel, plane: plane, rows: 1, columns: 2, budget: &budget).pixels
    }
    #expect(pixels == [[3, 4], [7, 8]])
    try state.apply(.channel(1))
    #expect(state.currentPlane(of: .kernel) == 1)
  }
}
