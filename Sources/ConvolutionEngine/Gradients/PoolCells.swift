/// The input cells in the windows of a pool, axis by axis; cells of the padding are in no window here.
struct PoolCells {
  /// For each output row or column, the input rows or columns in its window, in window order.
  let rows: [[Int]]
  let columns: [[Int]]

  init(_ pool: PoolWindow) {
    rows = Self.cells(pool.vertical)
    columns = Self.cells(pool.horizontal)
  }

  /// The windows of an adaptive pool.
  init(adaptiveInput input: Shape, output: Shape) {
    rows = Self.adaptiveCells(input.height, output.height)
    columns = Self.adaptiveCells(input.width, output.width)
  }

  private static func cells(_ axis: PoolAxis) -> [[Int]] {
    (0..<axis.outputCount).map { output in
      axis.taps(output: output, in: axis.inside).map { axis.geometry.position(output: output, tap: $0) }
    }
  }

  private static func adaptiveCells(_ input: Int, _ outputs: Int) -> [[Int]] {
    (0..<outputs).map { Array(AdaptivePoolPlan.window($0, input: input, output: outputs)) }
  }
}
