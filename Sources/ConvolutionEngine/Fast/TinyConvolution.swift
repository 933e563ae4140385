/// A filter over a plane so small that finding rows and borders would cost more than the sums: the whole plane with its ghosts is
/// laid out, and its cells are made in one go, bit-equal to those of `FilterBand`.
struct TinyConvolution: Sendable {
  private let kernels: VectorKernels
  private let input: PerAxis<Int>
  private let output: PerAxis<Int>
  private let kernel: PerAxis<Int>
  private let before: PerAxis<Int>
  /// Cells from a padded row to the next: with zeros on both sides, the ghosts after a row are those before the next.
  private let pitch: Int
  /// Padded rows and, behind the last, the cells that its last window sees.
  private let paddedCount: Int
  /// Cells of memory that a plane takes: what its vectors read beyond the padded cells is thrown away.
  let cellCount: Int
  /// The row or column of the input for each padded one, −1 for zeros; empty where zeros are all that is added.
  private let sourceRows: [Int]
  private let sourceColumns: [Int]

  /// The largest output and kernel, along each axis. At 7×7 with 3×3 taps bands take 5 times as long, at 32×32 with 7×7 taps
  /// 1.6 times.
  static let largestPlane = 32
  static let largestKernel = 7

  /// Whether planes are small enough.
  static func takes(_ convolution: Convolution, largestPlane: Int = Self.largestPlane) -> Bool {
    max(convolution.output.height, convolution.output.width) <= largestPlane
      && max(convolution.weights.height, convolution.weights.width) <= largestKernel
  }

  /// For a convolution of a filter; nil where it does not take it.
  init?(of convolution: Convolution, kernels: VectorKernels, largestPlane: Int) {
    guard Self.takes(convolution, largestPlane: largestPlane) else { return nil }
    let shape = convolution.output
    self.kernels = kernels
    kernel = PerAxis(vertical: convolution.weights.height, horizontal: convolution.weights.width)
    input = PerAxis(vertical: convolution.input.height, horizontal: convolution.input.width)
    output = PerAxis(vertical: shape.height, horizontal: shape.width)
    let (vertical, horizontal) = (convolution.geometry.vertical, convolution.geometry.horizontal)
    before = PerAxis(vertical: vertical.paddingBefore, horizontal: horizontal.paddingBefore)
    let padded = PerAxis(
      vertical: vertical.paddedExtent(input: input.vertical),
      horizontal: horizontal.paddedExtent(input: input.horizontal))
    if vertical.mode == .zeros, horizontal.mode == .zeros {
      (sourceRows, sourceColumns) = ([], [])
      pitch = input.horizontal + max(horizontal.paddingBefore, horizontal.paddingAfter)
    } else {
      func list(_ axis: AxisGeometry, count: Int, padded: Int) -> [Int] {
        (0..<padded).map { axis.mode.source(of: $0 - axis.paddingBefore, count: count) ?? -1 }
      }
      sourceRows = list(vertical, count: input.vertical, padded: padded.vertical)
      sourceColumns = list(horizontal, count: input.horizontal, padded: padded.horizontal)
      pitch = padded.horizontal
    }
    paddedCount = (padded.vertical - 1) * pitch + padded.horizontal
    cellCount = PatchCells.count(rows: output.vertical, columns: output.horizontal, kernel: kernel, step: pitch)
  }

  /// One output plane.
  ///
  /// Safety: `plane` points to the cells of the input, `output` to those of the output, and `padded` to `cellCount` cells.
  func fill(
    _ output: UnsafeMutablePointer<Float>, from plane: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: Float,
    padded: UnsafeMutablePointer<Float>
  ) {
    if sourceRows.isEmpty {
      padded.update(repeating: 0, count: paddedCount)
      kernels.table.copy(
        input.vertical, input.horizontal, plane, input.horizontal,
        padded + before.vertical * pitch + before.horizontal, pitch)
    } else {
      var target = padded
      for row in sourceRows {
        for (column, source) in sourceColumns.enumerated() {
          target[column] = row < 0 || source < 0 ? 0 : plane[row * input.horizontal + source]
        }
        target += pitch
      }
    }
    kernels.table.patch(
      padded, pitch, kernel.vertical, kernel.horizontal, weights, bias, self.output.vertical, self.output.horizontal,
      output, self.output.horizontal)
  }
}

/// What the vector kernel for a few cells reads.
enum PatchCells {
  /// Cells from the first window's first on, with rows `step` apart: rows and columns are made in eights.
  static func count(rows: Int, columns: Int, kernel: PerAxis<Int>, step: Int) -> Int {
    (roundedUp(rows) + kernel.vertical - 2) * step + roundedUp(columns) + kernel.horizontal - 1
  }

  static func roundedUp(_ count: Int) -> Int { (count + 7) / 8 * 8 }
}
