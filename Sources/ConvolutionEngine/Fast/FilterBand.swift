/// Some output rows of a filter over one plane: where the cells under their windows stand.
///
/// Between the borders windows read the picture itself, row by row: a list of addresses says where each padded row begins, and
/// rows above and below the picture are rows of it again (all modes but zeros) or the row of zeros. Windows that reach beyond the
/// left or right border read a strip: the same padded rows, but only the columns around that border, laid out with their ghosts.
/// A picture too narrow for a vector between the borders is one strip as a whole.
struct FilterBand: Sendable {
  /// Output columns whose windows are laid out with ghosts.
  struct Strip: Sendable {
    /// The first output column; the first laid out cell is the padded cell under its window's first tap.
    let column: Int
    /// Output columns, at least a vector; those beyond the output's width are thrown away.
    let count: Int
    /// Cells of the picture in a row: `inner` of them from picture column `source` on, after `before` ghosts.
    let before: Int
    let source: Int
    let inner: Int
    /// Cells in a row, ghosts included.
    let width: Int
  }

  private let convolution: Convolution
  private let kernels: VectorKernels
  /// The most output rows, a multiple of those that a pass of the vector kernel makes.
  let rows: Int
  /// Output columns whose windows lie on the picture.
  let middle: Range<Int>
  let strips: [Strip]

  init(_ convolution: Convolution, kernels: VectorKernels, rows: Int) {
    self.convolution = convolution
    self.kernels = kernels
    self.rows = rows
    let axis = convolution.geometry.horizontal
    let (input, output, kernel) = (convolution.input.width, convolution.output.width, convolution.weights.width)
    let (before, after) = (axis.paddingBefore, axis.paddingAfter)
    let lanes = kernels.lanes
    // With `lanes` columns in the middle, each strip finds its cells on the picture, and its vectors in the output.
    guard output - before - after >= lanes else {
      middle = 0..<0
      let inner = max(0, min(input, output + kernel - 1 - before))
      strips = [
        Strip(
          column: 0, count: max(output, lanes), before: min(before, output + kernel - 1), source: 0, inner: inner,
          width: max(output, lanes) + kernel - 1)
      ]
      return
    }
    middle = before..<(output - after)
    var strips: [Strip] = []
    if before > 0 {
      let count = max(before, lanes)
      let width = count + kernel - 1
      strips.append(
        Strip(column: 0, count: count, before: before, source: 0, inner: width - before, width: width))
    }
    if after > 0 {
      let count = max(after, lanes)
      let width = count + kernel - 1
      strips.append(
        Strip(
          column: output - count, count: count, before: 0, source: input - (width - after), inner: width - after,
          width: width))
    }
    self.strips = strips
  }

  /// Padded rows that a band's windows see, those fetched ahead included.
  private var rowCount: Int { rows + convolution.weights.height - 1 + kernels.filterRows }

  /// Cells of a worker's own memory, whole cache lines: lists of addresses, which take two cells each, the strips, and a block of
  /// output for pictures narrower than a vector. Saturates where `Int` ends.
  var cellCount: Int {
    let widths = strips.reduce(0) { $0 + $1.width }
    let (cells, overflow) = rowCount.multipliedReportingOverflow(by: widths + 2 * (1 + strips.count))
    return overflow || cells > Int.max / 4 ? Int.max / 4 : (cells + kernels.filterRows * kernels.lanes + 31) / 16 * 16
  }

  /// A worker's own memory.
  ///
  /// Safety: `cells` points to `cellCount` cells of the worker's, aligned for an address, and `zeros` to a row of zeros as long as the picture's. The
  /// lists of addresses are bound to their type here and stand apart from the cells.
  struct Scratch {
    let zeros: UnsafePointer<Float>
    /// Addresses of the padded rows in the picture, and behind them of those in each strip.
    let addresses: UnsafeMutablePointer<UnsafePointer<Float>>
    /// The strips, one after the other.
    let strips: UnsafeMutablePointer<Float>
    /// A block of output.
    let block: UnsafeMutablePointer<Float>

    init(band: FilterBand, zeros: UnsafePointer<Float>, cells: UnsafeMutablePointer<Float>) {
      self.zeros = zeros
      let count = band.rowCount * (1 + band.strips.count)
      addresses = UnsafeMutableRawPointer(cells).bindMemory(to: UnsafePointer<Float>.self, capacity: count)
      strips = cells + 2 * count
      block = strips + band.rowCount * band.strips.reduce(0) { $0 + $1.width }
    }
  }

  /// The output rows `rows`, to the cells from `output` on.
  ///
  /// - Parameters:
  ///   - plane: the picture's cells.
  ///   - weights: the taps, kernel column after kernel column.
  ///   - streams: the picture is larger than the caches.
  func fill(
    rows: Range<Int>, of plane: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: Float,
    to output: UnsafeMutablePointer<Float>, scratch: Scratch, streams: Bool
  ) {
    findRows(from: rows.lowerBound, of: plane, scratch: scratch)
    layOut(rowCount: rows.count + convolution.weights.height - 1, scratch: scratch)
    let (height, width, stride) = (convolution.weights.height, convolution.weights.width, convolution.output.width)
    var row = 0
    while row < rows.count {
      let count = min(kernels.filterRows, rows.count - row)
      let target = output + row * stride
      if !middle.isEmpty {
        kernels.table.filter(
          scratch.addresses + row, height, width, weights, bias, count, middle.count, target + middle.lowerBound,
          stride,
          streams)
      }
      for (index, strip) in strips.enumerated() {
        let addresses = scratch.addresses + (index + 1) * rowCount + row
        if strip.count <= stride {
          kernels.table.filter(
            addresses, height, width, weights, bias, count, strip.count, target + strip.column, stride, false)
        } else {
          kernels.table.filter(
            addresses, height, width, weights, bias, count, strip.count, scratch.block, strip.count, false)
          kernels.table.copy(count, stride, scratch.block, strip.count, target, stride)
        }
      }
      row += count
    }
  }

  /// The addresses of the padded rows under the output rows from `first` on, in the picture.
  private func findRows(from first: Int, of plane: UnsafePointer<Float>, scratch: Scratch) {
    let axis = convolution.geometry.vertical
    let (height, width) = (convolution.input.height, convolution.input.width)
    // Rows that are only fetched ahead may lie beyond the last padded one.
    let last = axis.paddedExtent(input: height) - axis.paddingBefore - 1
    for row in 0..<rowCount {
      let position = min(first + row - axis.paddingBefore, last)
      scratch.addresses[row] = axis.mode.source(of: position, count: height).map { plane + $0 * width } ?? scratch.zeros
    }
  }

  /// The strips of the first `count` padded rows.
  private func layOut(rowCount count: Int, scratch: Scratch) {
    let axis = convolution.geometry.horizontal
    var cells = scratch.strips
    for (index, strip) in strips.enumerated() {
      let addresses = scratch.addresses + (index + 1) * rowCount
      // Rows beyond `count` are read for output rows that nobody keeps.
      for row in 0..<rowCount { addresses[row] = UnsafePointer(cells + min(row, count - 1) * strip.width) }
      var row = 0
      while row < count {
        // Rows that stand one after the other in the picture are copied in one go.
        var end = row + 1
        while end < count, scratch.addresses[end] == scratch.addresses[end - 1] + convolution.input.width { end += 1 }
        kernels.table.copy(
          end - row, strip.inner, scratch.addresses[row] + strip.source, convolution.input.width,
          cells + row * strip.width + strip.before, strip.width)
        row = end
      }
      for column in 0..<(strip.width - strip.inner) {
        let column = column < strip.before ? column : column + strip.inner
        let source = ghost(strip.column + column - axis.paddingBefore)
        for row in 0..<count {
          cells[row * strip.width + column] = source.map { scratch.addresses[row][$0] } ?? 0
        }
      }
      cells += rowCount * strip.width
    }
  }

  /// The picture's column whose value stands at `position`, or nil for a zero: beyond the padding, whatever the mode.
  private func ghost(_ position: Int) -> Int? {
    let axis = convolution.geometry.horizontal
    guard position < convolution.input.width + axis.paddingAfter else { return nil }
    return axis.mode.source(of: position, count: convolution.input.width)
  }
}
