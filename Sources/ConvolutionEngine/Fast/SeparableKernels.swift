/// Kernels of rank 1 as a column times a row, and the bias.
///
/// A kernel k is taken for one of rank 1 when its cells differ from an outer product u·vᵀ by no more than 2⁻²² of its largest
/// cell: v is the row of that cell and u its column divided by it, so that the products of a kernel that was made by rounding
/// an outer product to float32 are found, and so are all outer products of small integers.
public struct SeparableKernels: Sendable {
  /// O×1×kH×kW.
  let shape: Shape
  /// kH and kW numbers for each filter, as they lie over a window.
  private let columns: [Float]
  private let rows: [Float]
  private let bias: [Float]

  /// The largest distance from an outer product, as a part of the largest cell.
  static let tolerance = 0x1p-22

  /// nil where a kernel is of another rank, all zeros, or has a cell that is no number.
  init?(of convolution: Convolution, weights: Tensor, bias: Tensor?) {
    shape = weights.shape
    let upright = FourierFilters.upright(weights, convolution.orientation)
    let (height, width) = (shape.height, shape.width)
    let taps = height * width
    var (columns, rows): ([Float], [Float]) = ([], [])
    for filter in 0..<shape.batch {
      let kernel = upright[(filter * taps)..<((filter + 1) * taps)].map(Double.init)
      guard kernel.allSatisfy(\.isFinite), let pivot = kernel.indices.max(by: { abs(kernel[$0]) < abs(kernel[$1]) }),
        kernel[pivot] != 0
      else { return nil }
      let (pivotRow, pivotColumn) = pivot.quotientAndRemainder(dividingBy: width)
      let column = (0..<height).map { kernel[$0 * width + pivotColumn] / kernel[pivot] }
      let row = (0..<width).map { kernel[pivotRow * width + $0] }
      let isProduct = kernel.indices.allSatisfy { index in
        abs(kernel[index] - column[index / width] * row[index % width]) <= Self.tolerance * abs(kernel[pivot])
      }
      guard isProduct else { return nil }
      columns += column.map { Float($0) }
      rows += row.map { Float($0) }
    }
    (self.columns, self.rows) = (columns, rows)
    self.bias = bias?.values ?? Array(repeating: 0, count: shape.batch)
  }

  /// The column and the row of one filter, and its bias.
  func withKernel(
    _ filter: Int, _ body: (_ column: UnsafePointer<Float>, _ row: UnsafePointer<Float>, _ bias: Float) -> Void
  ) {
    columns.withUnsafeBufferPointer { columns in
      rows.withUnsafeBufferPointer { rows in
        guard let column = columns.baseAddress, let row = rows.baseAddress else { return }
        body(column + filter * shape.height, row + filter * shape.width, bias[filter])
      }
    }
  }
}
