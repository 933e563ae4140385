import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("A cell traced back through a stack")
struct StackTraceTests {
  @Test("sees 7×7 through three 3×3, with 1 3 6 7 6 3 1 ways along a row")
  func threeSmall() throws {
    let model = try StackModel(StackPreset.threeSmall.study)
    let trace = StackTrace(model, level: 3, row: 7, column: 6)
    let field = try #require(trace.field)
    #expect(field.rows == 4..<11 && field.columns == 3..<10)
    #expect(field.profile == [1, 3, 6, 7, 6, 3, 1])
    // The ways along both axes multiply.
    #expect(field.most == 49 && field[4, 3] == 1 && field[5, 4] == 9 && field[3, 3] == 0)
    #expect(field.counts.reduce(0, +) == 729, "three times nine taps to choose from")
    #expect(field.cellCount == 49)
    #expect(trace.footprints[2]?.rows == 6..<9)
    #expect(trace.footprints[1]?.profile == [1, 2, 3, 2, 1])
    #expect(trace.footprints[3] == StackFootprint(row: 7, column: 6))
    #expect(trace.outside(.vertical, of: model.shapes[0].size) == (before: 0, after: 0))
  }

  @Test("sees the same through one 7×7, each cell by one way")
  func oneLarge() throws {
    let model = try StackModel(StackPreset.oneLarge.study)
    let field = try #require(StackTrace(model, level: 1, row: 7, column: 6).field)
    #expect(field.rows == 4..<11 && field.columns == 3..<10)
    #expect(field.profile == [1, 1, 1, 1, 1, 1, 1] && field.most == 1)
  }

  @Test("says how much of what it reaches is padding")
  func corner() throws {
    let model = try StackModel(StackPreset.threeSmall.study)
    let trace = StackTrace(model, level: 3, row: 0, column: 11)
    #expect(trace.span == PerAxis(vertical: -3...3, horizontal: 8...14))
    #expect(trace.outside(.vertical, of: model.shapes[0].size) == (before: 3, after: 0))
    #expect(trace.outside(.horizontal, of: model.shapes[0].size) == (before: 0, after: 3))
    #expect(trace.field?.rows == 0..<4)
    // Ways through the padding of a layer between lead nowhere: of the 7 from the corner's own row 3 go through row −1, which
    // leaves 4 along each axis.
    #expect(trace.field?[0, 11] == 16)
  }

  @Test("sees only every other cell through one dilated kernel")
  func holes() throws {
    let model = try StackExamples.model("1x9x9 conv:1,k3,d2")
    let field = try #require(StackTrace(model, level: 1, row: 2, column: 2).field)
    #expect(field.profile == [1, 0, 1, 0, 1])
    #expect(field.cellCount == 9)
  }

  @Test("takes in the windows of pools: 18 before the global pool of the hybrid net, 627,816 parameters in all")
  func hybridNet() throws {
    let model = try StackExamples.model("name:hybrid-net")
    #expect(model.summary.total.parameters == 627_816)
    #expect(model.summary.rows[7].receptiveField?.vertical.size == 18)
    let trace = StackTrace(model, level: 8, row: 28, column: 28)
    #expect(trace.field?.rows.count == 18)
    #expect(trace.span?.vertical.count == 18)
    #expect(StackTrace(model, level: 9, row: 0, column: 0).field?.cellCount == 224 * 224, "all of it after the pool")
  }

  @Test(
    "has cells that are exactly those that light it up, and as many ways as ones add up to", arguments: UInt64(1)...40)
  func bruteForce(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = StackExamples.fitting(&generator)
    let level = model.depth
    let size = model.shapes[level].size
    let (row, column) = (
      Int.random(in: 0..<size.vertical, using: &generator), Int.random(in: 0..<size.horizontal, using: &generator)
    )
    let trace = StackTrace(model, level: level, row: row, column: column)
    let field = try #require(trace.field)
    // A batch of pictures in each of which one cell is lit, through weights of 1 and no biases.
    let input = model.shapes[0].size
    var pictures = Tensor(
      shape: try Shape(
        batch: input.vertical * input.horizontal, height: input.vertical, width: input.horizontal))
    for cell in 0..<(input.vertical * input.horizontal) {
      pictures[batch: cell, row: cell / input.horizontal, column: cell % input.horizontal] = 1
    }
    let weights = try NetworkWeights(for: model.network) { name, axes throws(NDArrayError) in
      try NDArray(axes: axes, values: Array(repeating: name.hasSuffix("bias") ? 0 : 1, count: axes.reduce(1, *)))
    }
    let output = try #require(try model.network.forward(pictures, weights: weights)).output.tensor
    let onlyAdds = model.study.layers?.allSatisfy { $0.kind == .convolution || $0.kind == .relu } == true
    for cell in 0..<(input.vertical * input.horizontal) {
      let value = output[batch: cell, row: row, column: column]
      let ways = field[cell / input.horizontal, cell % input.horizontal]
      #expect((value > 0) == (ways > 0), "seed \(seed), cell \(cell) of \(model.study)")
      // Whole numbers below 2²⁴ are exact.
      if onlyAdds { #expect(value == Float(ways), "seed \(seed), cell \(cell) of \(model.study)") }
    }
    let span = try #require(trace.span)
    if let first = field.rows.first { #expect(span.vertical.contains(first)) }
    if let last = field.columns.last { #expect(span.horizontal.contains(last)) }
    let told = try #require(model.summary.rows.last?.receptiveField)
    #expect(span.vertical.count == told.vertical.size)
    #expect(span.horizontal.count == told.horizontal.size)
  }

  @Test("meets a map twice through a joint, and adds the ways")
  func joined() throws {
    let model = try StackExamples.model("1x32x32 name:u-toy")
    let level = model.depth
    let trace = StackTrace(model, level: level, row: 16, column: 16)
    let field = try #require(trace.field)
    let size = try #require(model.summary.rows.last?.receptiveField).vertical.size
    #expect(field.rows.count <= size && field.rows.count > 8)
    #expect(field.most > 1)
  }

  @Test("is not told where it would be too large, and never counts beyond Int")
  func large() throws {
    let wide = try StackExamples.model("1x4096x4096 global-avg-pool")
    #expect(StackTrace(wide, level: 1, row: 0, column: 0).field == nil)
    let deep = try StackExamples.model(
      "1x8x8 " + Array(repeating: "conv:1,k7,p3", count: 64).joined(separator: " "))
    #expect(StackTrace(deep, level: 64, row: 4, column: 4).field?.most == .max)
  }
}
