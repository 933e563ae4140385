import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Scene")
struct SceneTests {
  @Test("the scene shows the window, its ghosts, the cursor and the sum of the current cell")
  func currentCell() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.jump(row: 2, column: 2))
    let scene = state.scene(through: Examples.wide)
    #expect(scene.input.extent == Viewport.Region(rows: -1..<8, columns: -1..<8))
    let window = scene.input.visible.rows.flatMap { row in
      scene.input.visible.columns.compactMap { column in
        scene.input[row: row, column: column]?.marks.contains(.window) == true ? [row, column] : nil
      }
    }
    #expect(window == [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [2, 3], [3, 1], [3, 2], [3, 3]])
    #expect(scene.output[row: 2, column: 2]?.value == 3)
    #expect(scene.output[row: 2, column: 2]?.marks == [.cursor])
    #expect(scene.arithmetic.runningValues == [0, 0, 0, 0, 0, 2, 2, 2, 3])
    #expect(scene.arithmetic.result == 3)
    #expect(scene.arithmetic.inputRows == 1...3)
  }

  @Test("ghost cells say where their value comes from")
  func ghosts() throws {
    var state = try Examples.plusUnderSobel()
    #expect(state.scene(through: Examples.wide).input[row: -1, column: 3]?.ghost == .zero)
    try state.apply(.set(.paddingMode, .modes(PerAxis(vertical: .circular, horizontal: .reflect))))
    let scene = state.scene(through: Examples.wide)
    #expect(scene.input[row: -1, column: 3]?.ghost == .copy(row: 6, column: 3))
    #expect(scene.input[row: -1, column: -1]?.ghost == .copy(row: 6, column: 1))
    #expect(scene.input[row: 0, column: 0]?.ghost == nil)
  }

  @Test("every visible output equals the reference, whatever the geometry")
  func outputsAreTheReference() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.stride, .axes(PerAxis(vertical: 2, horizontal: 3))))
    try state.apply(.set(.flip, .flag(true)))
    try state.apply(.set(.paddingMode, .modes(PerAxis(.replicate))))
    let output = try #require(state.experiment.output())
    let scene = state.scene(through: Examples.wide)
    #expect(scene.output.cells.map(\.value) == output.values.map { $0 })
  }

  @Test("only the viewport is described")
  func viewport() throws {
    let big = Tensor(shape: try Shape(height: 3000, width: 4000), repeating: 2)
    var state = try Examples.plusUnderSobel()
    try state.apply(.load(.input, big, name: "big"))
    try state.apply(.jump(row: 1500, column: 2000))
    let scene = state.scene(
      through: Viewport(
        input: .init(rows: 1490..<1500, columns: 1990..<2000), kernel: .init(rows: 0..<3, columns: 0..<3),
        output: .init(rows: 1500..<1502, columns: 2000..<2003)))
    #expect(scene.input.cells.count == 100)
    #expect(scene.output.cells.count == 6)
  }

  @Test("unknown cells have no value")
  func unknown() throws {
    let state = try Examples.plusUnderSobel(reveal: .stepping)
    let scene = state.scene(through: Examples.wide)
    #expect(scene.output[row: 0, column: 0]?.value == 0)
    #expect(scene.output[row: 0, column: 1]?.value == nil)
  }

  @Test("product by product hides the result and marks the product that was added")
  func subSteps() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.jump(row: 2, column: 2))
    for _ in 0..<6 { try state.apply(.subStep(.forward)) }
    let scene = state.scene(through: Examples.wide)
    #expect(scene.arithmetic.result == nil)
    #expect(scene.arithmetic.runningValues == [0, 0, 0, 0, 0, 2])
    #expect(scene.output[row: 2, column: 2]?.value == nil)
    #expect(scene.input[row: 2, column: 3]?.marks.contains(.currentProduct) == true)
    #expect(scene.kernel[row: 1, column: 2]?.marks.contains(.currentProduct) == true)
    #expect(scene.kernel[row: 0, column: 0]?.marks.contains(.counted) == true)
    for _ in 0..<3 { try state.apply(.subStep(.forward)) }
    #expect(state.scene(through: Examples.wide).arithmetic.result == 3)
  }

  @Test("rows that no window reaches are marked")
  func unreached() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.set(.stride, .axes(PerAxis(vertical: 3, horizontal: 2))))
    let scene = state.scene(through: Examples.wide)
    // Rows: windows at 0 and 3 end at row 5, row 6 is dropped; columns: windows at 0, 2, 4 use all seven.
    #expect(scene.input[row: 6, column: 0]?.marks.contains(.unreached) == true)
    #expect(scene.input[row: 5, column: 6]?.marks.contains(.unreached) == false)
  }

  @Test("a cell with more terms than the limit shows its result without the terms")
  func manyTerms() throws {
    let state = try Examples.plusUnderSobel()
    var viewport = Examples.wide
    viewport.termLimit = 8
    let scene = state.scene(through: viewport)
    #expect(scene.arithmetic.trace == nil)
    #expect(scene.arithmetic.termCount == 9)
    #expect(scene.arithmetic.result == 0)
  }

  @Test("what is visible of a large output keeps its colours when the whole of it arrives; a small one has one scale")
  func scaleOfLargeOutputs() throws {
    for (side, isLarge) in [(256, false), (257, true)] {
      var input = Tensor(shape: try Shape(height: side, width: side), repeating: 1)
      // Far from what is visible.
      input[Coordinate(row: side - 1, column: side - 1)] = 50
      let weights = try Tensor(rows: [[2]])
      var state = ExplorerState(
        document: ExplorerDocument(
          experiment: try Experiment(
            operation: .conv2d, operands: Operands([.input: input, .weights: weights]))))
      let part = Viewport.Region(rows: 0..<9, columns: 0..<9)
      let viewport = Viewport(input: part, kernel: Viewport.Region(rows: 0..<1, columns: 0..<1), output: part)
      #expect(state.scene(through: viewport).scales[.output] == 2)
      let output = try #require(state.experiment.output())
      let isCurrent = state.accept(OutputCache(revision: state.revision, output: output))
      #expect(isCurrent)
      #expect(state.scene(through: viewport).scales[.output] == (isLarge ? 2 : 100), "\(side)")
    }
  }
}
