/// The part of each grid that fits on the screen; the scene describes these cells and no others.
package struct Viewport: Hashable, Sendable {
  package var input: Region
  package var kernel: Region
  package var output: Region
  /// How many terms the arithmetic can show; of a longer sum only the result is described.
  package var termLimit: Int
  /// The grid whose selected cell shows what hangs on it; nil for none.
  package var linkedGrid: GridName?
  /// How a transposed convolution is looked at; of no effect for other operators.
  package var transposedView = TransposedView.gather

  /// The cells that are chosen together; nil for none.
  package var selection: Selection?

  /// A rectangle of one grid.
  package struct Selection: Hashable, Sendable {
    package var grid: GridName
    package var region: Region

    package init(grid: GridName, region: Region) {
      self.grid = grid
      self.region = region
    }
  }

  /// A rectangle of grid cells; the input's may begin at a negative row or column, in the padding.
  package struct Region: Hashable, Sendable {
    package var rows: Range<Int>
    package var columns: Range<Int>

    package init(rows: Range<Int>, columns: Range<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  package init(
    input: Region, kernel: Region, output: Region, termLimit: Int = 4096, linkedGrid: GridName? = nil,
    selection: Selection? = nil
  ) {
    self.input = input
    self.kernel = kernel
    self.output = output
    self.termLimit = termLimit
    self.linkedGrid = linkedGrid
    self.selection = selection
  }

  package subscript(grid: GridName) -> Region {
    switch grid {
    case .input: input
    case .kernel: kernel
    case .output: output
    }
  }
}
