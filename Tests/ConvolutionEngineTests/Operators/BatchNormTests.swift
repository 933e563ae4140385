import ConvolutionEngine
import Testing

@Suite struct BatchNormTests {
  private func operands(_ extra: KeyValuePairs<OperandName, Tensor> = [:]) throws -> Operands {
    var operands = try Operands([
      .input: Tensor(shape: Shape(channels: 2, height: 1, width: 2), values: [1, 5, 10, 30]),
      .runningMean: Tensor.channels([3, 10]), .runningVariance: Tensor.channels([4, 100]),
    ])
    for (name, tensor) in extra { operands[name] = tensor }
    return operands
  }

  private func output(_ operands: Operands, epsilon: Double = 0) throws -> Tensor {
    var parameters = Parameters(defaultsOf: OperatorDescription.batchNorm.parameters)
    parameters[.epsilon] = .number(epsilon)
    return try #require(
      try Experiment(operation: .batchNorm, operands: operands, parameters: parameters).output())
  }

  @Test("each channel loses its mean and is divided by its deviation, then weighted and moved")
  func channels() throws {
    #expect(try output(operands()).values == [-1, 1, 0, 2])
    let moved = try operands([.weights: Tensor.channels([2, -1]), .bias: Tensor.channels([0.5, 7])])
    #expect(try output(moved).values == [-1.5, 2.5, 7, 5])
    #expect(try output(operands([.bias: Tensor.channels([1, 1])])).values == [0, 2, 1, 3])
  }

  @Test("eps is added to the variance before the root; without it a variance of 0 divides by 0")
  func epsilon() throws {
    let flat = try operands([.runningVariance: Tensor.channels([0, 0])])
    #expect(try output(flat, epsilon: 0.25).values == [-4, 4, 0, 40])
    #expect(try output(flat).agrees(with: [-.infinity, .infinity, .nan, .infinity]))
    #expect(try output(operands([.runningVariance: Tensor.channels([-1, 4])])).agrees(with: [.nan, .nan, 0, 10]))
  }

  @Test("the trace shows every step in its order")
  func trace() throws {
    let moved = try operands([.weights: Tensor.channels([2, -1]), .bias: Tensor.channels([0.5, 7])])
    var parameters = Parameters(defaultsOf: [])
    parameters[.epsilon] = .number(0)
    let experiment = try Experiment(operation: .batchNorm, operands: moved, parameters: parameters)
    let trace = experiment.trace(at: Coordinate(channel: 1, row: 0, column: 1))
    #expect(trace.epilogue == [.subtract(10), .divide(10), .scale(-1), .addBias(7)] && trace.result == 5)
  }

  @Test(
    "the channels of an array are its second axis, whatever its rank",
    arguments: [[2, 2], [1, 2, 2], [1, 2, 1, 1, 2]])
  func ranks(axes: [Int]) throws {
    let input = try NDArray<Float>(axes: axes, values: [1, 10, 5, 30])
    let output = try OperatorCall(
      .batchNorm,
      arrays: [
        .input: input, .runningMean: NDArray(axes: [2], values: [3, 10]),
        .runningVariance: NDArray(axes: [2], values: [4, 100]),
      ]
    ).output()
    #expect(output?.axes == axes)
    let expected: [Float] = axes == [2, 2] ? [-1, 0, 1, 2] : [-1, 3.5, -0.5, 2]
    // eps of 10⁻⁵ changes the fifth digit, by less than 10⁻⁵ of the number.
    #expect(zip(output?.values ?? [], expected).allSatisfy { abs($0 - $1) <= 1e-5 * abs($1) })
  }

  @Test("one number for each channel is needed, and eps must not be negative")
  func refusals() throws {
    #expect(throws: ExperimentError.mismatch(.input, [1, 2, 1, 2], .weights, [1, 1, 1, 1], rule: .onePerChannel)) {
      try output(operands([.weights: Tensor.channels([1])]))
    }
    #expect(throws: ExperimentError.self) { try output(operands(), epsilon: -1e-9) }
    var missing = try operands()
    missing[.runningMean] = nil
    #expect(throws: ExperimentError.missingOperand(.runningMean)) { try output(missing) }
  }
}
