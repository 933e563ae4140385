import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Stepping any operator")
struct OperatorSteppingTests {
  @Test(
    "the last running value, taken through what follows, is the output bit for bit in every cell",
    arguments: SteppableOperators.all)
  func lastRunningValue(operation: OperatorName) throws {
    for seed in UInt64(1)...12 {
      var random = SplitMix64(seed: seed)
      var state = try RandomOperator.state(operation, &random)
      let output = try #require(state.experiment.output())
      for offset in 0..<output.shape.count {
        let arithmetic = state.scene(through: Examples.wide).arithmetic
        let trace = try #require(arithmetic.trace)
        let last = arithmetic.runningValues.last ?? 0
        let value = trace.epilogue.reduce(last) { $1.applied(to: $0) }
        let cell = output.shape.coordinate(at: offset)
        #expect(state.cell == cell)
        #expect(arithmetic.runningValues.count == trace.terms.count)
        #expect(Float(value).bitPattern == output[cell].bitPattern, "\(operation.rawValue), seed \(seed), \(cell)")
        #expect(arithmetic.result?.bitPattern == output[cell].bitPattern)
        try state.apply(.step(.forward))
      }
    }
  }

  @Test("term by term comes to the finished number after the last term, and marks one more each time")
  func subSteps() throws {
    for operation in SteppableOperators.all {
      var random = SplitMix64(seed: 5)
      var state = try RandomOperator.state(operation, &random)
      try state.apply(.step(.last))
      let count = state.experiment.plan.termCount(of: state.cell)
      for shown in 0..<count {
        for _ in 0..<(shown == 0 ? 0 : 1) { try state.apply(.subStep(.forward)) }
        if shown == 0 {
          for _ in 0...count { try state.apply(.subStep(.back)) }
        }
        let arithmetic = state.scene(through: Examples.wide).arithmetic
        #expect(arithmetic.result == nil)
        #expect(arithmetic.runningValues.count == shown)
      }
      try state.apply(.subStep(.forward))
      #expect(state.scene(through: Examples.wide).arithmetic.result != nil, "\(operation.rawValue)")
    }
  }

  @Test("the marked input cells are those of the terms, for pools the winner stands out")
  func marks() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.operation(.maxPool2d, row: nil))
    try state.apply(.jump(row: 1, column: 1))
    let input = state.scene(through: Examples.wide).input
    let marked = input.visible.rows.flatMap { row in
      input.visible.columns.compactMap { column in
        input[row: row, column: column]?.marks.contains(.window) == true ? [row, column] : nil
      }
    }
    #expect(marked == [[2, 2], [2, 3], [3, 2], [3, 3]])
    // The ones stand at 2,3 and 3,2 and 3,3; the first one wins.
    #expect(input[row: 2, column: 3]?.marks.contains(.currentProduct) == true)
    #expect(input[row: 3, column: 2]?.marks.contains(.currentProduct) == false)
  }

  @Test("between the cells that a transposed convolution spreads lies nothing")
  func emptyFootprint() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.operation(.convTranspose2d, row: nil))
    try state.apply(.resize(.weights, PerAxis(1)))
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.jump(row: 1, column: 2))
    let scene = state.scene(through: Examples.wide)
    #expect(scene.arithmetic.footprint.isEmpty)
    #expect(scene.arithmetic.result == 0)
    #expect(scene.input.cells.allSatisfy { !$0.marks.contains(.window) })
  }

  @Test("an input cell is spread over exactly the output cells that gather it")
  func spread() throws {
    for seed in UInt64(1)...30 {
      var random = SplitMix64(seed: seed)
      var state = try RandomOperator.state(
        seed.isMultiple(of: 2) ? .convTranspose2d : .convTranspose1d, &random)
      let (input, output) = (state.experiment.inputShape, state.outputShape)
      for offset in 0..<(input.height * input.width) {
        let (row, column) = offset.quotientAndRemainder(dividingBy: input.width)
        try state.apply(.select(.input, row: row, column: column))
        let spread = try #require(state.spread)
        for place in 0..<(output.height * output.width) {
          let cell = Coordinate(row: place / output.width, column: place % output.width)
          let gathered = state.experiment.plan.footprint(of: cell)
          #expect(
            spread.contains(row: cell.row, column: cell.column) == gathered.contains(row: row, column: column),
            "seed \(seed), input \(row),\(column), output \(cell)")
        }
      }
    }
  }

  @Test("the scatter view marks the selected input cell, where it goes, and the rows of the output padding")
  func scatter() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.operation(.convTranspose2d, row: nil))
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    try state.apply(.set(.outputPadding, .axes(PerAxis(vertical: 1, horizontal: 0))))
    try state.apply(.select(.input, row: 1, column: 2))
    var viewport = Examples.wide
    viewport.linkedGrid = .input
    viewport.transposedView = .scatter
    let scene = state.scene(through: viewport)
    func places(_ grid: GridScene, _ mark: SceneCell.Marks) -> [[Int]] {
      grid.visible.rows.flatMap { row in
        grid.visible.columns.compactMap { grid[row: row, column: $0]?.marks.contains(mark) == true ? [row, $0] : nil }
      }
    }
    #expect(places(scene.input, .window) == [[1, 2]])
    // Row 1 × stride 2 − cropped 1 is row 1, column 2 × 2 − 1 is column 3; the kernel has three of each.
    #expect(places(scene.output, .spread) == [1, 2, 3].flatMap { row in [3, 4, 5].map { [row, $0] } })
    #expect(places(scene.output, .unreached) == (0..<13).map { [13, $0] })
  }
}
