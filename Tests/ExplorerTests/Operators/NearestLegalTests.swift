import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("The nearest legal values")
struct NearestLegalTests {
  /// What would be legal instead of the last action, which must be refused.
  private func ways(_ actions: [ExplorerAction], insteadOf action: ExplorerAction) throws -> [NearestLegal.Way] {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    for action in actions { try state.apply(action) }
    let before = state
    let error = try #require(throws: ExplorerError.self) { _ = try state.apply(action) }
    #expect(state == before)
    return state.nearestLegal(insteadOf: action, after: error)?.ways ?? []
  }

  @Test("dilation 4 spreads 3×3 over 9 of 7 rows: dilation 3 would fit, padding 1, or a kernel of 2×2")
  func dilation() throws {
    #expect(
      try ways([], insteadOf: .set(.dilation, .axes(PerAxis(4))))
        == [.atMost(.dilation, 3), .atLeast(.padding, 1), .kernel(atMost: PerAxis(2))])
    #expect(
      try ways([], insteadOf: .set(.dilation, .axes(PerAxis(vertical: 1, horizontal: 1_000_000_000))))
        == [.atMost(.dilation, 3), .kernel(atMost: PerAxis(vertical: 3, horizontal: 1))])
  }

  @Test("a kernel larger than the padded input is told the largest that fits, and the padding with which it would")
  func kernel() throws {
    let large = Tensor(shape: try Shape(height: 12, width: 5), repeating: 1)
    #expect(
      try ways([], insteadOf: .load(.weights, large, name: "large"))
        == [.atLeast(.padding, 3), .kernel(atMost: PerAxis(vertical: 7, horizontal: 5))])
    #expect(
      try ways([.set(.dilation, .axes(PerAxis(2)))], insteadOf: .resize(.input, PerAxis(vertical: 4, horizontal: 9)))
        == [.atMost(.dilation, 1), .atLeast(.padding, 1), .kernel(atMost: PerAxis(vertical: 2, horizontal: 3))])
  }

  @Test("a window of a pool is told its largest size, and a transposed convolution how little it may crop")
  func others() throws {
    #expect(
      try ways([.operation(.maxPool2d, row: nil)], insteadOf: .set(.kernelSize, .axes(PerAxis(9))))
        == [.atMost(.kernelSize, 7), .atLeast(.padding, 1)])
    // 7 + 3 − 1 = 9 rows, of which padding 5 would crop 10.
    #expect(
      try ways([.operation(.convTranspose2d, row: nil)], insteadOf: .set(.padding, .sides(Padding(5))))
        == [.atMost(.padding, 4)])
  }

  @Test("what is told does fit, and the next value does not, for any sizes")
  func bothSides() throws {
    for seed in UInt64(1)...60 {
      var random = SplitMix64(seed: seed)
      func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + Int(random.next() % UInt64(range.count)) }
      let shapes: [OperandName: Shape] = [
        .input: try Shape(height: number(1...9), width: number(1...9)),
        .weights: try Shape(height: number(1...6), width: number(1...6)),
      ]
      var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: .conv2d).parameters)
      let dilation = number(1...6)
      parameters[.dilation] = .axes(PerAxis(dilation))
      func fits(_ parameters: Parameters, _ shapes: [OperandName: Shape]) -> Bool {
        Experiment.outputShape(of: .conv2d, shapes: shapes, parameters: parameters) != nil
      }
      guard !fits(parameters, shapes) else { continue }
      for way in NearestLegal(.conv2d, shapes, parameters).ways {
        var (near, far, nearShapes) = (parameters, parameters, shapes)
        switch way {
        case .atMost(_, let value):
          near[.dilation] = .axes(PerAxis(value))
          far[.dilation] = .axes(PerAxis(value + 1))
        case .atLeast(_, let value):
          near[.padding] = .sides(Padding(value))
          far[.padding] = .sides(Padding(value - 1))
        case .kernel(let size): nearShapes[.weights] = try Shape(height: size.vertical, width: size.horizontal)
        }
        #expect(fits(near, nearShapes), "seed \(seed), \(way)")
        #expect(!fits(far, shapes), "seed \(seed), \(way)")
      }
    }
  }
}
