import ConvolutionEngine
import TestSupport
import Testing

@Suite("Sums in Float32")
struct SinglePrecisionSumsTests {
  private func experiment(_ operation: OperatorName, _ operands: Operands) throws -> Experiment {
    try Experiment(operation: operation, operands: operands)
  }

  @Test("lose a small number between two large ones, which the reference keeps")
  func cancels() throws {
    let experiment = try experiment(
      .conv2d,
      Operands([
        .input: try Tensor(rows: [[100_000_000, 1, -100_000_000]]), .weights: try Tensor(rows: [[1, 1, 1]]),
      ]))
    let cell = Coordinate(row: 0, column: 0)
    // 1e8 + 1 is rounded to 1e8: neighbours are 8 apart there.
    #expect(SinglePrecisionSums.value(of: experiment, at: cell) == 0)
    #expect(experiment.value(at: cell) == 1)
  }

  @Test("round every partial sum: ten tenths are one number more than 1")
  func tenths() throws {
    // 0.1 + 0.1 + … ten times: 1.0000001 in Float32, 1 rounded once from Double.
    let experiment = try experiment(
      .conv2d,
      Operands([
        .input: try Tensor(rows: [Array(repeating: 0.1, count: 10)]),
        .weights: try Tensor(rows: [Array(repeating: 1, count: 10)]),
      ]))
    let cell = Coordinate(row: 0, column: 0)
    #expect(SinglePrecisionSums.value(of: experiment, at: cell) == Float(1).nextUp)
    #expect(experiment.value(at: cell) == 1)
  }

  @Test("stay within (terms + 1) roundings of the sum of magnitudes", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func bounds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func tensor(_ shape: Shape) throws -> Tensor {
      try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float.random(in: -2...2, using: &random) })
    }
    let experiment = try experiment(
      .conv2d,
      Operands([
        .input: try tensor(Shape(channels: 3, height: 7, width: 6)),
        .weights: try tensor(Shape(batch: 2, channels: 3, height: 3, width: 3)),
        .bias: try tensor(Shape(channels: 2, height: 1, width: 1)),
      ]))
    let naive = try #require(SinglePrecisionSums.output(of: experiment))
    var differs = false
    for offset in 0..<naive.shape.count {
      let cell = naive.shape.coordinate(at: offset)
      let trace = experiment.trace(at: cell)
      let magnitude = trace.terms.reduce(3.0) { $0 + abs($1.product) }
      let reference = experiment.value(at: cell)
      // Each of 27 products, 27 sums and the bias is rounded by at most 2⁻²⁴ of what has been added so far.
      let bound = Double(2 * trace.terms.count + 2) * magnitude * 0x1p-24
      #expect(abs(Double(naive[cell]) - Double(reference)) <= bound, "seed \(seed), \(cell)")
      differs = differs || naive[cell] != reference
    }
    #expect(differs, "seed \(seed): with so many products some cell differs")
  }

  @Test("are exact for whole numbers, with every operator that adds up")
  func wholeNumbers() throws {
    let rows: [[Float]] = [[1, -2, 3, 4], [5, 6, -7, 8], [0, 1, 2, -3], [4, 4, 4, 8]]
    let kernel = try Tensor(rows: [[1, -1], [2, 0]])
    let input = try Tensor(rows: rows)
    let experiments = [
      try experiment(.conv2d, Operands([.input: input, .weights: kernel])),
      try experiment(.convTranspose2d, Operands([.input: input, .weights: kernel])),
      try Experiment(
        operation: .avgPool2d, operands: Operands([.input: input]),
        parameters: try parameters(.avgPool2d, [.kernelSize: .axes(PerAxis(2))])),
    ]
    for experiment in experiments {
      #expect(SinglePrecisionSums.apply(to: experiment))
      #expect(SinglePrecisionSums.output(of: experiment) == experiment.output(), "\(experiment.operation)")
    }
  }

  @Test("do not apply where nothing is added up")
  func doesNotApply() throws {
    let input = try Tensor(rows: [[1, 2], [3, 4]])
    let pool = try Experiment(
      operation: .maxPool2d, operands: Operands([.input: input]),
      parameters: try parameters(.maxPool2d, [.kernelSize: .axes(PerAxis(2))]))
    #expect(!SinglePrecisionSums.apply(to: pool))
    #expect(!SinglePrecisionSums.apply(to: try experiment(.relu, Operands([.input: input]))))
  }

  private func parameters(
    _ operation: OperatorName, _ values: [ParameterName: ParameterValue]
  ) throws -> Parameters {
    var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: operation).parameters)
    for (name, value) in values { parameters[name] = value }
    return parameters
  }
}
