import ConvolutionEngine
import Testing

@Suite struct LinearTests {
  private let weights = [[1, 0, -1], [2, 1, 0]] as [[Float]]

  @Test("every output feature is its row of weights times the input, plus its bias")
  func products() throws {
    let input = try Tensor(rows: [[1, 2, 3], [4, 5, 6]])
    let plain = try OperatorName.linear.output([.input: input, .weights: Tensor(rows: weights)])
    #expect(try plain == Tensor(rows: [[-2, 4], [-2, 13]]))
    let moved = try OperatorName.linear.output(
      [.input: input, .weights: Tensor(rows: weights), .bias: Tensor.channels([10, 0.5])])
    #expect(try moved == Tensor(rows: [[8, 4.5], [8, 13.5]]))
  }

  @Test("arrays of any rank keep their axes but the last")
  func ranks() throws {
    let weights = try NDArray<Float>(axes: [2, 3], values: [1, 0, -1, 2, 1, 0])
    for axes in [[3], [1, 3], [2, 2, 1, 3], [0, 3]] {
      let count = axes.reduce(1, *)
      let input = try NDArray(axes: axes, values: (0..<count).map { Float($0) })
      let call = try OperatorCall(.linear, arrays: [.input: input, .weights: weights])
      let output = try #require(call.output())
      #expect(output.axes == axes.dropLast() + [2])
      #expect(output.values.prefix(2) == (count == 0 ? [] : [-2, 1]))
    }
  }

  @Test("no input features leave the bias alone")
  func empty() throws {
    let operands: KeyValuePairs = try [
      OperandName.input: Tensor(shape: Shape(height: 2, width: 0)), .weights: Tensor(shape: Shape(height: 3, width: 0)),
      .bias: Tensor.channels([1, 2, 3]),
    ]
    #expect(try OperatorName.linear.output(operands) == Tensor(rows: [[1, 2, 3], [1, 2, 3]]))
  }

  @Test(
    "the fast form equals the reference bit for bit, for output features around its blocks and any number of workers",
    arguments: [1, 3, 4, 5, 31, 32, 33, 67])
  func equalsReference(features: Int) throws {
    var generator = SplitMix64(seed: UInt64(features))
    for kind in ValueKind.allCases {
      let experiment = try OperatorName.linear.experiment([
        .input: generator.values(kind, Shape(batch: 2, height: 3, width: 37)),
        .weights: generator.values(kind, Shape(height: features, width: 37)),
        .bias: generator.values(kind, Shape(channels: features, height: 1, width: 1)),
      ])
      let reference = experiment.output(algorithm: .reference)
      for bandCount in [1, 2, 7, 100] {
        #expect(experiment.output(schedule: RowBandSchedule(bandCount: bandCount)) == reference)
      }
    }
  }

  @Test("features that do not fit are refused with both shapes and the rule")
  func refusals() throws {
    let (input, good) = (try Tensor(rows: [[1, 2, 3]]), try Tensor(rows: weights))
    #expect(throws: ExperimentError.mismatch(.input, [1, 1, 1, 3], .weights, [1, 1, 1, 2], rule: .lastAxis)) {
      try OperatorName.linear.output([.input: input, .weights: Tensor(rows: [[1, 2]])])
    }
    #expect(throws: ExperimentError.mismatch(.weights, [1, 1, 2, 3], .bias, [1, 3, 1, 1], rule: .onePerFeature)) {
      try OperatorName.linear.output([.input: input, .weights: good, .bias: Tensor.channels([1, 2, 3])])
    }
  }
}
