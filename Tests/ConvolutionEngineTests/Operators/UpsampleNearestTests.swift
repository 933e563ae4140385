import ConvolutionEngine
import Testing

@Suite struct UpsampleNearestTests {
  private func columns(_ count: Int, _ scale: Double) throws -> [Float] {
    try OperatorName.upsampleNearest.output(
      [.input: Tensor.counting(Shape(height: 1, width: count))],
      [.scale: .numbers(PerAxis(vertical: 1, horizontal: scale))]
    ).values
  }

  @Test("a scale of 2 makes four of every cell")
  func doubling() throws {
    let output = try OperatorName.upsampleNearest.output([.input: Tensor(rows: [[1, 2], [3, 4]])])
    #expect(try output == Tensor(rows: [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]]))
  }

  @Test("scales that are not whole repeat cells unevenly, and those below 1 skip some")
  func fractions() throws {
    #expect(try columns(5, 1.5) == [0, 0, 1, 2, 2, 3, 4])
    #expect(try columns(3, 2.5) == [0, 0, 0, 1, 1, 2, 2])
    #expect(try columns(4, 0.5) == [0, 2])
    #expect(try columns(3, 0.7) == [0, 1])
    #expect(try columns(2, 3.7) == [0, 0, 0, 0, 1, 1, 1])
  }

  @Test("an extent that stays or doubles is copied or doubled, as PyTorch does")
  func roundScales() throws {
    #expect(try columns(3, 1.1) == [0, 1, 2])
    #expect(try columns(3, 2.2) == [0, 0, 1, 1, 2, 2])
    #expect(try columns(5, 2.2) == [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
  }

  @Test("the step is a Float32: 41 · (1/4.1) is 10 there and the last cell below it in Double")
  func singlePrecision() throws {
    let output = try columns(20, 4.1)
    let step = Float(1 / 4.1)
    #expect(output == (0..<82).map { (Float($0) * step).rounded(.down) })
  }

  @Test("scales that leave no cell or too many are refused", arguments: [0.3, 0, -1, 1e18, .infinity])
  func refusals(scale: Double) {
    #expect(
      throws: ExperimentError.parameterValue(
        .scale, .numbers(PerAxis(scale)), legal: .numbers(1.0 / 2...Double(AxisGeometry.limit) / 2))
    ) {
      _ = try columns(2, scale)
    }
  }

  @Test("a scale that is no number is refused")
  func notANumber() {
    #expect(throws: ExperimentError.self) { _ = try columns(2, .nan) }
  }
}
