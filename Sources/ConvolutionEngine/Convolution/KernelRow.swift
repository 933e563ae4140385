/// One row of a kernel as it lies over the window: adds its taps to a run of neighbouring output cells.
///
/// Per cell the order is that of `Convolution.forEachTap`: kernel column after kernel column.
struct KernelRow {
  private let horizontal: AxisGeometry
  private let weights: UnsafeBufferPointer<Float>
  /// Where the weight of tap 0 stands in `weights`, and how far on that of the next tap: −1 for the turned kernel.
  private let origin: Int
  private let step: Int
  private let tapCount: Int

  /// How many taps are added in one pass over the sums. Four keep the sums in registers for the common kernels; the pass
  /// is bound by loads and stores otherwise.
  private static let tapsPerPass = 4

  /// - Parameter row: the row of the window, whatever the orientation.
  init(convolution: Convolution, weights: UnsafeBufferPointer<Float>, filter: Int, channel: Int, row: Int) {
    self.weights = weights
    horizontal = convolution.geometry.horizontal
    tapCount = convolution.weights.width
    origin = convolution.weights.offset(
      of: convolution.weightCoordinate(filter: filter, channel: channel, row: row, column: 0))
    step = convolution.orientation == .convolution ? -1 : 1
  }

  /// Adds every tap to the sums of the output columns `firstColumn..<firstColumn + sums.count`.
  ///
  /// - Parameter source: the input row under the kernel row, or nil where the padding is zero.
  func add(source: UnsafeBufferPointer<Float>?, firstColumn: Int, to sums: UnsafeMutableBufferPointer<Double>) {
    var tap = 0
    while tap < tapCount {
      let taps = tap..<min(tap + Self.tapsPerPass, tapCount)
      if let source {
        let inner = columns(inside: source.count, taps: taps, firstColumn: firstColumn, count: sums.count)
        addByCell(taps: taps, source: source, firstColumn: firstColumn, columns: 0..<inner.lowerBound, to: sums)
        addInside(taps: taps, source: source, firstColumn: firstColumn, columns: inner, to: sums)
        addByCell(
          taps: taps, source: source, firstColumn: firstColumn, columns: inner.upperBound..<sums.count, to: sums)
      } else {
        addZeros(taps: taps, to: sums)
      }
      tap = taps.upperBound
    }
  }

  private func weight(_ tap: Int) -> Double { Double(weights[origin + tap * step]) }

  /// The columns of the run at which all of `taps` lie on the input; an empty range somewhere in the run if there are none.
  private func columns(inside width: Int, taps: Range<Int>, firstColumn: Int, count: Int) -> Range<Int> {
    // Position of tap t at column i: (first + i) × stride − padding + t × dilation, which must be in 0..<width.
    let first = horizontal.position(output: firstColumn, tap: taps.lowerBound)
    let last = horizontal.position(output: firstColumn, tap: taps.upperBound - 1)
    let stride = horizontal.stride
    let lower = first >= 0 ? 0 : (-first + stride - 1) / stride
    let upper = last >= width ? 0 : (width - 1 - last) / stride + 1
    let clampedLower = min(lower, count)
    return clampedLower..<max(clampedLower, min(upper, count))
  }

  /// Cell by cell, ghosts by the padding mode.
  private func addByCell(
    taps: Range<Int>, source: UnsafeBufferPointer<Float>, firstColumn: Int, columns: Range<Int>,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    for column in columns {
      var sum = sums[column]
      for tap in taps {
        let position = horizontal.position(output: firstColumn + column, tap: tap)
        let value = horizontal.mode.source(of: position, count: source.count).map { source[$0] } ?? 0
        sum += weight(tap) * Double(value)
      }
      sums[column] = sum
    }
  }

  /// Zeros take part too: an infinite weight makes NaN of them.
  private func addZeros(taps: Range<Int>, to sums: UnsafeMutableBufferPointer<Double>) {
    for tap in taps {
      let product = weight(tap) * 0
      for column in sums.indices { sums[column] += product }
    }
  }

  /// Where all taps lie on the input: no questions asked per cell.
  private func addInside(
    taps: Range<Int>, source: UnsafeBufferPointer<Float>, firstColumn: Int, columns: Range<Int>,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    guard
      !columns.isEmpty, let allSums = sums.baseAddress, let row = source.baseAddress
    else { return }
    // Safety: `columns` is within `sums`, and `columns(inside:…)` chose it so that the first tap of its first column and the
    // last tap of its last column, the least and the greatest position read, lie in `source`.
    let start = row + horizontal.position(output: firstColumn + columns.lowerBound, tap: taps.lowerBound)
    let pass = TapPass(
      sums: allSums + columns.lowerBound, count: columns.count, source: start, dilation: horizontal.dilation)
    let first = taps.lowerBound
    switch taps.count {
    case 1: pass.add(weight(first), stride: horizontal.stride)
    case 2: pass.add(weight(first), weight(first + 1), stride: horizontal.stride)
    case 3: pass.add(weight(first), weight(first + 1), weight(first + 2), stride: horizontal.stride)
    default:
      pass.add(
        weight(first), weight(first + 1), weight(first + 2), weight(first + 3), stride: horizontal.stride)
    }
  }
}
