import ConvolutionEngine
import Testing

@Suite struct AttentionTests {
  @Test("a query that fits all keys alike takes the mean of the values")
  func mean() throws {
    let output = try OperatorName.attention.output([
      .query: Tensor(rows: [[0, 0]]), .key: Tensor(rows: [[1, 2], [3, 4]]), .value: Tensor(rows: [[1, 10], [3, 30]]),
    ])
    #expect(try output == Tensor(rows: [[2, 20]]))
  }

  @Test("the score is divided by the root of the length before the softmax")
  func scale() throws {
    // (4·ln 3) / √4 = 2·ln 3 against 0: factors 9/10 and 1/10.
    let logarithm: Float = 1.098_612_3
    let experiment = try OperatorName.attention.experiment([
      .query: Tensor(rows: [[logarithm, logarithm, logarithm, logarithm]]),
      .key: Tensor(rows: [[1, 1, 1, 1], [0, 0, 0, 0]]), .value: Tensor(rows: [[1], [0]]),
    ])
    let trace = experiment.trace(at: Coordinate(row: 0, column: 0))
    // The query is off by 2⁻²⁴ of itself, which the score of 2.2 passes on to the factors.
    #expect(abs(trace.terms[0].factor - 0.9) <= 0x1p-23 && abs(trace.terms[1].factor - 0.1) <= 0x1p-23)
    #expect(trace.terms.map(\.operand) == [.value, .value] && trace.reduction == .sum)
    #expect(trace.terms.map(\.factorPosition) == [nil, nil])
  }

  @Test("a key that fits far better than the others gives its value alone")
  func choice() throws {
    let output = try OperatorName.attention.output([
      .query: Tensor(rows: [[1000], [-1000]]), .key: Tensor(rows: [[1], [-1]]), .value: Tensor(rows: [[7], [9]]),
    ])
    #expect(output.values == [7, 9])
  }

  @Test("moving all positions of keys and values alike changes nothing: attention sees no places")
  func order() throws {
    let query = try Tensor(rows: [[1, -1], [0.5, 2]])
    let output = try OperatorName.attention.output([
      .query: query, .key: Tensor(rows: [[1, 0], [0, 1]]), .value: Tensor(rows: [[4], [8]]),
    ])
    let swapped = try OperatorName.attention.output([
      .query: query, .key: Tensor(rows: [[0, 1], [1, 0]]), .value: Tensor(rows: [[8], [4]]),
    ])
    #expect(output == swapped)
  }

  @Test("without keys nothing is gathered, and NaN in a query spoils its own row only")
  func special() throws {
    let none = try OperatorName.attention.output([
      .query: Tensor(rows: [[1], [2]]), .key: Tensor(shape: Shape(height: 0, width: 1)),
      .value: Tensor(shape: Shape(height: 0, width: 3)),
    ])
    #expect(none.values == [0, 0, 0, 0, 0, 0])
    let spoilt = try OperatorName.attention.output([
      .query: Tensor(rows: [[.nan], [0]]), .key: Tensor(rows: [[1]]), .value: Tensor(rows: [[5]]),
    ])
    #expect(spoilt.agrees(with: [.nan, 5]))
  }

  @Test("lengths and positions that do not fit are refused with both shapes and the rule")
  func refusals() throws {
    let row = try Tensor(rows: [[1, 2]])
    #expect(throws: ExperimentError.mismatch(.query, [1, 1, 1, 2], .key, [1, 1, 1, 1], rule: .lastAxis)) {
      try OperatorName.attention.output([.query: row, .key: Tensor(rows: [[1]]), .value: row])
    }
    #expect(throws: ExperimentError.mismatch(.key, [1, 1, 1, 2], .value, [1, 1, 2, 1], rule: .onePerPosition)) {
      try OperatorName.attention.output([.query: row, .key: row, .value: Tensor(rows: [[1], [2]])])
    }
    let pair = try Tensor(shape: Shape(channels: 2, height: 1, width: 2))
    #expect(throws: ExperimentError.mismatch(.query, [1, 1, 1, 2], .value, [1, 2, 1, 2], rule: .onePerPicture)) {
      try OperatorName.attention.output([.query: row, .key: row, .value: pair])
    }
    let nothing = try Tensor(shape: Shape(height: 1, width: 0))
    #expect(throws: ExperimentError.emptyOperand(.query, nothing.shape)) {
      try OperatorName.attention.output([.query: nothing, .key: nothing, .value: row])
    }
  }
}
