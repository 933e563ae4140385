import ConvolutionEngine
import Explorer
import Testing

@testable import Exporting

@Suite("What a picture shows of large grids")
struct PicturePlanTests {
  private func large(_ row: Int, _ column: Int, wide: Bool = false) throws -> ExplorerState {
    let shape = try Shape(height: 60, width: 80)
    let values = (0..<shape.count).map { wide ? Float($0) / 7 : Float($0 % 5) }
    let experiment = try Experiment(
      operation: .conv2d,
      operands: Operands([
        .input: try Tensor(shape: shape, values: values),
        .weights: try Tensor(rows: [[1, 0, 1], [0, 1, 0], [1, 0, 1]]),
      ]))
    var explorer = ExplorerState(document: ExplorerDocument(experiment: experiment))
    _ = try explorer.apply(.jump(row: row, column: column))
    return explorer
  }

  @Test("Of a small grid everything is shown, with its padding")
  func small() throws {
    let plan = PicturePlan(try Samples.plus())
    #expect(plan.viewport.input == Viewport.Region(rows: -1..<8, columns: -1..<8))
    #expect(plan.viewport.kernel == Viewport.Region(rows: 0..<3, columns: 0..<3))
    #expect(plan.viewport.output == Viewport.Region(rows: 0..<7, columns: 0..<7))
  }

  @Test("Of a large one the window and the current cell are in the part that is shown", arguments: [false, true])
  func window(wide: Bool) throws {
    for (row, column) in [(0, 0), (57, 77), (30, 40), (5, 76)] {
      let explorer = try large(row, column, wide: wide)
      let plan = PicturePlan(explorer)
      let window = explorer.focus(of: .input)
      #expect(plan.viewport.input.rows.contains(window.rows) && plan.viewport.input.columns.contains(window.columns))
      #expect(plan.viewport.output.rows.contains(row) && plan.viewport.output.columns.contains(column))
      #expect(plan.viewport.input.rows.count <= 12)
      let columns = [plan.viewport.input, plan.viewport.kernel, plan.viewport.output].map(\.columns.count)
      #expect(columns.reduce(0, +) <= (wide ? 19 : 30), "\(columns)")
    }
  }

  @Test("A step further shows the same part, until the window leaves it")
  func sticks() throws {
    let first = PicturePlan(try large(30, 40))
    let next = PicturePlan(try large(30, 41), after: first)
    #expect(next.viewport == first.viewport)
    let far = PicturePlan(try large(30, 70), after: next)
    #expect(far.viewport.output.columns.contains(70))
    #expect(far.viewport.input.columns.count == first.viewport.input.columns.count)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
