import ConvolutionEngine
import Testing

@Suite("Operators applied to arrays")
struct OperatorCallTests {
  private func array(_ axes: [Int], _ values: [Float]) throws -> NDArray<Float> {
    try NDArray(axes: axes, values: values)
  }

  @Test("The output has the axes of a framework and the numbers of the operator")
  func output() throws {
    let input = try array([3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8])
    let weights = try array([2, 2], [1, 0, 0, -1])
    let output = try #require(try OperatorCall(.conv2d, arrays: [.input: input, .weights: weights]).output())
    #expect(output.axes == [2, 2] && output.values == [-4, -4, -4, -4])
  }

  @Test("Softmax along a middle axis of five sums to 1 along that one")
  func middleAxis() throws {
    let axes = [2, 1, 3, 2, 2]
    let input = try array(axes, (0..<24).map { Float($0 * $0 % 7) })
    var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: .softmax).parameters)
    parameters[.axis] = .integer(-3)
    let call = try OperatorCall(.softmax, arrays: [.input: input], parameters: parameters)
    let output = try #require(call.output())
    #expect(output.axes == axes)
    for outer in 0..<2 {
      for inner in 0..<4 {
        let sum = (0..<3).reduce(Float(0)) { $0 + output.values[(outer * 3 + $1) * 4 + inner] }
        // Three roundings of numbers below 1.
        #expect(abs(sum - 1) <= 3 * 0x1p-24)
      }
    }
  }

  @Test("An empty batch has an empty output of the right axes")
  func empty() throws {
    let input = try array([0, 2, 5, 5], [])
    let weights = try array([3, 2, 2, 2], Array(repeating: 1, count: 24))
    let output = try #require(try OperatorCall(.conv2d, arrays: [.input: input, .weights: weights]).output())
    #expect(output.axes == [0, 3, 4, 4] && output.values.isEmpty)
  }

  @Test("A mismatch is told in the axes of the arrays, not of the tensors they are laid out as")
  func mismatch() throws {
    let arrays: [OperandName: NDArray<Float>] = [
      .input: try array([2, 3], Array(repeating: 1, count: 6)), .weights: try array([1, 2], [1, 1]),
    ]
    #expect(throws: ExperimentError.mismatch(.input, [2, 3], .weights, [1, 2], rule: .lastAxis)) {
      try OperatorCall(.linear, arrays: arrays)
    }
  }

  @Test("A convolution without filters is refused, one without channels is all bias", arguments: [false, true])
  func withoutFilters(isTransposed: Bool) throws {
    let operation: OperatorName = isTransposed ? .convTranspose2d : .conv2d
    let input = try array([1, 2, 3, 3], Array(repeating: 1, count: 18))
    let axes = isTransposed ? [2, 0, 2, 2] : [0, 2, 2, 2]
    let shape = try Shape(batch: axes[0], channels: axes[1], height: 2, width: 2)
    #expect(throws: ExperimentError.emptyOperand(.weights, shape)) {
      try OperatorCall(operation, arrays: [.input: input, .weights: try array(axes, [])])
    }
    guard !isTransposed else { return }
    let bare = try OperatorCall(
      .conv2d,
      arrays: [
        .input: try array([1, 0, 2, 2], []), .weights: try array([1, 0, 2, 2], []), .bias: try array([1], [3]),
      ])
    #expect(bare.output()?.values == [3])
  }

  @Test("float64 has the digits that float32 loses, and operators without such a form say so")
  func double() throws {
    let input = try NDArray<Double>(axes: [1, 2], values: [0.1, 1e300])
    let weights = try NDArray<Double>(axes: [1, 1], values: [1])
    let call = try #require(try DoubleOperatorCall(.conv2d, arrays: [.input: input, .weights: weights]))
    #expect(call.output()?.values == [0.1, 1e300] && call.outputAxes == [1, 2])
    #expect(try DoubleOperatorCall(.relu, arrays: [.input: input]) == nil)
    #expect(throws: ExperimentError.missingOperand(.weights)) {
      try DoubleOperatorCall(.conv2d, arrays: [.input: input])
    }
  }

  @Test("float64 sums are the same bits for every number of bands")
  func doubleBands() throws {
    var generator = SplitMix64(seed: 64)
    func numbers(_ axes: [Int]) throws -> NDArray<Double> {
      let count = axes.reduce(1, *)
      return try NDArray(axes: axes, values: (0..<count).map { _ in Double(generator.next() >> 11) * 0x1p-53 - 0.5 })
    }
    let call = try #require(
      try DoubleOperatorCall(
        .conv2d, arrays: [.input: numbers([2, 3, 7, 5]), .weights: numbers([4, 3, 3, 2]), .bias: numbers([4])]))
    let whole = try #require(call.output(schedule: RowBandSchedule(bandCount: 1)))
    for bands in [2, 3, 8, 1000] {
      #expect(call.output(schedule: RowBandSchedule(bandCount: bands))?.values == whole.values)
    }
    #expect(call.output(schedule: RowBandSchedule(isCancelled: { true })) == nil)
  }

  @Test("A cancelled schedule has no output")
  func cancelled() throws {
    let call = try OperatorCall(.relu, arrays: [.input: try array([3], [1, 2, 3])])
    #expect(call.output(schedule: RowBandSchedule(isCancelled: { true })) == nil)
  }
}
