import ConvolutionEngine
import Testing

@Suite struct PoolGradientTests {
  /// The gradient of a pool's input.
  private func gradient(
    _ operation: OperatorName, _ parameters: [ParameterName: ParameterValue], input: Tensor, output: Tensor
  ) throws -> Tensor {
    var all = Parameters(defaultsOf: OperatorCatalog.description(of: operation).parameters)
    for (name, value) in parameters { all[name] = value }
    let experiment = try Experiment(operation: operation, operands: Operands([.input: input]), parameters: all)
    return try #require(experiment.gradients(outputGradient: output)?[.input])
  }

  private func maximum(
    _ parameters: [ParameterName: ParameterValue], _ input: [[Float]], _ output: [[Float]]
  ) throws -> Tensor {
    try gradient(.maxPool2d, parameters, input: Tensor(rows: input), output: Tensor(rows: output))
  }

  private func square(_ kernel: Int) -> [ParameterName: ParameterValue] { [.kernelSize: .axes(PerAxis(kernel))] }

  // MARK: Maximum

  @Test("the maximum takes all; of equal ones the first")
  func equals() throws {
    #expect(
      try maximum(square(2), [[1, 5, 2, 2], [5, 0, 2, 2]], [[10, 20]])
        == Tensor(rows: [[0, 10, 20, 0], [0, 0, 0, 0]]))
  }

  @Test("a cell that is the maximum of several windows takes their sum")
  func overlap() throws {
    let parameters = square(2).merging([.stride: .axes(PerAxis(1))]) { $1 }
    #expect(
      try maximum(parameters, [[1, 2, 3], [4, 9, 5], [6, 7, 8]], [[1, 2], [3, 4]])
        == Tensor(rows: [[0, 0, 0], [0, 10, 0], [0, 0, 0]]))
  }

  @Test("not-a-number is the maximum, and the last of several")
  func notANumber() throws {
    #expect(
      try maximum(square(2), [[.nan, 7, 8, 1], [.nan, .infinity, .nan, 9]], [[1, 2]])
        == Tensor(rows: [[0, 0, 0, 0], [1, 0, 2, 0]]))
  }

  @Test("padding takes nothing: −∞ on the input still wins, and a window of padding alone gives nothing")
  func padding() throws {
    let parameters = square(2).merging([.padding: .sides(Padding(top: 0, left: 3, bottom: 1, right: 2))]) { $1 }
    // Columns −3…−2 are padding alone, −1…0 hold −∞, 1…2 hold −3.
    #expect(try maximum(parameters, [[-.infinity, -3]], [[100, 10, 1]]) == Tensor(rows: [[10, 1]]))
  }

  @Test("dilated windows, and a last one that hangs over the edge under the ceil rule")
  func dilation() throws {
    let parameters = square(2).merging([.dilation: .axes(PerAxis(2)), .ceilMode: .flag(true)]) { $1 }
    // Windows see columns {0, 2}, {2, 4} and, hanging over, {4}; rows {0, 2}.
    #expect(
      try maximum(
        parameters, [[1, 9, 3, 8, 5, 7], [0, 0, 0, 0, 0, 0], [2, 2, 2, 2, 2, 2]], [[1, 2, 4]])
        == Tensor(rows: [[0, 0, 1, 0, 2 + 4, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]))
  }

  @Test("adaptive windows may overlap: three columns to two")
  func adaptiveMaximum() throws {
    #expect(
      try gradient(
        .adaptiveMaxPool2d, [.outputSize: .axes(PerAxis(vertical: 1, horizontal: 2))],
        input: Tensor(rows: [[1, 5, 2]]), output: Tensor(rows: [[3, 4]])) == Tensor(rows: [[0, 7, 0]]))
  }

  @Test("the gradient is the difference where no maximum changes", arguments: UInt64(1)...30)
  func differences(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let drawn = try RandomExperiment(description: .maxPool2d, kind: .fractions).draw(&generator)
    let shape = try #require(drawn.operands[.input]?.shape)
    // Distinct whole numbers; a step below 1/2 changes no order, so that L is linear, and in these few bits exact.
    let input = try Tensor(shape: shape, values: (0..<shape.count).map(Float.init).shuffled(using: &generator))
    let step = try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(generator.integer(-7...7)) / 16 })
    let moved = try Tensor(shape: shape, values: zip(input.values, step.values).map(+))
    let g = try generator.integers(drawn.outputShape)
    func output(_ input: Tensor) throws -> Tensor {
      let experiment = try Experiment(
        operation: .maxPool2d, operands: Operands([.input: input]), parameters: drawn.parameters)
      // A window of padding alone is −∞ before and after; as 0 it takes no part.
      let values = try #require(experiment.output()).values.map { $0 == -.infinity ? 0 : $0 }
      return try Tensor(shape: experiment.outputShape, values: values)
    }
    let experiment = try Experiment(
      operation: .maxPool2d, operands: Operands([.input: input]), parameters: drawn.parameters)
    let gradient = try #require(experiment.gradients(outputGradient: g)?[.input])
    #expect(try g.dot(output(moved)) - g.dot(output(input)) == gradient.dot(step))
  }

  // MARK: Average

  @Test("an average goes back in equal parts; cells of the padding keep theirs where they count")
  func average() throws {
    let padded = square(2).merging([.padding: .sides(Padding(1))]) { $1 }
    let (input, g) = try (Tensor(rows: [[0, 0], [0, 0]]), Tensor(rows: [[4, 8], [12, 16]]))
    // Every window has one input cell and three of padding.
    #expect(try gradient(.avgPool2d, padded, input: input, output: g) == Tensor(rows: [[1, 2], [3, 4]]))
    let inside = padded.merging([.countIncludePad: .flag(false)]) { $1 }
    #expect(try gradient(.avgPool2d, inside, input: input, output: g) == g)
  }

  @Test("cells beyond the padding do not count: the window that hangs over divides by what is left of it")
  func hanging() throws {
    let parameters = square(2).merging([.ceilMode: .flag(true)]) { $1 }
    #expect(
      try gradient(
        .avgPool2d, parameters, input: Tensor(rows: [[0, 0, 0], [0, 0, 0]]), output: Tensor(rows: [[4, 6]]))
        == Tensor(rows: [[1, 1, 3], [1, 1, 3]]))
  }

  @Test("adaptive averages: overlapping windows, also more of them than cells")
  func adaptive() throws {
    func adaptive(_ input: [Float], _ output: [Float]) throws -> Tensor {
      try gradient(
        .adaptiveAvgPool2d, [.outputSize: .axes(PerAxis(vertical: 1, horizontal: output.count))],
        input: Tensor(rows: [input]), output: Tensor(rows: [output]))
    }
    // Five columns to three: {0, 1}, {1, 2, 3}, {3, 4}.
    #expect(try adaptive([0, 0, 0, 0, 0], [2, 6, 4]) == Tensor(rows: [[1, 1 + 2, 2, 2 + 2, 2]]))
    // Two columns to three: {0}, {0, 1}, {1}.
    #expect(try adaptive([0, 0], [1, 2, 4]) == Tensor(rows: [[2, 5]]))
  }

  @Test("the global average gives every cell the same part")
  func global() throws {
    #expect(
      try gradient(.globalAvgPool2d, [:], input: Tensor(rows: [[1, 2], [3, 4]]), output: Tensor(rows: [[8]]))
        == Tensor(rows: [[2, 2], [2, 2]]))
  }

  @Test(
    "the gradient of an average is the adjoint of averaging",
    arguments: [OperatorDescription.avgPool1d, .avgPool2d, .adaptiveAvgPool2d, .globalAvgPool2d])
  func adjoint(description: OperatorDescription) throws {
    for seed in UInt64(1)...20 {
      var generator = SplitMix64(seed: seed)
      let experiment = try RandomExperiment(description: description, kind: .fractions).draw(&generator)
      let input = try #require(experiment.operands[.input])
      let g = try generator.fractions(experiment.outputShape)
      let output = try #require(experiment.output())
      let gradient = try #require(experiment.gradients(outputGradient: g)?[.input])
      // Each output and each gradient is rounded to Float32, by 2⁻²⁴ of itself at most.
      let bound = 0x1p-23 * (g.magnitudes.dot(output.magnitudes) + gradient.magnitudes.dot(input.magnitudes))
      #expect(abs(g.dot(output) - gradient.dot(input)) <= bound, "seed \(seed)")
    }
  }
}
