import ConvolutionEngine
import Testing

@Suite struct FootprintTests {
  private static let operations: [OperatorName] = [
    .conv1d, .conv2d, .convTranspose1d, .convTranspose2d, .maxPool1d, .maxPool2d, .avgPool1d, .avgPool2d,
    .adaptiveAvgPool2d, .adaptiveMaxPool2d, .globalAvgPool2d, .relu, .leakyRelu, .sigmoid, .tanh, .softmax, .pad,
    .upsampleNearest,
  ]

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  @Test("a cell's footprint is the set of places of its terms, over random options", arguments: Array(UInt64(1)...30))
  func equalsTrace(seed: UInt64) throws {
    for operation in Self.operations {
      var generator = SplitMix64(seed: seed)
      let experiment = try RandomExperiment(
        description: OperatorCatalog.description(of: operation), kind: .awkward
      ).draw(&generator)
      for offset in 0..<experiment.outputShape.count {
        let cell = experiment.outputShape.coordinate(at: offset)
        let footprint = experiment.plan.footprint(of: cell)
        let terms = Set(
          experiment.trace(at: cell).terms.map { Place(row: $0.position.row, column: $0.position.column) })
        let places = Set(
          footprint.rows.flatMap { row in footprint.columns.map { Place(row: row, column: $0) } })
        #expect(places == terms, "\(operation.rawValue), seed \(seed), \(cell)")
        #expect(footprint.isEmpty == terms.isEmpty)
        #expect(terms.allSatisfy { footprint.contains(row: $0.row, column: $0.column) })
      }
    }
  }

  @Test("even positions know what lies between them")
  func evenPositions() {
    let positions = EvenPositions(first: -2, step: 3, count: 4)
    #expect(Array(positions) == [-2, 1, 4, 7])
    #expect(positions.span == -2...7)
    #expect(positions.contains(4) && !positions.contains(5) && !positions.contains(10) && !positions.contains(-5))
    #expect(EvenPositions(first: 5, count: 0).span == nil)
  }

  @Test("a window over a padding of a billion cells is described at once")
  func hugeWindow() throws {
    var parameters = Parameters(defaultsOf: OperatorDescription.maxPool2d.parameters)
    parameters[.kernelSize] = .axes(PerAxis(1 << 30))
    parameters[.padding] = .sides(Padding(1 << 29))
    let experiment = try Experiment(
      operation: .maxPool2d, operands: Operands([.input: try Tensor(rows: [[1]])]), parameters: parameters)
    #expect(experiment.plan.footprint(of: Coordinate(row: 0, column: 0)).rows.count == 1 << 30)
  }
}
