import ConvolutionEngine
import Testing

@Suite struct CellTraceTests {
  private func term(_ factor: Float, _ value: Float) -> CellTrace.Term {
    let place = Coordinate(row: 0, column: 0)
    return CellTrace.Term(position: place, source: place, value: value, factorPosition: place, factor: Double(factor))
  }

  private func trace(
    _ products: [[Float]], _ reduction: CellTrace.Reduction, epilogue: [CellTrace.EpilogueStep] = []
  ) -> CellTrace {
    let groups = products.enumerated().map { channel, factors in
      CellTrace.Group(channel: channel, terms: factors.map { term($0, 1) })
    }
    return CellTrace(cell: Coordinate(row: 0, column: 0), groups: groups, reduction: reduction, epilogue: epilogue)
  }

  @Test("running values add up, take means or keep the largest, across channels")
  func running() {
    #expect(trace([[1, 2], [-4]], .sum).runningValues == [1, 3, -1])
    #expect(trace([[1, 3], [-4]], .mean).runningValues == [1, 2, 0])
    #expect(trace([[1, 3], [-4]], .max).runningValues == [1, 3, 3])
    #expect(trace([[-1, -3]], .max).result == -1)
  }

  @Test("NaN wins a maximum and stays")
  func nanMaximum() {
    let values = trace([[1, .nan, 3]], .max).runningValues
    #expect(values[0] == 1 && values[1].isNaN && values[2].isNaN)
    #expect(trace([[1, .nan, 3]], .max).result.bitPattern == Float.nan.bitPattern)
  }

  @Test("the bias is added in Double after the reduction, and no terms give the bias alone")
  func epilogue() {
    #expect(trace([[1e8]], .sum, epilogue: [.addBias(1), .addBias(-1e8)]).result == 1)
    #expect(trace([], .sum, epilogue: [.addBias(3)]).result == 3)
    #expect(trace([], .sum).result == 0)
  }

  @Test("a single value keeps the sign of its zero, and every bit when nothing happens to it")
  func single() {
    #expect(trace([[-0.0]], .single).result.sign == .minus)
    #expect(trace([[-0.0]], .sum).result.sign == .plus)
    let place = Coordinate(row: 0, column: 0)
    let odd = Float(bitPattern: 0x7fc1_2345)
    func moved(_ epilogue: [CellTrace.EpilogueStep]) -> Float {
      let term = CellTrace.Term(position: place, source: place, value: odd)
      let group = CellTrace.Group(channel: 0, terms: [term])
      return CellTrace(cell: place, groups: [group], reduction: .single, epilogue: epilogue).result
    }
    #expect(moved([]).bitPattern == odd.bitPattern)
    #expect(moved([.rectify]).bitPattern == Float.nan.bitPattern)
  }

  @Test("a product of two Float32 values is exact")
  func product() {
    let odd = Float(bitPattern: 0x3fff_ffff)
    #expect(term(odd, odd).product == Double(odd) * Double(odd))
    #expect(Float(term(.leastNonzeroMagnitude, .leastNonzeroMagnitude).product) == 0)
    #expect(term(.leastNonzeroMagnitude, .leastNonzeroMagnitude).product > 0)
  }

  @Test("conv2d names every place: position, source, ghosts, factor")
  func places() throws {
    let input = try Tensor(rows: [[1, 2], [3, 4]])
    let weights = try Tensor(rows: [[10, 20], [30, 40]])
    var experiment = try Experiment(operation: .conv2d, operands: Operands([.input: input, .weights: weights]))
    try experiment.setParameter(.padding, to: .sides(Padding(1)))
    let zeros = experiment.trace(at: Coordinate(row: 0, column: 1)).terms
    #expect(zeros.map(\.position) == [(-1, 0), (-1, 1), (0, 0), (0, 1)].map { Coordinate(row: $0, column: $1) })
    #expect(zeros.map(\.isGhost) == [true, true, false, false])
    #expect(zeros.map(\.source) == [nil, nil, Coordinate(row: 0, column: 0), Coordinate(row: 0, column: 1)])
    #expect(zeros.map(\.value) == [0, 0, 1, 2])
    #expect(zeros.map(\.factor) == [10, 20, 30, 40])
    try experiment.setParameter(.paddingMode, to: .modes(PerAxis(.reflect)))
    try experiment.setParameter(.flip, to: .flag(true))
    let reflected = experiment.trace(at: Coordinate(row: 0, column: 1)).terms
    #expect(reflected.map(\.isGhost) == [true, true, false, false])
    #expect(reflected.map(\.value) == [3, 4, 1, 2])
    #expect(reflected.map(\.factor) == [40, 30, 20, 10])
    #expect(reflected[0].factorPosition == Coordinate(row: 1, column: 1))
  }

  @Test(
    "every operator's trace gives the cell of its reference bit for bit, over random options",
    arguments: Array(UInt64(1)...60))
  func equalsReference(seed: UInt64) throws {
    for description in OperatorCatalog.all {
      var generator = SplitMix64(seed: seed)
      let kind: ValueKind = seed.isMultiple(of: 2) ? .awkward : .cancelling
      let experiment = try RandomExperiment(description: description, kind: kind).draw(&generator)
      let output = try #require(experiment.output())
      #expect(output.shape == experiment.outputShape)
      for offset in 0..<output.shape.count {
        let cell = output.shape.coordinate(at: offset)
        let trace = experiment.trace(at: cell)
        #expect(trace.cell == cell)
        #expect(trace.terms.count == experiment.plan.termCount(of: cell))
        #expect(trace.terms.count <= experiment.plan.termsPerCell)
        #expect(trace.result.bitPattern == experiment.value(at: cell).bitPattern)
        #expect(trace.result.bitPattern == output[cell].bitPattern)
      }
    }
  }
}
