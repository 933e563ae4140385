import ConvolutionEngine
import Testing

@Suite struct AveragePoolTests {
  private func output(_ values: [Float], _ parameters: [ParameterName: ParameterValue]) throws -> [Float] {
    try OperatorName.avgPool1d.output([.input: Tensor.row(values)], parameters).values
  }

  @Test("2×2 windows give the mean of four cells")
  func blocks() throws {
    let input = try Tensor(rows: [[1, 3, 0, 2], [5, 7, 4, 6]])
    #expect(try OperatorName.avgPool2d.output([.input: input]).values == [4, 3])
  }

  @Test("zeros of the padding count, unless they are not to")
  func padding() throws {
    var options: [ParameterName: ParameterValue] = [.stride: .integer(1), .padding: .ends(AxisPadding(1))]
    #expect(try output([2, 4], options) == [1, 3, 2])
    options[.countIncludePad] = .flag(false)
    #expect(try output([2, 4], options) == [2, 3, 4])
  }

  @Test("what hangs over the padding never counts")
  func ceilMode() throws {
    let options: [ParameterName: ParameterValue] = [
      .kernelSize: .integer(3), .stride: .integer(2), .padding: .ends(AxisPadding(1)), .ceilMode: .flag(true),
    ]
    // Windows begin at −1, 1 and 3. The last one has the cell 3, the zero after it, and a place beyond that.
    #expect(try output([3, 6, 9, 8], options) == [3, Float(23) / 3, 4])
    var inside = options
    inside[.countIncludePad] = .flag(false)
    #expect(try output([3, 6, 9, 8], inside) == [4.5, Float(23) / 3, 8])
  }

  @Test("a window without a cell of the input gives 0, whether or not the padding counts")
  func outside() throws {
    for counts in [true, false] {
      let options: [ParameterName: ParameterValue] = [
        .padding: .ends(AxisPadding(before: 4, after: 0)), .countIncludePad: .flag(counts),
      ]
      #expect(try output([.infinity, .infinity], options) == [0, 0, .infinity])
    }
  }

  @Test("the terms are the cells that count, those of the padding as zeros from nowhere")
  func trace() throws {
    let input = try Tensor.row([2, 4])
    let parameters: [ParameterName: ParameterValue] = [
      .kernelSize: .integer(3), .stride: .integer(1), .padding: .ends(AxisPadding(1)),
    ]
    let padded = try OperatorName.avgPool1d.experiment([.input: input], parameters)
    let trace = padded.trace(at: Coordinate(row: 0, column: 0))
    #expect(trace.reduction == .mean && trace.result == 2)
    #expect(trace.terms.map(\.value) == [0, 2, 4] && trace.terms.map(\.isGhost) == [true, false, false])
    let inside = try OperatorName.avgPool1d.experiment(
      [.input: input], parameters.merging([.countIncludePad: .flag(false)]) { $1 })
    #expect(inside.trace(at: Coordinate(row: 0, column: 0)).terms.map(\.value) == [2, 4])
    #expect(inside.plan.termCount(of: Coordinate(row: 0, column: 0)) == 2)
  }

  @Test("NaN and infinities spread to the windows that see them")
  func special() throws {
    let input = try Tensor.row([1, .nan, 1, .infinity, .infinity, -.infinity, 1, 1])
    #expect(try OperatorName.avgPool1d.output([.input: input]).agrees(with: [.nan, .infinity, .nan, 1]))
  }

  @Test("a mean is rounded once: three numbers whose Float32 sum would lose the smallest")
  func rounding() throws {
    #expect(try output([0x1p24, 1, 1], [.kernelSize: .integer(3)]) == [Float((0x1p24 + 2) / 3.0)])
    #expect(try output([.greatestFiniteMagnitude, .greatestFiniteMagnitude], [:]) == [.greatestFiniteMagnitude])
  }
}
