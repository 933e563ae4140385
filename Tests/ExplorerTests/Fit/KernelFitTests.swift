import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Fitting the kernel to a target")
struct KernelFitTests {
  /// Whole numbers, so that targets are exact.
  private func state(_ size: Int = 9, seed: UInt64 = 1, _ actions: [String] = []) throws -> ExplorerState {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<(size * size)).map { _ in Float(Int.random(in: -4...4, using: &generator)) }
    let input = try Tensor(shape: try Shape(height: size, width: size), values: values)
    var state = ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(
          operation: .conv2d, operands: Operands([.input: input, .weights: try Examples.sobelX()]))))
    for action in actions { try state.apply(try ExplorerAction(text: action)) }
    return state
  }

  @Test(
    "a kernel that made the target is found again, every weight and bias of it",
    arguments: [
      [], ["set padding 1"], ["set stride 2", "set padding 2"], ["set dilation 2"], ["set flip true"],
      ["set padding 2", "set padding-mode reflect"], ["load kernel 1x1x2x3 k 1 0 -2 3 0.5 7"], ["edit bias 0 3"],
      ["filters 3 random 7", "edit bias 2 -5"], ["operator conv1d 4", "load kernel 1x1x1x3 k 2 -1 4"],
      ["operator conv1d 4", "load kernel 1x1x1x2 k 2 -1", "set flip true", "set dt 0.5"],
      ["operator conv-transpose2d", "load kernel 1x1x2x2 k 1 2 3 4", "set stride 2"],
    ])
  func recovers(actions: [String]) throws {
    var state = try state(actions)
    let (weights, bias) = (state.experiment.operands[.weights], state.experiment.operands[.bias])
    try state.apply(.target(.copyOutput))
    for filter in 0..<state.outputShape.channels {
      if bias != nil { try state.apply(.edit(.bias, Coordinate(channel: filter, row: 0, column: 0), 1)) }
    }
    let shape = try #require(weights?.shape)
    try state.apply(.load(.weights, Tensor(shape: shape), name: "zeros"))
    #expect(state.fitReport?.isExact == false)
    try state.apply(.fit)
    let found = try #require(state.experiment.operands[.weights])
    // Float32 targets with fractions are rounded, whole ones are not.
    for (value, wanted) in zip(found.values, try #require(weights).values) { #expect(abs(value - wanted) <= 1e-5) }
    if actions.isEmpty { #expect(found == weights) }
    #expect(state.experiment.operands[.bias]?.values.map { ($0 * 1e4).rounded() } == bias?.values.map { $0 * 1e4 })
    let report = try #require(state.fullFitReport)
    #expect(report.isExact && report.freedom == 0 && report.conflict == nil)
  }

  private func state(_ actions: [String]) throws -> ExplorerState { try state(9, seed: 3, actions) }

  /// Every window is nine ones: only the sum of the weights counts, and nine equal ones are the shortest.
  @Test("on a flat input the smallest kernel is taken, and eight numbers are free")
  func flat() throws {
    var state = try state(["preset input flat 5x5"])
    try state.apply(.target(.load(try Tensor(shape: state.outputShape, values: Array(repeating: 4.5, count: 9)))))
    try state.apply(.fit)
    #expect(state.experiment.operands[.weights]?.values == Array(repeating: 0.5, count: 9))
    #expect(state.fullFitReport?.freedom == 8)
    #expect(state.fullFitReport?.isExact == true)
    // With a bias b and nine weights w, 9w + b = 4.5 is shortest where all ten are 0.45.
    try state.apply(.edit(.bias, Coordinate(row: 0, column: 0), 0))
    try state.apply(.fit)
    #expect(state.experiment.operands[.weights]?.values == Array(repeating: 0.45, count: 9))
    #expect(state.experiment.operands[.bias]?.values == [0.45])
  }

  /// One weight for two equal inputs: the mean of 1 and 2, each 0.5 away from it.
  @Test("what no kernel can do is told with two cells that see the same and want different numbers")
  func conflict() throws {
    var state = try state(["load kernel 1x1x1x1 k 0", "load input 1x1x1x3 i 1 1 0"])
    try state.apply(try ExplorerAction(text: "target 1x1x1x3 1 2 3"))
    try state.apply(.fit)
    #expect(state.experiment.operands[.weights]?.values == [1.5])
    let report = try #require(state.fullFitReport)
    #expect(report.conflict?.first == Coordinate(row: 0, column: 0))
    #expect(report.conflict?.second == Coordinate(row: 0, column: 1))
    #expect(report.conflict?.wanted == ComparedNumbers(ours: 1, other: 2))
    // −0.5, 0.5 and 3: the last cell sees 0 and wants 3.
    #expect(report.largest == 3 && report.largestAt == Coordinate(row: 0, column: 2))
    #expect(abs(report.residual - (9.5 / 3.0).squareRoot()) < 1e-12)
    #expect(!report.isExact)
  }

  /// The derivative of the sum of squares by a weight is this sum: where it is 0 no change of the kernel helps.
  @Test(
    "what is left of a random target is orthogonal to the input under each weight", arguments: [1, 2, 3] as [UInt64])
  func orthogonal(seed: UInt64) throws {
    var state = try state(8, seed: seed, ["set padding 1"])
    var generator = SeededGenerator(seed: seed + 100)
    let values = (0..<64).map { _ in Float.random(in: -9...9, using: &generator) }
    let target = try Tensor(shape: state.outputShape, values: values)
    try state.apply(.target(.load(target)))
    try state.apply(.fit)
    var sums = Array(repeating: 0.0, count: 9)
    for offset in 0..<64 {
      let cell = state.outputShape.coordinate(at: offset)
      let rest = Double(target[cell]) - Double(state.experiment.value(at: cell))
      for (index, term) in state.experiment.trace(at: cell).terms.enumerated() {
        sums[index] += rest * Double(term.value)
      }
    }
    // Weights are rounded to Float32: 2⁻²⁴ of a few, times sums of squares of some hundreds.
    for sum in sums { #expect(abs(sum) < 1e-3, "\(sums)") }
  }

  @Test("what cannot be fitted is refused with the reason")
  func refused() throws {
    var state = try state([])
    #expect(throws: ExplorerError.cannotFit(.noTarget)) { try state.apply(.fit) }
    #expect(throws: ExplorerError.cannotFit(.noTarget)) { try state.apply(.compareTarget) }
    try state.apply(.target(.copyOutput))
    let shape = state.outputShape
    try state.apply(.set(.padding, .sides(Padding(1))))
    #expect(throws: ExplorerError.cannotFit(.shape(shape, output: state.outputShape))) { try state.apply(.fit) }
    try state.apply(.undo)
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), .infinity))
    #expect(throws: ExplorerError.cannotFit(.notFinite)) { try state.apply(.fit) }
    try state.apply(.operation(.maxPool2d, row: nil))
    try state.apply(.target(.copyOutput))
    #expect(throws: ExplorerError.cannotFit(.noKernel(.maxPool2d))) { try state.apply(.fit) }
  }

  @Test("more than 4096 weights are refused before anything is computed")
  func tooLarge() throws {
    var state = try state(70, [])
    try state.apply(.resize(.weights, PerAxis(65)))
    try state.apply(.target(.copyOutput))
    #expect(throws: ExplorerError.cannotFit(.tooManyUnknowns(4225, limit: 4096))) { try state.apply(.fit) }
    try state.apply(.resize(.weights, PerAxis(35)))
    try state.apply(.target(.copyOutput))
    #expect(throws: ExplorerError.cannotFit(.tooManyEquations(1296, unknowns: 1225))) { try state.apply(.fit) }
  }

  private func state(_ size: Int, _ actions: [String]) throws -> ExplorerState { try state(size, seed: 1, actions) }
}
