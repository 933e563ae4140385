import Testing

@testable import ConvolutionEngine

@Suite struct WinogradGridTests {
  @Test("hand-worked: runs end with a row of tiles, with a picture, and with a vector")
  func runs() throws {
    let grid = try WinogradGrid(tile: .four, output: Shape(batch: 2, channels: 1, height: 5, width: 9))
    #expect((grid.rows, grid.columns, grid.count) == (2, 3, 12))
    let runs = Array(grid.runs(1..<9, lanes: 2))
    #expect(runs.map(\.picture) == [0, 0, 0, 1, 1])
    #expect(runs.map(\.row) == [0, 4, 4, 0, 0])
    #expect(runs.map(\.column) == [4, 0, 8, 0, 8])
    #expect(runs.map(\.first) == [0, 2, 4, 5, 7])
    #expect(runs.map(\.count) == [2, 2, 1, 2, 1])
  }

  @Test("runs are all tiles asked for, once and in order", arguments: WinogradTile.allCases)
  func coverage(tile: WinogradTile) throws {
    var generator = SplitMix64(seed: 9)
    for _ in 0..<50 {
      let shape = try Shape(
        batch: generator.integer(1...3), channels: 1, height: generator.integer(1...20),
        width: generator.integer(1...70))
      let grid = WinogradGrid(tile: tile, output: shape)
      let lower = generator.integer(0...grid.count)
      let tiles = lower..<generator.integer(lower...grid.count)
      var next = tiles.lowerBound
      for run in grid.runs(tiles, lanes: 4) {
        #expect(run.first == next - tiles.lowerBound)
        #expect((1...4).contains(run.count))
        #expect(run.column / tile.side + run.count <= grid.columns)
        #expect(((run.picture * grid.rows) + run.row / tile.side) * grid.columns + run.column / tile.side == next)
        next += run.count
      }
      #expect(next == tiles.upperBound)
    }
  }
}
