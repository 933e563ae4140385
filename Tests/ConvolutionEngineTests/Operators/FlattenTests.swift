import ConvolutionEngine
import Testing

@Suite struct FlattenTests {
  @Test("each picture of a batch becomes one row, in storage order")
  func pictures() throws {
    let input = try Tensor.counting(Shape(batch: 2, channels: 2, height: 1, width: 3))
    let output = try OperatorName.flatten.output([.input: input])
    #expect(try output.shape == Shape(batch: 2, channels: 1, height: 1, width: 6))
    #expect(output.values == input.values)
    let experiment = try OperatorName.flatten.experiment([.input: input])
    let trace = experiment.trace(at: Coordinate(batch: 1, row: 0, column: 4))
    #expect(trace.terms.map(\.position) == [Coordinate(batch: 1, channel: 1, row: 0, column: 1)] && trace.result == 10)
  }

  @Test(
    "the axes of an array from the first to the last named one become one",
    arguments: [
      (1, -1, [2, 60]), (0, -1, [120]), (1, 2, [2, 12, 5]), (-2, -1, [2, 3, 20]), (2, 2, [2, 3, 4, 5]),
      (-4, -3, [6, 4, 5]),
    ])
  func axes(start: Int, end: Int, expected: [Int]) throws {
    let input = try NDArray(axes: [2, 3, 4, 5], values: (0..<120).map { Float($0) })
    var parameters = Parameters(defaultsOf: OperatorDescription.flatten.parameters)
    parameters[.startDimension] = .integer(start)
    parameters[.endDimension] = .integer(end)
    let output = try #require(try OperatorCall(.flatten, arrays: [.input: input], parameters: parameters).output())
    #expect(output.axes == expected && output.values == input.values)
  }

  @Test("axes in the wrong order or that are not there are refused")
  func refusals() throws {
    let input = try NDArray<Float>(axes: [2, 3], values: Array(repeating: 0, count: 6))
    func call(_ start: Int, _ end: Int) throws {
      var parameters = Parameters(defaultsOf: [])
      parameters[.startDimension] = .integer(start)
      parameters[.endDimension] = .integer(end)
      _ = try OperatorCall(.flatten, arrays: [.input: input], parameters: parameters)
    }
    #expect(throws: ExperimentError.parameterValue(.startDimension, .integer(1), legal: .integers(0...0))) {
      try call(1, 0)
    }
    #expect(throws: ExperimentError.parameterValue(.endDimension, .integer(2), legal: .integers(-2...1))) {
      try call(0, 2)
    }
  }

  @Test("nothing is computed: every bit stays, also of zeros and of what is no number")
  func bits() throws {
    let odd: [Float] = [-0.0, Float(bitPattern: 0x7fc1_2345), -.infinity, .leastNonzeroMagnitude]
    let input = try Tensor.row(odd)
    #expect(try OperatorName.flatten.output([.input: input]) == input)
  }
}
