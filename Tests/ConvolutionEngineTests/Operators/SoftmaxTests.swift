import ConvolutionEngine
import Testing

@Suite struct SoftmaxTests {
  @Test("equal numbers share equally, and e and 1 as e to 1")
  func shares() throws {
    #expect(try OperatorName.softmax.output([.input: Tensor.row([7, 7, 7, 7])]).values == [0.25, 0.25, 0.25, 0.25])
    let pair = try OperatorName.softmax.output([.input: Tensor.row([1, 0])]).values
    // 1 / (1 + 1/e), rounded to Float32 once.
    #expect(pair == [0.731_058_6, 0.268_941_43])
  }

  @Test("large numbers do not overflow, and adding a number to all changes nothing")
  func shift() throws {
    let small = try OperatorName.softmax.output([.input: Tensor.row([1, 2, 4])])
    let large = try OperatorName.softmax.output([.input: Tensor.row([60_001, 60_002, 60_004])])
    #expect(small == large)
    #expect(try OperatorName.softmax.output([.input: Tensor.row([0, -.infinity])]).values == [1, 0])
  }

  @Test("NaN, +∞ or nothing but −∞ leave no number at all")
  func special() throws {
    for row in [[1, .nan, 2], [1, .infinity, 2], [-.infinity, -.infinity]] as [[Float]] {
      let output = try OperatorName.softmax.output([.input: Tensor.row(row)])
      #expect(output.values.allSatisfy { $0.isNaN })
    }
  }

  @Test("along every axis the output sums to 1 there", arguments: -4...3)
  func sums(axis: Int) throws {
    var generator = SplitMix64(seed: 5)
    let input = try generator.fractions(Shape(batch: 2, channels: 3, height: 4, width: 5))
    let output = try OperatorName.softmax.output([.input: input], [.axis: .integer(axis)])
    let sides = input.shape.axes
    let (index, step) = ((axis + 4) % 4, sides[((axis + 4) % 4 + 1)...].reduce(1, *))
    var sums: [Int: Double] = [:]
    for (offset, value) in output.values.enumerated() {
      sums[offset / (step * sides[index]) * step + offset % step, default: 0] += Double(value)
    }
    #expect(sums.count == input.shape.count / sides[index])
    // Each part is off by half a unit in the last place of a number up to 1.
    #expect(sums.values.allSatisfy { abs($0 - 1) <= Double(sides[index]) * 0x1p-25 })
  }

  @Test("the trace adds the powers of all and takes this one's share")
  func trace() throws {
    let experiment = try OperatorName.softmax.experiment([.input: Tensor.row([3, 3])])
    let trace = experiment.trace(at: Coordinate(row: 0, column: 1))
    #expect(trace.reduction == .exponentialSum(shift: 3) && trace.epilogue == [.share(of: 1)])
    #expect(trace.runningValues == [1, 2] && trace.result == 0.5)
  }

  @Test("an empty axis gives an empty output")
  func empty() throws {
    let input = try NDArray<Float>(axes: [2, 0], values: [])
    let output = try #require(try OperatorCall(.softmax, arrays: [.input: input]).output())
    #expect(output.axes == [2, 0] && output.values.isEmpty)
  }
}
