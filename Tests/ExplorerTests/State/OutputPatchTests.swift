import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

/// After every edit of a cell the output that is kept must be the one that would be computed anew.
@Suite("Patching the output")
struct OutputPatchTests {
  /// A state that knows its output.
  private func computed(_ state: ExplorerState) throws -> ExplorerState {
    var state = state
    let output = try #require(state.experiment.output())
    let isAccepted = state.accept(OutputCache(revision: state.revision, output: output))
    #expect(isAccepted)
    return state
  }

  /// Applies an action and expects that it asks, or does not ask, for the whole output.
  private func expect(_ asks: Bool, of action: ExplorerAction, _ state: inout ExplorerState, _ note: Comment = "")
    throws
  {
    let effects = try state.apply(action)
    #expect(effects == (asks ? [.recompute(revision: state.revision)] : []), note)
  }

  /// The output is known, is the one of the experiment bit for bit, and its scale is that of its values.
  private func expectRight(_ state: ExplorerState, _ note: Comment) throws {
    let whole = try #require(state.experiment.output())
    #expect(state.currentOutput == whole, note)
    #expect(state.currentScale == OutputCache(revision: 0, output: whole).largestMagnitude, note)
  }

  @Test("an edit in the middle of the plus changes nine outputs at once, and asks for no other computation")
  func middle() throws {
    var state = try computed(try Examples.plusUnderSobel())
    let before = try #require(state.currentOutput)
    let effects = try state.apply(.edit(.input, Coordinate(row: 3, column: 4), 9))
    #expect(effects.isEmpty)
    let after = try #require(state.currentOutput)
    // Under Sobel's x kernel the column of zeros above, on and below the edited cell stays as it was.
    let changed = (0..<before.shape.count).filter { before.values[$0] != after.values[$0] }
    let expected = (2...4).flatMap { row in [3, 5].map { row * 7 + $0 } }
    #expect(changed == expected)
    try expectRight(state, "plus")
  }

  @Test("where the output is not known, an edit asks for the whole of it")
  func unknown() throws {
    var state = try Examples.plusUnderSobel()
    try expect(true, of: .edit(.input, Coordinate(row: 3, column: 4), 9), &state)
    #expect(state.currentOutput == nil)
    state = try computed(state)
    try expect(true, of: .set(.stride, .axes(PerAxis(2))), &state)
    try expect(true, of: .edit(.input, Coordinate(row: 0, column: 0), 1), &state)
  }

  @Test("the scale falls when the largest value is edited away, and rises with a larger one")
  func scale() throws {
    var state = try computed(try Examples.plusUnderSobel())
    try state.apply(.edit(.input, Coordinate(row: 3, column: 3), 100))
    #expect(state.currentScale == 202)
    try state.apply(.edit(.input, Coordinate(row: 3, column: 3), 0))
    try expectRight(state, "fallen")
    try state.apply(.edit(.input, Coordinate(row: 3, column: 3), .infinity))
    try expectRight(state, "not finite")
  }

  @Test("the output is written in place: its storage stays where it is")
  func inPlace() throws {
    var state = try computed(try Examples.plusUnderSobel())
    func storage() -> UnsafeRawPointer? {
      state.currentOutput?.values.withUnsafeBytes { $0.baseAddress }
    }
    // The first output came from outside and may be held there; from the first edit on it is the state's own.
    try state.apply(.edit(.input, Coordinate(row: 0, column: 0), 1))
    let first = storage()
    for value in 2...5 { try state.apply(.edit(.input, Coordinate(row: 3, column: 3), Float(value))) }
    try state.apply(.undo)
    #expect(storage() == first)
  }

  @Test("an edit that feeds more than the budget leaves the output to be computed beside the loop")
  func large() throws {
    let side = 400
    let input = Tensor(shape: try Shape(height: side, width: side), repeating: 1)
    let experiment = try Experiment(
      operation: .conv2d,
      operands: Operands([
        .input: input, .weights: Tensor(shape: try Shape(height: 3, width: 3), repeating: 1),
      ]))
    var state = try computed(ExplorerState(document: ExplorerDocument(experiment: experiment)))
    let effects = try state.apply(.edit(.weights, Coordinate(row: 0, column: 0), 2))
    #expect(effects == [.recompute(revision: state.revision)])
    state = try computed(state)
    try expect(false, of: .edit(.input, Coordinate(row: 200, column: 200), 2), &state)
  }

  @Test("the cells of a softmax change together, however long its row is")
  func softmax() throws {
    let width = 3000
    let input = try Tensor(
      shape: try Shape(height: 2, width: width), values: (0..<(2 * width)).map { Float($0 % 17) / 4 })
    var state = try computed(
      ExplorerState(
        document: ExplorerDocument(
          experiment: try Experiment(operation: .softmax, operands: Operands([.input: input])))))
    try expect(false, of: .edit(.input, Coordinate(row: 1, column: 2000), 7.5), &state)
    try expectRight(state, "softmax")
  }

  @Test(
    "for every operator with any options, an edited cell of any operand, undone and redone, gives the whole output",
    arguments: SteppableOperators.all)
  func everyOperator(operation: OperatorName) throws {
    for seed in UInt64(1)...25 {
      var random = SplitMix64(seed: seed)
      func number(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }
      var state = try computed(try RandomOperator.state(operation, &random))
      for round in 0..<6 {
        let operands = state.experiment.operands.names
        let operand = operands[number(operands.count)]
        guard let shape = state.experiment.operands[operand]?.shape else { continue }
        let place = shape.coordinate(at: number(shape.count))
        let value = [Float(number(100)) / 8 - 6, -0.0, .infinity, .nan, 1e30][min(number(20), 4)]
        let note: Comment = "\(operation.rawValue), seed \(seed), round \(round), \(operand) \(place)"
        try expect(false, of: .edit(operand, place, value), &state, note)
        try expectRight(state, note)
      }
      for _ in 0..<3 { try expect(false, of: .undo, &state) }
      try expectRight(state, "\(operation.rawValue), seed \(seed), undone")
      for _ in 0..<3 { try expect(false, of: .redo, &state) }
      try expectRight(state, "\(operation.rawValue), seed \(seed), redone")
    }
  }

  @Test("for every geometry, padding mode, dilation and grouping too", arguments: [1, 2, 3])
  func everyGeometry(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<120 {
      let operation: OperatorName = round.isMultiple(of: 4) ? .conv1d : .conv2d
      var state = try computed(
        ExplorerState(
          document: ExplorerDocument(experiment: try RandomConvolution.draw(operation, using: &random))))
      for operand in state.experiment.operands.names {
        let shape = try #require(state.experiment.operands[operand]?.shape)
        let place = shape.coordinate(at: .random(in: 0..<shape.count, using: &random))
        try state.apply(.edit(operand, place, Float(Int.random(in: -9...9, using: &random))))
        try expectRight(state, "seed \(seed), round \(round), \(operand) \(place)")
      }
    }
  }
}
