import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("Comparing outputs")
struct ComparisonTests {
  /// Applies an action and makes the comparison that it asks for, as the loop does.
  private func apply(_ action: ExplorerAction, to state: inout ExplorerState) throws {
    let effects = try state.apply(action)
    guard effects.contains(where: { if case .compare = $0 { true } else { false } }) else { return }
    if let result = state.comparisonRequest?.result() { try #require(accepted(result, by: &state)) }
  }

  private func accepted(_ result: ComparisonResult, by state: inout ExplorerState) -> Bool { state.accept(result) }

  private func result(_ state: ExplorerState) -> ComparisonResult? {
    if case .ready(let result) = state.comparisonState { result } else { nil }
  }

  @Test("every exact algorithm of the catalogue gives the reference's bits", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func catalogue(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = ExplorerState(document: ExplorerDocument(experiment: try RandomConvolution.draw(using: &random)))
    for algorithm in ConvolutionAlgorithm.allCases
    where algorithm.isExact
      && ComparedAlgorithm.catalogued(algorithm).applies(
        to: state.experiment)
    {
      try apply(.compare(.catalogued(algorithm)), to: &state)
      let statistics = try #require(result(state)?.statistics, "seed \(seed)")
      #expect(statistics.count == state.outputShape.count)
      #expect(statistics.beyond == 0 && statistics.largest == nil, "seed \(seed), \(algorithm)")
    }
  }

  @Test("the statistics are those of all cells, worked by hand")
  func statistics() throws {
    // Sobel-x on the plus against zeros: 16 cells that are not 0, the largest 4 first at 3,2.
    var state = try Examples.plusUnderSobel()
    let zeros = Tensor(shape: state.outputShape)
    try apply(.compareFile(zeros, GridFile(path: "/z.npy", comparedWith: zeros)), to: &state)
    let statistics = try #require(result(state)?.statistics)
    #expect(statistics.count == 49)
    #expect(statistics.beyond == 16)
    #expect(statistics.largest == 4)
    #expect(statistics.largestAt == Coordinate(row: 3, column: 2))
    try apply(.tolerance(try #require(Tolerance(relative: 0, absolute: 3))), to: &state)
    // Only 4 and −4 are more than 3 from 0.
    #expect(result(state)?.statistics.beyond == 2)
  }

  @Test("NaN in both is equal, NaN in one is the largest difference there is")
  func nan() throws {
    let ours = try Tensor(rows: [[.nan, 1, .nan, 9]])
    let other = OtherOutput(try Tensor(rows: [[.nan, 1, 2, 0]]))
    let statistics = try #require(DifferenceStatistics(ours: ours, other: other, tolerance: .float32))
    #expect(statistics.bothNaN == 1)
    #expect(statistics.beyond == 2)
    #expect(statistics.largest?.isNaN == true)
    #expect(statistics.largestAt == Coordinate(row: 0, column: 2))
  }

  @Test("next-difference goes from cell to cell beyond the tolerance, and from the last to the first")
  func next() throws {
    var state = try Examples.plusUnderSobel()
    #expect(throws: ExplorerError.nothingCompared) { try state.apply(.nextDifference) }
    var other = try #require(state.experiment.output())
    other[row: 2, column: 5] = 7
    other[row: 6, column: 0] = 7
    _ = try state.apply(.compareFile(other, GridFile(path: "/o.npy", comparedWith: other)))
    #expect(throws: ExplorerError.comparisonPending) { try state.apply(.nextDifference) }
    _ = state.accept(try #require(state.comparisonRequest?.result()))
    try state.apply(.nextDifference)
    #expect(state.cell == Coordinate(row: 2, column: 5))
    try state.apply(.nextDifference)
    #expect(state.cell == Coordinate(row: 6, column: 0))
    try state.apply(.nextDifference)
    #expect(state.cell == Coordinate(row: 2, column: 5))
    try apply(.compare(.catalogued(.reference)), to: &state)
    #expect(throws: ExplorerError.noDifference) { try state.apply(.nextDifference) }
  }

  @Test("an algorithm is compared anew after every edit; an older result is dropped")
  func live() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.compare(.float32Sums))
    let old = try #require(state.comparisonRequest?.result())
    let effects = try state.apply(.edit(.weights, Coordinate(row: 0, column: 0), 0.1))
    #expect(effects.contains(.compare(number: state.comparisonNumber)))
    #expect(!accepted(old, by: &state))
    #expect(state.comparisonState == .pending)
    let new = try #require(state.comparisonRequest?.result())
    #expect(accepted(new, by: &state))
    #expect(new.other.values == SinglePrecisionSums.output(of: state.experiment))
    #expect(try state.apply(.step(.forward)) == [])
  }

  @Test("a file stays as it is: another output size makes it stale, undo brings it back")
  func file() throws {
    var state = try Examples.plusUnderSobel()
    let other = Tensor(shape: state.outputShape, repeating: 1)
    try apply(.compareFile(other, GridFile(path: "/dir/o.npy", comparedWith: other)), to: &state)
    try apply(.set(.stride, .axes(PerAxis(2))), to: &state)
    let problem = ComparisonProblem.shapes(file: "o.npy", other.shape, output: state.outputShape)
    #expect(state.comparisonState == .broken(problem))
    #expect(state.outputView == .own)
    #expect(throws: ExplorerError.notComparable(problem)) { try state.apply(.nextDifference) }
    try apply(.undo, to: &state)
    #expect(result(state)?.statistics.count == 49)
    // Of another shape it is refused, and what was compared with stays.
    let small = Tensor(shape: try Shape(height: 2, width: 2))
    #expect(throws: ExplorerError.notComparable(.shapes(file: "s.npy", small.shape, output: state.outputShape))) {
      try state.apply(.compareFile(small, GridFile(path: "/s.npy", comparedWith: small)))
    }
    #expect(result(state)?.other.values == other)
  }

  @Test("an algorithm that does not apply is refused, or stale when the operator changes under it")
  func doesNotApply() throws {
    var state = try Examples.plusUnderSobel()
    try apply(.compare(.catalogued(.rowBands)), to: &state)
    try apply(.operation(.relu, row: nil), to: &state)
    #expect(state.comparisonState == .broken(.doesNotApply(.catalogued(.rowBands), .relu)))
    #expect(throws: ExplorerError.notComparable(.doesNotApply(.float32Sums, .relu))) {
      try state.apply(.compare(.float32Sums))
    }
    try apply(.compare(nil), to: &state)
    #expect(state.comparisonState == .off)
  }

  @Test("the scene shows the difference, the other or our own output, and marks what is beyond")
  func scene() throws {
    var state = try Examples.plusUnderSobel()
    let own = state.scene(through: Examples.wide).output
    var other = try #require(state.experiment.output())
    other[row: 3, column: 2] = 1
    try apply(.compareFile(other, GridFile(path: "/o.npy", comparedWith: other)), to: &state)
    let difference = state.scene(through: Examples.wide).output
    // 4 − 1 at 3,2 and 0 everywhere else.
    #expect(difference[row: 3, column: 2]?.value == 3)
    #expect(difference[row: 3, column: 2]?.marks.contains(.beyond) == true)
    #expect(difference.cells.filter { $0.marks.contains(.beyond) }.count == 1)
    #expect(difference.cells.compactMap(\.value).filter { $0 != 0 } == [3])
    try state.apply(.showOutput(.other))
    #expect(state.scene(through: Examples.wide).output[row: 3, column: 2]?.value == 1)
    try state.apply(.showOutput(.own))
    #expect(state.scene(through: Examples.wide).output.cells.map(\.value) == own.cells.map(\.value))
    #expect(state.scene(through: Examples.wide).arithmetic.result == 0)
  }

  @Test("what is not revealed of ours is not given away by the other")
  func hidden() throws {
    var state = try Examples.plusUnderSobel(reveal: .stepping)
    try apply(.compare(.catalogued(.reference)), to: &state)
    for view in OutputView.allCases {
      try state.apply(.showOutput(view))
      let cells = state.scene(through: Examples.wide).output.cells
      #expect(cells.compactMap(\.value).count == 1, "\(view)")
    }
  }

  @Test("notes bring the comparison back; a file is read again and has to hold the same numbers")
  func notes() throws {
    var state = try Examples.plusUnderSobel()
    #expect(state.comparisonNotes.isEmpty)
    try apply(.compare(.float32Sums), to: &state)
    try apply(.tolerance(try #require(Tolerance(relative: 1e-3, absolute: 0.5))), to: &state)
    try state.apply(.showOutput(.other))
    var restored = try Examples.plusUnderSobel()
    restored.restoreComparison(from: state.comparisonNotes)
    #expect(restored == state)

    let other = Tensor(shape: state.outputShape, repeating: 2)
    let file = GridFile(path: "/my files/o.npy", comparedWith: other)
    try apply(.compareFile(other, file), to: &state)
    restored.restoreComparison(from: state.comparisonNotes)
    #expect(restored.unreadComparison == file)
    #expect(restored.comparisonRequest == nil)
    var changed = restored
    let isChangedTaken = changed.accept(Tensor(shape: state.outputShape, repeating: 3), of: file)
    #expect(!isChangedTaken)
    #expect(changed.comparisonState == .off)
    let isTaken = restored.accept(other, of: file)
    #expect(isTaken)
    #expect(restored.comparisonRequest != nil)
    #expect(restored == state)
    restored.restoreComparison(from: ["compare": "magic", "tolerance": "-1 x", "output-view": "up", "shift": "9 zeros"])
    #expect(restored.comparison == Comparison())
  }

  @Test(
    "the actions read back as what they were written from",
    arguments: [
      "compare float32-sums", "compare padded-maps", "compare off", "tolerance 0.001 0", "show other", "show own",
      "next-difference", "shift 1 -2 zeros", "shift 0 1 wrap", "shift-fill wrap", "shift-comparison on",
      "shift-comparison off", "kernels sobel-x blur",
    ])
  func texts(text: String) throws {
    #expect(try ExplorerAction(text: text).description == text)
  }

  @Test("a tolerance may leave its absolute part out, a shift its fill; the wrong word is named")
  func otherTexts() throws {
    #expect(
      try ExplorerAction(text: "tolerance 0.5") == .tolerance(#require(Tolerance(relative: 0.5, absolute: 1e-5))))
    #expect(try ExplorerAction(text: "shift 1 0") == .shift(PerAxis(vertical: 1, horizontal: 0), .zeros))
    let cases: [(String, ActionTextError)] = [
      ("tolerance -1", ActionTextError(word: "-1", expected: .tolerance)),
      ("tolerance nan", ActionTextError(word: "nan", expected: .tolerance)),
      ("compare magic", ActionTextError(word: "magic", expected: .comparison)),
      ("show up", ActionTextError(word: "up", expected: .outputView)),
      ("shift 1 0 ones", ActionTextError(word: "ones", expected: .shiftFill)),
      ("shift-comparison yes", ActionTextError(word: "yes", expected: .onOrOff)),
      ("kernels", ActionTextError(word: "", expected: .preset)),
    ]
    for (text, expected) in cases {
      #expect(throws: expected) { try ExplorerAction(text: text) }
    }
  }
}
