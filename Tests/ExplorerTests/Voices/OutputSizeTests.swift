import ConvolutionEngine
import TestSupport
import Testing

@testable import Explorer

@Suite("The size of the output")
struct OutputSizeTests {
  @Test("the formula of 7 rows under a kernel of 3 with padding 1 and stride 2 gives 4, and drops nothing")
  func even() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.stride, .axes(PerAxis(2))))
    let size = try #require(state.experiment.outputSize?.vertical)
    #expect(size.room == 7 + 1 + 1 - 1 * (3 - 1) - 1)
    #expect(size.count == 4)
    #expect(size.dropped.isEmpty)
  }

  @Test("what the floor cuts off are rows that no window reaches")
  func dropped() throws {
    var state = try Examples.plusUnderSobel()
    try state.apply(.set(.padding, .sides(.none)))
    try state.apply(.set(.stride, .axes(PerAxis(vertical: 3, horizontal: 2))))
    let size = try #require(state.experiment.outputSize)
    #expect(size.vertical.room == 4 && size.vertical.count == 2)
    #expect(size.vertical.dropped == 6..<7)
    #expect(size.horizontal.dropped.isEmpty)
  }

  @Test("for every geometry the formula gives the output's size, and the dropped positions are the unreached ones")
  func everyGeometry() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<200 {
      let state = ExplorerState(
        document: ExplorerDocument(experiment: try RandomConvolution.draw(using: &random)))
      let size = try #require(state.experiment.outputSize)
      #expect(size.vertical.count == state.outputShape.height)
      #expect(size.horizontal.count == state.outputShape.width)
      #expect(size.vertical.room / size.vertical.stride + 1 == size.vertical.count)
      #expect(size.vertical.dropped.count == size.vertical.room % size.vertical.stride)
      let scene = state.scene(through: Examples.wide).input
      for row in scene.visible.rows {
        for column in scene.visible.columns {
          #expect(
            scene[row: row, column: column]?.marks.contains(.unreached)
              == (size.vertical.dropped.contains(row) || size.horizontal.dropped.contains(column)))
        }
      }
    }
  }
}
