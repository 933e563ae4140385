import ConvolutionEngine
import Testing

@Suite struct DropoutTests {
  private func output(_ input: Tensor, p: Double, seed: Int = 0, train: Bool = true) throws -> Tensor {
    try OperatorName.dropout.output(
      [.input: input], [.dropProbability: .number(p), .seed: .integer(seed), .train: .flag(train)])
  }

  @Test("outside training every bit stays")
  func evaluation() throws {
    let input = try Tensor.row([-0.0, Float(bitPattern: 0x7fc1_2345), 3])
    #expect(try OperatorName.dropout.output([.input: input]) == input)
    #expect(try output(input, p: 1, train: false) == input)
  }

  @Test("in training a value is dropped or grows by 1 / (1 − p), as the seed says")
  func training() throws {
    // The sequence of seed 0 begins with 0xe220… and 0x6e78…: 0.883 and 0.431 as fractions.
    let input = try Tensor.row([3, 5])
    #expect(try output(input, p: 0.5).values == [6, 0])
    #expect(try output(input, p: 0.25).values == [4, Float(5 / 0.75)])
    #expect(try output(input, p: 0.9).values == [0, 0])
  }

  @Test("p = 0 keeps all and p = 1 none, and a dropped infinity is no number")
  func ends() throws {
    let input = try Tensor.row([1, -1, .infinity])
    #expect(try output(input, p: 0).values == input.values)
    #expect(try output(input, p: 1).agrees(with: [0, 0, .nan]))
  }

  @Test("about p of many values are dropped, others for another seed, the same for the same")
  func share() throws {
    let ones = try Tensor(shape: Shape(height: 100, width: 100), repeating: 1)
    let first = try output(ones, p: 0.3, seed: 7)
    // 10 000 draws: the standard deviation is 46, and the seed is fixed.
    let dropped = first.values.count { $0 == 0 }
    #expect((2800...3200).contains(dropped))
    #expect(try first == output(ones, p: 0.3, seed: 7))
    #expect(try first != output(ones, p: 0.3, seed: 8))
  }

  @Test("the choice is a factor of 0 or 1, the growth a step after it")
  func trace() throws {
    let experiment = try OperatorName.dropout.experiment(
      [.input: Tensor.row([3, 5])], [.dropProbability: .number(0.5), .train: .flag(true)])
    let (kept, dropped) = (
      experiment.trace(at: Coordinate(row: 0, column: 0)), experiment.trace(at: Coordinate(row: 0, column: 1))
    )
    #expect(kept.terms.map(\.factor) == [1] && kept.epilogue == [.scale(2)])
    #expect(dropped.terms.map(\.factor) == [0] && dropped.epilogue.isEmpty)
  }

  @Test("probabilities outside 0 to 1 and negative seeds are refused", arguments: [-0.1, 1.1, .nan])
  func refusals(p: Double) throws {
    let input = try Tensor.row([1])
    #expect(throws: ExperimentError.self) { try output(input, p: p) }
    #expect(throws: ExperimentError.parameterValue(.seed, .integer(-1), legal: .integers(0...Int.max))) {
      try output(input, p: 0.5, seed: -1)
    }
  }
}
