import ConvolutionEngine
import Testing

@Suite struct AffineGridSampleTests {
  private let plane = [[1, 2, 3], [4, 5, 6]] as [[Float]]

  private func experiment(
    _ theta: [[Float]], _ parameters: [ParameterName: ParameterValue] = [:]
  ) throws -> Experiment {
    try OperatorName.affineGridSample.experiment(
      [.input: Tensor(rows: plane), .theta: Tensor(rows: theta)], parameters)
  }

  private func output(
    _ theta: [[Float]], _ parameters: [ParameterName: ParameterValue] = [:]
  ) throws -> Tensor {
    try #require(try experiment(theta, parameters).output())
  }

  @Test("the identity copies, a turn by 180° turns, with corners at centres or edges", arguments: [true, false])
  func exact(aligned: Bool) throws {
    let corners: [ParameterName: ParameterValue] = [.alignCorners: .flag(aligned)]
    #expect(try output([[1, 0, 0], [0, 1, 0]], corners) == Tensor(rows: plane))
    #expect(try output([[-1, 0, 0], [0, -1, 0]], corners).values == [6, 5, 4, 3, 2, 1])
  }

  @Test("a shift by half a cell takes the mean of neighbours, and zeros from outside")
  func between() throws {
    // Half of three cells is a third of the coordinates' two units.
    let output = try output([[1, 0, Float(1) / 3], [0, 1, 0]])
    // The third is off by 2⁻²⁶, which moves the place by 3/2 of it and a value by at most 6 times that.
    for (value, expected) in zip(output.values, [1.5, 2.5, 1.5, 4.5, 5.5, 3] as [Float]) {
      #expect(abs(value - expected) <= 0x1p-22)
    }
  }

  @Test("an output of another size spans the input: corners at centres meet the corner cells")
  func size() throws {
    let options: [ParameterName: ParameterValue] = [
      .outputSize: .axes(PerAxis(vertical: 3, horizontal: 2)), .alignCorners: .flag(true),
    ]
    #expect(try output([[1, 0, 0], [0, 1, 0]], options) == Tensor(rows: [[1, 3], [2.5, 4.5], [4, 6]]))
  }

  @Test("the terms are four cells row by row, with factors that sum to 1; outside they are zeros from nowhere")
  func trace() throws {
    let trace = try experiment([[1, 0, 2], [0, 1, 0]]).trace(at: Coordinate(row: 0, column: 0))
    // x = −2/3 + 2 = 4/3: the place ((4/3 + 1)·3 − 1) / 2 = 3, one cell after the last.
    #expect(trace.terms.map(\.position.row) == [0, 0, 1, 1])
    #expect(trace.terms.allSatisfy { $0.isGhost == ($0.position.column > 2 || $0.position.row > 1) })
    #expect(trace.terms.reduce(0) { $0 + $1.factor } == 1)
  }

  @Test("places far away give 0, and places that are no numbers give none")
  func special() throws {
    #expect(try output([[1, 0, 3e38], [0, 1, 0]]).values == [0, 0, 0, 0, 0, 0])
    #expect(try output([[0, 0, .infinity], [0, 1, 0]]).values.allSatisfy { $0.isNaN })
    #expect(try output([[0, 0, .nan], [0, 1, 0]]).values.allSatisfy { $0.isNaN })
  }

  @Test("each picture has its own theta")
  func batch() throws {
    let input = try Tensor.counting(Shape(batch: 2, height: 1, width: 2))
    let theta = try Tensor(
      shape: Shape(batch: 2, height: 2, width: 3), values: [1, 0, 0, 0, 1, 0, -1, 0, 0, 0, 1, 0])
    #expect(try OperatorName.affineGridSample.output([.input: input, .theta: theta]).values == [0, 1, 3, 2])
  }

  @Test("a theta for another batch, an empty plane and an empty output are refused")
  func refusals() throws {
    let (input, theta) = (try Tensor(rows: plane), try Tensor(rows: [[1, 0, 0], [0, 1, 0]]))
    let pair = try Tensor(shape: Shape(batch: 2, height: 2, width: 3))
    #expect(throws: ExperimentError.mismatch(.input, [1, 1, 2, 3], .theta, [2, 1, 2, 3], rule: .onePerPicture)) {
      try OperatorName.affineGridSample.output([.input: input, .theta: pair])
    }
    let empty = try Tensor(shape: Shape(height: 0, width: 3))
    #expect(throws: ExperimentError.emptyOperand(.input, empty.shape)) {
      try OperatorName.affineGridSample.output([.input: empty, .theta: theta])
    }
    #expect(
      throws: ExperimentError.parameterValue(
        .outputSize, .axes(PerAxis(0)), legal: .integers(1...AxisGeometry.limit))
    ) {
      try OperatorName.affineGridSample.output(
        [.input: input, .theta: theta], [.outputSize: .axes(PerAxis(0))])
    }
  }
}
