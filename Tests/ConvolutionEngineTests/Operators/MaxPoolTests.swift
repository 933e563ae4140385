import ConvolutionEngine
import Testing

@Suite struct MaxPoolTests {
  private let plane =
    [
      [1, 5, 2, 0],
      [3, 4, 8, 1],
      [-7, -2, -3, -4],
      [-1, -6, -5, -9],
    ] as [[Float]]

  @Test("2×2 windows step by their own size unless a stride is given")
  func blocks() throws {
    let input = try Tensor(rows: plane)
    #expect(try OperatorName.maxPool2d.output([.input: input]).values == [5, 8, -1, -3])
    let dense = try OperatorName.maxPool2d.output([.input: input], [.stride: .axes(PerAxis(1))])
    #expect(dense.values == [5, 8, 8, 4, 8, 8, -1, -2, -3])
  }

  @Test("padding never wins, not even against negative numbers, and a window of nothing else gives −∞")
  func padding() throws {
    let input = try Tensor.row([-3, -1])
    let output = try OperatorName.maxPool1d.output(
      [.input: input],
      [.kernelSize: .integer(2), .stride: .integer(1), .padding: .ends(AxisPadding(before: 3, after: 1))])
    #expect(output.values == [-.infinity, -.infinity, -3, -1, -1])
  }

  @Test("dilated taps skip cells")
  func dilation() throws {
    let input = try Tensor.row([9, 1, 2, 8, 3])
    let output = try OperatorName.maxPool1d.output(
      [.input: input], [.kernelSize: .integer(2), .stride: .integer(1), .dilation: .integer(3)])
    #expect(output.values == [9, 3])
  }

  @Test("NaN wins, and infinities are numbers")
  func special() throws {
    let input = try Tensor.row([1, .nan, .infinity, 2, -.infinity, -.infinity])
    #expect(try OperatorName.maxPool1d.output([.input: input]).agrees(with: [.nan, .infinity, -.infinity]))
  }

  @Test("every tap is a term, also in the padding, where it reads −∞ from nowhere")
  func trace() throws {
    let experiment = try OperatorName.maxPool2d.experiment(
      [.input: Tensor(rows: plane)], [.padding: .sides(Padding(top: 1, left: 0, bottom: 0, right: 0))])
    let trace = experiment.trace(at: Coordinate(row: 0, column: 1))
    #expect(trace.reduction == .max && trace.result == 2)
    #expect(trace.terms.map(\.value) == [-.infinity, -.infinity, 2, 0])
    #expect(trace.terms.map(\.source) == [nil, nil, Coordinate(row: 0, column: 2), Coordinate(row: 0, column: 3)])
    #expect(trace.terms[0].position == Coordinate(row: -1, column: 2))
    #expect(trace.terms.allSatisfy { $0.factor == 1 && $0.factorPosition == nil })
  }

  @Test("padding by name is that of a convolution: same gives ⌈input / stride⌉, the odd cell at the end")
  func named() throws {
    let input = try Tensor.row([1, 2, 3])
    let same: [ParameterName: ParameterValue] = [.stride: .integer(1), .padding: .named(.same)]
    #expect(try OperatorName.maxPool1d.output([.input: input], same).values == [2, 3, 3])
    #expect(try OperatorName.maxPool1d.output([.input: input], [.padding: .named(.valid)]).values == [2])
  }
}
