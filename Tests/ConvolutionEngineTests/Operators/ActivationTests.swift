import ConvolutionEngine
import Testing

@Suite struct ActivationTests {
  private let odd: [Float] = [-.infinity, -2, -0.0, 0, 0.5, 3, .infinity, .nan]

  @Test("relu keeps what is positive, and NaN")
  func relu() throws {
    let output = try OperatorName.relu.output([.input: Tensor.row(odd)])
    #expect(output.agrees(with: [0, 0, 0, 0, 0.5, 3, .infinity, .nan]))
  }

  @Test("leaky relu scales what is not positive by its slope, which may be 0, 1 or negative")
  func leaky() throws {
    func output(_ slope: Double) throws -> Tensor {
      try OperatorName.leakyRelu.output([.input: Tensor.row(odd)], [.negativeSlope: .number(slope)])
    }
    #expect(try output(0.25).agrees(with: [-.infinity, -0.5, 0, 0, 0.5, 3, .infinity, .nan]))
    #expect(try output(1).agrees(with: odd))
    #expect(try output(-1).agrees(with: [.infinity, 2, 0, 0, 0.5, 3, .infinity, .nan]))
    #expect(try OperatorName.leakyRelu.output([.input: Tensor.row([-100])]).values == [-1])
  }

  @Test("the slope is a Double and the product is rounded once")
  func leakyRounding() throws {
    let output = try OperatorName.leakyRelu.output([.input: Tensor.row([-3])], [.negativeSlope: .number(0.1)])
    #expect(output.values == [Float(-3 * 0.1)])
  }

  @Test("sigmoid is 1/2 at 0, goes to 0 and 1 without overflow, and σ(x) + σ(−x) = 1")
  func sigmoid() throws {
    let input = try Tensor.row([0, -.infinity, .infinity, -1000, 1000, .nan])
    #expect(try OperatorName.sigmoid.output([.input: input]).agrees(with: [0.5, 0, 1, 0, 1, .nan]))
    let pair = try OperatorName.sigmoid.output([.input: Tensor.row([1.25, -1.25])]).values
    // Each is off by half a unit in the last place of a number below 1.
    #expect(abs(pair[0] + pair[1] - 1) <= 0x1p-24)
  }

  @Test("tanh is odd, keeps the sign of zero, and ends at ±1")
  func tanh() throws {
    let output = try OperatorName.tanh.output([.input: Tensor.row([-0.0, 0.75, -0.75, 50, -.infinity, .nan])])
    #expect(output.values[0].sign == .minus && output.values[0] == 0)
    #expect(output.values[1] == -output.values[2])
    #expect(output.values[3] == 1 && output.values[4] == -1 && output.values[5].isNaN)
    // tanh(ln 2) = (2 − 1/2) / (2 + 1/2)
    let half = try OperatorName.tanh.output([.input: Tensor.row([0.693_147_2])]).values[0]
    // The argument is off by 2⁻²⁵, the slope is below 1, and the result is rounded.
    #expect(abs(half - 0.6) <= 0x1p-24)
  }

  @Test("the trace is the value itself and what happens to it")
  func trace() throws {
    let experiment = try OperatorName.relu.experiment([.input: Tensor.row([-2])])
    let trace = experiment.trace(at: Coordinate(row: 0, column: 0))
    #expect(trace.reduction == .single && trace.epilogue == [.rectify] && trace.runningValues == [-2])
    #expect(trace.result == 0)
  }

  @Test("an array longer than a run is the same for any number of workers", arguments: [1, 3, 50])
  func workers(bandCount: Int) throws {
    var generator = SplitMix64(seed: 11)
    let values = try generator.awkward(Shape(height: 1, width: 10_000)).values
    for name in [OperatorName.relu, .leakyRelu, .sigmoid, .tanh] {
      let call = try OperatorCall(name, arrays: [.input: NDArray(axes: [100, 100], values: values)])
      let reference = try #require(call.output(algorithm: .reference))
      let output = try #require(call.output(schedule: RowBandSchedule(bandCount: bandCount)))
      #expect(output.values.map(\.bitPattern) == reference.values.map(\.bitPattern))
    }
  }

  @Test("a slope that is no number is refused")
  func refusals() throws {
    let largest = Double.greatestFiniteMagnitude
    #expect(
      throws: ExperimentError.parameterValue(
        .negativeSlope, .number(.infinity), legal: .numbers(-largest...largest))
    ) {
      try OperatorName.leakyRelu.output([.input: Tensor.row([1])], [.negativeSlope: .number(.infinity)])
    }
    #expect(throws: ExperimentError.self) {
      try OperatorName.leakyRelu.output([.input: Tensor.row([1])], [.negativeSlope: .number(.nan)])
    }
  }
}
