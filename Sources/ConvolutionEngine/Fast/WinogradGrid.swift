/// All tiles of one group of a convolution, numbered row by row and picture by picture.
///
/// Neighbouring numbers are neighbouring lanes of the products, wherever a row or a picture ends: no lane is lost but
/// in the last vector.
struct WinogradGrid: Sendable {
  /// Output cells along the side of a tile.
  let side: Int
  /// Tiles along each axis; those at the lower and right edge may reach beyond the output.
  let rows: Int
  let columns: Int
  let pictures: Int

  init(tile: WinogradTile, output: Shape) {
    side = tile.side
    rows = (output.height + side - 1) / side
    columns = (output.width + side - 1) / side
    pictures = output.batch
  }

  var count: Int { pictures * rows * columns }

  /// Neighbours in one row of tiles, as many as a vector has lanes at the most.
  struct Run {
    let picture: Int
    /// The first output row, and the first output column.
    let row: Int
    let column: Int
    /// Counted from the first tile asked for.
    let first: Int
    let count: Int
  }

  /// The runs that together are `tiles`, in order.
  func runs(_ tiles: Range<Int>, lanes: Int) -> Runs { Runs(grid: self, tiles: tiles, lanes: lanes) }

  struct Runs: Sequence, IteratorProtocol {
    private let grid: WinogradGrid
    private let tiles: Range<Int>
    private let lanes: Int
    private var position: Int
    private var (picture, row, column): (Int, Int, Int)

    init(grid: WinogradGrid, tiles: Range<Int>, lanes: Int) {
      (self.grid, self.tiles, self.lanes, position) = (grid, tiles, lanes, tiles.lowerBound)
      let line: Int
      (line, column) = position.quotientAndRemainder(dividingBy: grid.columns)
      (picture, row) = line.quotientAndRemainder(dividingBy: grid.rows)
    }

    mutating func next() -> Run? {
      guard position < tiles.upperBound else { return nil }
      let count = Swift.min(lanes, grid.columns - column, tiles.upperBound - position)
      let run = Run(
        picture: picture, row: row * grid.side, column: column * grid.side, first: position - tiles.lowerBound,
        count: count)
      position += count
      column += count
      if column == grid.columns {
        column = 0
        row += 1
        if row == grid.rows { (picture, row) = (picture + 1, 0) }
      }
      return run
    }
  }
}
