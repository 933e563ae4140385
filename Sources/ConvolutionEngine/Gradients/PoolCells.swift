/// The input cells in the windows of a pool, axis by axis; cells of the padding are in no window here.
///
/// How many windows there are is the output's affair: a ceil rule only adds windows at the end, and those that hang over
/// the edge have fewer cells.
struct PoolCells {
  /// For each output row or column, the input rows or columns in its window, in window order.
  let rows: [[Int]]
  let columns: [[Int]]

  /// - Parameters:
  ///   - window: kernel, stride, dilation and padding; the padding mode is not asked for.
  ///   - output: the shape of the pool's output.
  init(window: SlidingWindow, input: Shape, output: Shape) {
    rows = Self.cells(window.geometry.vertical, kernel: window.kernel.vertical, input.height, output.height)
    columns = Self.cells(window.geometry.horizontal, kernel: window.kernel.horizontal, input.width, output.width)
  }

  /// The adaptive pool's windows: output i of n sees the cells from ⌊i·count/n⌋ to before ⌈(i+1)·count/n⌉.
  init(adaptiveInput input: Shape, output: Shape) {
    rows = Self.adaptiveCells(input.height, output.height)
    columns = Self.adaptiveCells(input.width, output.width)
  }

  private static func cells(_ axis: AxisGeometry, kernel: Int, _ input: Int, _ outputs: Int) -> [[Int]] {
    (0..<outputs).map { output in
      let start = axis.position(output: output, tap: 0)
      // Only the taps that reach the input, so that a huge kernel costs no more than its cells: ⌈−start / dilation⌉ to
      // ⌈(input − start) / dilation⌉.
      let first = start >= 0 ? 0 : (axis.dilation - 1 - start) / axis.dilation
      let end = start >= input ? 0 : min(kernel, (input - start + axis.dilation - 1) / axis.dilation)
      return first < end ? (first..<end).map { start + $0 * axis.dilation } : []
    }
  }

  private static func adaptiveCells(_ input: Int, _ outputs: Int) -> [[Int]] {
    (0..<outputs).map { output in
      // In double width, since the product of two legal sides may not fit `Int`.
      let start = quotient(output, input, outputs).quotient
      let end = quotient(output + 1, input, outputs)
      return Array(start..<(end.quotient + (end.remainder > 0 ? 1 : 0)))
    }
  }

  private static func quotient(_ index: Int, _ input: Int, _ outputs: Int) -> (quotient: Int, remainder: Int) {
    outputs.dividingFullWidth(index.multipliedFullWidth(by: input))
  }
}
