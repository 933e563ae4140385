import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Shifting the input")
struct ShiftTests {
  private func apply(_ action: ExplorerAction, to state: inout ExplorerState) throws {
    let effects = try state.apply(action)
    guard effects.contains(where: { if case .compare = $0 { true } else { false } }) else { return }
    if let result = state.comparisonRequest?.result() { try #require(accepted(result, by: &state)) }
  }

  private func accepted(_ result: ComparisonResult, by state: inout ExplorerState) -> Bool { state.accept(result) }

  private func result(_ state: ExplorerState) throws -> ComparisonResult {
    guard case .ready(let result) = state.comparisonState else {
      throw TestFailure("nothing compared: \(state.comparisonState)")
    }
    return result
  }

  private func shift(_ rows: Int, _ columns: Int, _ fill: ShiftFill) -> ExplorerAction {
    .shift(PerAxis(vertical: rows, horizontal: columns), fill)
  }

  private func state(
    _ operation: OperatorName = .conv2d, input: Tensor, weights: Tensor? = nil,
    _ values: [ParameterName: ParameterValue] = [:]
  ) throws -> ExplorerState {
    var parameters = Parameters(defaultsOf: OperatorCatalog.description(of: operation).parameters)
    for (name, value) in values { parameters[name] = value }
    var operands = Operands([.input: input])
    operands[.weights] = weights
    return ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(operation: operation, operands: operands, parameters: parameters)))
  }

  private func random(_ shape: Shape, _ random: inout SeededGenerator) throws -> Tensor {
    try Tensor(shape: shape, values: (0..<shape.count).map { _ in Float(Int.random(in: -4...4, using: &random)) })
  }

  @Test("moves every plane down and right; zeros come in, or what has left")
  func moves() throws {
    let input = try Tensor(rows: [[1, 2, 3], [4, 5, 6]])
    var state = try state(input: input, weights: try Tensor(rows: [[1]]))
    try state.apply(shift(1, 1, .zeros))
    #expect(state.experiment.operands[.input] == (try Tensor(rows: [[0, 0, 0], [0, 1, 2]])))
    try state.apply(.undo)
    #expect(state.experiment.operands[.input] == input)
    try state.apply(shift(1, -1, .wrap))
    // Rows change places; every row begins with its second number and ends with its first.
    #expect(state.experiment.operands[.input] == (try Tensor(rows: [[5, 6, 4], [2, 3, 1]])))
    try state.apply(.undo)
    #expect(state.experiment.operands[.input] == input)
    try state.apply(.redo)
    #expect(state.experiment.operands[.input] == (try Tensor(rows: [[5, 6, 4], [2, 3, 1]])))
  }

  @Test("by more than the input has is refused, also by the most there is; by nothing is no edit")
  func limits() throws {
    var state = try state(input: try Tensor(rows: [[1, 2, 3], [4, 5, 6]]), weights: try Tensor(rows: [[1]]))
    let size = state.experiment.inputShape
    for (rows, columns) in [(3, 0), (0, -4), (.max, .min), (.min, 0)] {
      #expect(throws: ExplorerError.shift(PerAxis(vertical: rows, horizontal: columns), size: size)) {
        try state.apply(shift(rows, columns, .wrap))
      }
    }
    try state.apply(shift(0, 0, .zeros))
    #expect(state.history.count == 0)
    try state.apply(shift(2, -3, .zeros))
    #expect(state.experiment.operands[.input]?.values.allSatisfy { $0 == 0 } == true)
  }

  @Test("on a ring, with circular padding and stride 1, the output shifts along exactly", arguments: 1...12)
  func circular(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let channels = Int.random(in: 1...2, using: &generator)
    var state = try state(
      input: try random(Shape(channels: channels, height: 6, width: 5), &generator),
      weights: try random(Shape(batch: 2, channels: channels, height: 3, width: 3), &generator),
      [
        .padding: .sides(Padding(1)), .paddingMode: .modes(PerAxis(.circular)),
        .flip: .flag(Bool.random(using: &generator)),
      ])
    try apply(.shiftFill(.wrap), to: &state)
    try apply(.shiftComparison(true), to: &state)
    for _ in 0..<3 {
      try apply(
        shift(Int.random(in: -3...3, using: &generator), Int.random(in: -3...3, using: &generator), .wrap), to: &state)
      let statistics = try result(state).statistics
      #expect(statistics.largest == nil, "seed \(seed)")
      #expect(statistics.count == state.outputShape.count && statistics.missing == 0, "seed \(seed)")
    }
  }

  @Test("with zeros the output shifts along wherever a window sees the picture alone", arguments: 1...12)
  func zeros(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let modes = PaddingMode.allCases
    var state = try state(
      input: try random(Shape(height: 8, width: 9), &generator),
      weights: try random(Shape(height: 3, width: 3), &generator),
      [
        .padding: .sides(Padding(1)), .paddingMode: .modes(PerAxis(modes.randomElement(using: &generator) ?? .zeros)),
      ])
    try apply(.shiftComparison(true), to: &state)
    let (rows, columns) = (Int.random(in: -2...2, using: &generator), Int.random(in: -2...2, using: &generator))
    try apply(shift(rows, columns, .zeros), to: &state)
    let result = try result(state)
    let ours = try #require(state.experiment.output())
    // The kernel reaches 1 to each side: farther than that from the rim, and from what came in, both are the same sums.
    for row in (1 + max(0, rows))..<(7 + min(0, rows)) {
      for column in (1 + max(0, columns))..<(8 + min(0, columns)) {
        let cell = Coordinate(row: row, column: column)
        #expect(result.other.value(at: cell) == ours[cell], "seed \(seed), \(cell)")
      }
    }
    #expect(result.statistics.beyondInside == 0, "seed \(seed)")
    // Rows and columns that come from outside are no cells of the shifted output.
    #expect(result.statistics.count == (8 - abs(rows)) * (9 - abs(columns)), "seed \(seed)")
  }

  @Test("the rim breaks it, worked by hand")
  func rim() throws {
    // One row of ramp under [1, 1, 1] with a zero at each end: 0 1 2 3 → 1 3 6 5. Shifted right: 0 0 1 2 → 0 1 3 3, which is
    // 1 3 6 moved, but for the 3 at the end: there 3 has left the picture that was in the window before.
    var state = try state(
      input: try Tensor(rows: [[0, 1, 2, 3]]), weights: try Tensor(rows: [[1, 1, 1]]),
      [.padding: .sides(Padding(top: 0, left: 1, bottom: 0, right: 1))])
    try apply(.shiftComparison(true), to: &state)
    try apply(shift(0, 1, .zeros), to: &state)
    let result = try result(state)
    #expect((0..<4).map { result.other.value(at: Coordinate(row: 0, column: $0)) } == [nil, 1, 3, 6])
    #expect(state.experiment.output()?.values == [0, 1, 3, 3])
    #expect(result.statistics.beyond == 1)
    #expect(result.statistics.beyondInside == 0)
    #expect(result.statistics.largestAt == Coordinate(row: 0, column: 3))
    #expect(result.statistics.missing == 1)
  }

  @Test("a stride that does not divide the shift breaks it, one that does moves the output by less")
  func stride() throws {
    var generator = SeededGenerator(seed: 5)
    var state = try state(
      input: try random(Shape(height: 8, width: 8), &generator),
      weights: try random(Shape(height: 3, width: 3), &generator),
      [.padding: .sides(Padding(1)), .stride: .axes(PerAxis(2)), .paddingMode: .modes(PerAxis(.circular))])
    try apply(.shiftFill(.wrap), to: &state)
    try apply(.shiftComparison(true), to: &state)
    try apply(shift(1, 0, .wrap), to: &state)
    #expect(state.comparisonState == .broken(.stride(2, shift: 1, axis: .vertical)))
    #expect(state.outputView == .own)
    try apply(shift(1, 0, .wrap), to: &state)
    #expect(try result(state).statistics.largest == nil)
    #expect(try result(state).other.offset == PerAxis(vertical: 1, horizontal: 0))
  }

  @Test("works for pools and functions alike")
  func others() throws {
    var generator = SeededGenerator(seed: 9)
    let input = try random(Shape(height: 8, width: 8), &generator)
    var pool = try state(.maxPool2d, input: input, [.kernelSize: .axes(PerAxis(2))])
    try apply(.shiftComparison(true), to: &pool)
    try apply(shift(0, 1, .zeros), to: &pool)
    #expect(pool.comparisonState == .broken(.stride(2, shift: 1, axis: .horizontal)))
    try apply(shift(0, 1, .zeros), to: &pool)
    #expect(try result(pool).statistics.largest == nil)

    var relu = try state(.relu, input: input)
    try apply(.shiftComparison(true), to: &relu)
    try apply(shift(3, -2, .zeros), to: &relu)
    #expect(try result(relu).statistics.largest == nil)
    #expect(try result(relu).statistics.count == 5 * 6)

    var transposed = try state(
      .convTranspose2d, input: input, weights: try random(Shape(height: 3, width: 3), &generator),
      [.stride: .axes(PerAxis(2))])
    try apply(.shiftComparison(true), to: &transposed)
    try apply(shift(1, 0, .zeros), to: &transposed)
    #expect(try result(transposed).other.offset == PerAxis(vertical: 2, horizontal: 0))
    #expect(try result(transposed).statistics.beyondInside == 0)

    var adaptive = try state(.adaptiveAvgPool2d, input: input, [.outputSize: .axes(PerAxis(3))])
    try apply(.shiftComparison(true), to: &adaptive)
    try apply(shift(1, 0, .zeros), to: &adaptive)
    #expect(adaptive.comparisonState == .broken(.unevenWindows(.vertical)))
  }

  @Test("undo takes the shift back, a kernel edit is followed, an edit of the input begins anew")
  func follows() throws {
    var state = try Examples.plusUnderSobel()
    try apply(.shiftComparison(true), to: &state)
    try apply(shift(1, 0, .zeros), to: &state)
    try apply(shift(0, 1, .zeros), to: &state)
    #expect(state.comparison.shift?.offset == PerAxis(1))
    try apply(.undo, to: &state)
    #expect(state.comparison.shift?.offset == PerAxis(vertical: 1, horizontal: 0))
    try apply(.redo, to: &state)
    #expect(state.comparison.shift?.offset == PerAxis(1))
    try apply(.edit(.weights, Coordinate(row: 1, column: 1), 5), to: &state)
    #expect(state.comparison.shift?.offset == PerAxis(1))
    #expect(try result(state).statistics.beyond == 0)
    try apply(.edit(.input, Coordinate(row: 0, column: 0), 5), to: &state)
    #expect(state.comparison.shift?.offset == PerAxis(0))
    try apply(.shiftComparison(false), to: &state)
    #expect(state.comparisonState == .off)
  }

  @Test("what has left does not come back, and that is the rim's doing")
  func thereAndBack() throws {
    var state = try state(input: try Tensor(rows: [[1, 2, 3, 4]]), weights: try Tensor(rows: [[1]]))
    try apply(.shiftComparison(true), to: &state)
    try apply(shift(0, 2, .zeros), to: &state)
    try apply(shift(0, -2, .zeros), to: &state)
    #expect(state.experiment.operands[.input]?.values == [1, 2, 0, 0])
    let statistics = try result(state).statistics
    #expect(statistics.beyond == 2 && statistics.beyondInside == 0)
  }

  @Test("notes bring a run of shifts back, its fill and its edits of the kernel included")
  func notes() throws {
    var state = try Examples.plusUnderSobel()
    try apply(.edit(.input, Coordinate(row: 6, column: 6), 2), to: &state)
    try apply(.shiftFill(.wrap), to: &state)
    try apply(.shiftComparison(true), to: &state)
    try apply(shift(2, 0, .wrap), to: &state)
    try apply(.edit(.weights, Coordinate(row: 0, column: 0), 5), to: &state)
    try apply(shift(0, -1, .wrap), to: &state)
    let session = try SessionText.read(try SessionText.write(Session(state, notes: state.comparisonNotes)))
    var replayed = try ExplorerState(replaying: session) { file throws(SessionFault) in
      throw .missingFile(path: file.path)
    }
    replayed.restoreComparison(from: session.notes)
    #expect(replayed.comparison == state.comparison)
    #expect(replayed.document == state.document)
    let request = try #require(replayed.comparisonRequest?.result())
    #expect(request.statistics == (try result(state).statistics))
  }
}
