import ConvolutionEngine
import Testing

@Suite struct AdaptivePoolTests {
  @Test("five cells in three windows overlap: 0–1, 1–3, 3–4")
  func overlapping() throws {
    let input = try Tensor.row([1, 2, 4, 8, 16])
    let size: [ParameterName: ParameterValue] = [.outputSize: .axes(PerAxis(vertical: 1, horizontal: 3))]
    #expect(try OperatorName.adaptiveAvgPool2d.output([.input: input], size).values == [1.5, Float(14) / 3, 12])
    #expect(try OperatorName.adaptiveMaxPool2d.output([.input: input], size).values == [2, 8, 16])
  }

  @Test("an output larger than the input repeats its cells")
  func enlarging() throws {
    let input = try Tensor.row([1, 2])
    let size: [ParameterName: ParameterValue] = [.outputSize: .axes(PerAxis(vertical: 2, horizontal: 3))]
    #expect(try OperatorName.adaptiveAvgPool2d.output([.input: input], size).values == [1, 1.5, 2, 1, 1.5, 2])
  }

  @Test("the global pool is the mean of each channel of each picture")
  func global() throws {
    let input = try Tensor.counting(Shape(batch: 2, channels: 2, height: 1, width: 3))
    let output = try OperatorName.globalAvgPool2d.output([.input: input])
    #expect(try output == Tensor(shape: Shape(batch: 2, channels: 2, height: 1, width: 1), values: [1, 4, 7, 10]))
  }

  @Test("NaN wins the maximum and takes the mean")
  func special() throws {
    let input = try Tensor.row([1, .nan, .infinity, 2])
    let size: [ParameterName: ParameterValue] = [.outputSize: .axes(PerAxis(vertical: 1, horizontal: 2))]
    #expect(try OperatorName.adaptiveMaxPool2d.output([.input: input], size).agrees(with: [.nan, .infinity]))
    #expect(try OperatorName.adaptiveAvgPool2d.output([.input: input], size).agrees(with: [.nan, .infinity]))
  }

  @Test("windows cover every cell in order, and where the sizes divide they are a partition", arguments: 1...12)
  func partition(input: Int) throws {
    let row = try Tensor.counting(Shape(height: 1, width: input))
    for output in 1...15 {
      let experiment = try OperatorName.adaptiveAvgPool2d.experiment(
        [.input: row], [.outputSize: .axes(PerAxis(vertical: 1, horizontal: output))])
      let windows = (0..<output).map { column in
        experiment.trace(at: Coordinate(row: 0, column: column)).terms.map(\.position.column)
      }
      #expect(Set(windows.joined()) == Set(0..<input))
      for window in windows {
        let first = try #require(window.first)
        #expect(window == Array(first..<(first + window.count)))
      }
      for (window, next) in zip(windows, windows.dropFirst()) {
        // The next one begins where this one ends, or with its last cell, and not before it.
        let last = try #require(window.last)
        #expect(next.first == last + 1 || next.first == last)
      }
      if input.isMultiple(of: output) {
        #expect(windows.joined().elementsEqual(0..<input) && windows.allSatisfy { $0.count == input / output })
      }
    }
  }
}
