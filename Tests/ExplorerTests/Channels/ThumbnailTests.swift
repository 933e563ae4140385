import ConvolutionEngine
import Testing

@testable import Explorer

@Suite("Thumbnails")
struct ThumbnailTests {
  /// 2 channels of 4×6: the value tells channel, row and column.
  private func state(_ reveal: RevealMode = .live) throws -> ExplorerState {
    let shape = try Shape(channels: 2, height: 4, width: 6)
    let values = (0..<shape.count).map { offset in
      let place = shape.coordinate(at: offset)
      return Float(100 * place.channel + 10 * place.row + place.column)
    }
    let weights = Tensor(shape: try Shape(batch: 2, channels: 2, height: 1, width: 1), repeating: 1)
    return ExplorerState(
      document: ExplorerDocument(
        experiment: try Experiment(
          operation: .conv2d, operands: Operands([.input: try Tensor(shape: shape, values: values), .weights: weights])),
        reveal: reveal))
  }

  private func pixels(
    _ state: ExplorerState, _ grid: GridName, _ plane: Int, _ rows: Int, _ columns: Int, budget: Int = 10_000
  ) -> [Float?] {
    var budget = budget
    return state.thumbnail(of: grid, plane: plane, rows: rows, columns: columns, budget: &budget).pixels
  }

  @Test("every pixel is the cell under its middle, whether the plane shrinks, stays or grows")
  func sampling() throws {
    let state = try state()
    #expect(pixels(state, .input, 1, 2, 2) == [111, 114, 131, 134])
    #expect(
      pixels(state, .input, 0, 4, 6).compactMap { $0 }
        == (0..<4).flatMap { row in
          (0..<6).map { Float(10 * row + $0) }
        })
    #expect(pixels(state, .input, 0, 1, 12).prefix(4) == [20, 20, 21, 21])
  }

  @Test("a feature map costs its pixels, then is unknown; with the whole output nothing is computed")
  func budget() throws {
    var state = try state()
    // Two terms to a cell: a budget of 5 pays for two cells.
    #expect(pixels(state, .output, 0, 1, 4, budget: 5).map { $0 == nil } == [false, false, true, true])
    let output = try #require(state.experiment.output())
    let isTaken = state.accept(OutputCache(revision: state.revision, output: output))
    #expect(isTaken)
    #expect(pixels(state, .output, 0, 4, 6, budget: 0).compactMap { $0 } == output.values.prefix(24).map { $0 })
  }

  @Test("what the window has not reached is unknown in thumbnails as well")
  func unknown() throws {
    var state = try state(.stepping)
    #expect(pixels(state, .output, 0, 4, 6).compactMap { $0 }.count == 1)
    try state.apply(.subStep(.forward))
    #expect(pixels(state, .output, 0, 4, 6).compactMap { $0 }.isEmpty)
  }
}
