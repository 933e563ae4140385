import ConvolutionEngine
import Foundation
import Testing

/// Gradients of operators that go cell by cell: activations, copies, sums and dropout.
@Suite struct CellGradientTests {
  private func experiment(
    _ operation: OperatorName, _ input: Tensor, _ parameters: [ParameterName: ParameterValue] = [:]
  ) throws -> Experiment {
    var all = Parameters(defaultsOf: OperatorCatalog.description(of: operation).parameters)
    for (name, value) in parameters { all[name] = value }
    return try Experiment(operation: operation, operands: Operands([.input: input]), parameters: all)
  }

  @Test("relu passes on above 0, nothing at 0 and below, and passes on where the input is not a number")
  func relu() throws {
    let input = try Tensor(rows: [[-1, -0.0, 0, .leastNonzeroMagnitude, 2, .nan, -.infinity]])
    let gradient = try Tensor(rows: [[1, 2, .infinity, 4, 5, 6, 7]])
    #expect(
      try experiment(.relu, input).gradients(outputGradient: gradient)
        == [.input: Tensor(rows: [[0, 0, 0, 4, 5, 6, 0]])])
  }

  @Test("leaky relu takes the slope at 0 and below")
  func leaky() throws {
    let leaky = try experiment(
      .leakyRelu, Tensor(rows: [[-1, 0, 2]]), [.negativeSlope: .number(0.25)])
    #expect(
      try leaky.gradients(outputGradient: Tensor(rows: [[4, 8, 3]])) == [.input: Tensor(rows: [[1, 2, 3]])])
  }

  @Test("sigmoid and tanh: by hand at 0, flat far out, and as central differences between")
  func smooth() throws {
    let ends = try Tensor(rows: [[0, 1000, -1000]])
    let ones = try Tensor(rows: [[1, 1, 1]])
    #expect(try experiment(.sigmoid, ends).gradients(outputGradient: ones)?[.input]?.values == [0.25, 0, 0])
    #expect(try experiment(.tanh, ends).gradients(outputGradient: ones)?[.input]?.values == [1, 0, 0])
    var generator = SplitMix64(seed: 5)
    let shape = try Shape(height: 1, width: 30)
    let input = try Tensor(shape: shape, values: generator.fractions(shape).values.map { 4 * $0 })
    let g = try generator.fractions(shape)
    let functions: [(OperatorName, (Double) -> Double)] = [(.sigmoid, { 1 / (1 + exp(-$0)) }), (.tanh, { tanh($0) })]
    for (operation, function) in functions {
      let gradient = try #require(try experiment(operation, input).gradients(outputGradient: g)?[.input])
      for (offset, value) in gradient.values.enumerated() {
        let x = Double(input.values[offset])
        // Step 2⁻¹²: third derivatives are at most 2, so the cut is at most h²/3 < 2⁻²⁵; rounding adds 2⁻⁴¹, Float32 2⁻²⁵.
        let difference = (function(x + 0x1p-12) - function(x - 0x1p-12)) / 0x1p-11
        #expect(abs(Double(value) - difference * Double(g.values[offset])) <= 0x1p-24 + 0x1p-41, "\(operation) at \(x)")
      }
    }
  }

  @Test(
    "what is linear has the difference as its gradient: L(x + d) − L(x) = ⟨dL/dx, d⟩, to the bit over whole numbers",
    arguments: [
      OperatorDescription.conv1d, .conv2d, .linear, .flatten, .concat, .pad, .upsampleNearest, .add,
    ])
  func differences(description: OperatorDescription) throws {
    for seed in UInt64(1)...15 {
      var generator = SplitMix64(seed: seed)
      let drawn = try RandomExperiment(description: description, kind: .fractions).draw(&generator)
      var (operands, steps) = (drawn.operands, drawn.operands)
      let names = description.requiredOperands + description.optionalOperands
      for name in names {
        guard let shape = operands[name]?.shape else { continue }
        operands[name] = try generator.integers(shape)
        steps[name] = try generator.integers(shape)
      }
      let g = try generator.integers(drawn.outputShape)
      func loss(_ operands: Operands) throws -> Double {
        let experiment = try Experiment(
          operation: description.name, operands: operands, parameters: drawn.parameters)
        return g.dot(try #require(experiment.output()))
      }
      let experiment = try Experiment(
        operation: description.name, operands: operands, parameters: drawn.parameters)
      let gradients = try #require(experiment.gradients(outputGradient: g))
      let before = try loss(operands)
      for name in names {
        guard let operand = operands[name], let step = steps[name] else { continue }
        var moved = operands
        moved[name] = try Tensor(shape: operand.shape, values: zip(operand.values, step.values).map(+))
        #expect(try loss(moved) - before == gradients[name]?.dot(step), "\(name), seed \(seed)")
      }
    }
  }

  @Test("dropout sends the gradient through its own mask, and back unchanged outside training")
  func dropout() throws {
    var generator = SplitMix64(seed: 2)
    let input = try generator.fractions(Shape(batch: 2, channels: 3, height: 4, width: 5))
    let g = try generator.fractions(input.shape)
    let parameters: [ParameterName: ParameterValue] = [
      .dropProbability: .number(0.5), .seed: .integer(7), .train: .flag(true),
    ]
    let dropout = try experiment(.dropout, input, parameters)
    let output = try #require(dropout.output())
    let gradient = try #require(dropout.gradients(outputGradient: g)?[.input])
    for (offset, value) in output.values.enumerated() {
      #expect(gradient.values[offset] == (value == 0 ? 0 : 2 * g.values[offset]))
    }
    #expect(output.values.contains(0))
    #expect(try experiment(.dropout, input).gradients(outputGradient: g) == [.input: g])
  }

  @Test("an operator whose gradients are not known says so")
  func unknown() throws {
    let input = try Tensor(rows: [[1, 2]])
    #expect(try experiment(.softmax, input, [.axis: .integer(3)]).gradients(outputGradient: input) == nil)
  }
}
