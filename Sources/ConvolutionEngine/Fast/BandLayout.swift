/// Where the cells of some padded rows of the input lie when they are laid out for the vector kernels.
///
/// A band of output rows sees, in each channel, padded rows from the first row of its first window to the last row of its last.
/// They are copied with their ghosts so that a tap is nothing but a distance: cell (i, j) of the band finds tap t at
/// i·`pitch` + j + `offset(t)`, whatever the stride, since rows and columns that are `stride` apart stand beside each other
/// (one plane for each remainder of the stride). Windows run from one row into the next; what they make of the cells
/// between two rows is thrown away.
struct BandLayout: Sendable {
  /// One axis as the layout sees it: the position of a tap is cell·stride + distance − before.
  struct Axis: Sendable {
    var stride: Int
    /// Ghost cells before the input.
    var before: Int
    /// The largest distance of a tap.
    var reach: Int
    var mode: PaddingMode
    /// The extent of the input.
    var input: Int
    /// The extent of the output.
    var output: Int
  }

  let vertical: Axis
  let horizontal: Axis
  /// The most output rows in a band.
  let rows: Int
  /// Rows in a plane: those of a band, and those that the last windows reach beyond.
  let planeRows: Int
  /// Cells from a row to the next.
  let pitch: Int

  init(vertical: Axis, horizontal: Axis, rows: Int) {
    self.vertical = vertical
    self.horizontal = horizontal
    self.rows = rows
    planeRows = rows + vertical.reach / vertical.stride
    pitch = Self.pitch(horizontal)
  }

  /// A row's cells of one plane. With zeros on both sides and stride 1, the ghosts after a row are those before the next.
  static func pitch(_ axis: Axis) -> Int {
    let seen = axis.output + axis.reach / axis.stride
    guard axis.stride == 1, axis.mode == .zeros else { return seen }
    let after = max(0, axis.output + axis.reach - axis.before - axis.input)
    // Padding may make the output wider than the input with the padding of one side.
    return min(seen, max(axis.output, axis.input + max(axis.before, after)))
  }

  var planeCount: Int { vertical.stride * horizontal.stride }

  /// Cells from a channel to the next.
  var channelStride: Int { planeCount * planeRows * pitch }

  /// Cells for `channels` channels, with room for vectors that run over the end; more than `Int` counts is more than fits.
  func cellCount(channels: Int, slack: Int) -> Int {
    channels * channelStride + slack + horizontal.reach + horizontal.before + 1
  }

  /// Where a tap lies as seen from the first cell of a band's channel, for distances in `0...reach`.
  func offset(row: Int, column: Int) -> Int {
    let plane = row % vertical.stride * horizontal.stride + column % horizontal.stride
    return (plane * planeRows + row / vertical.stride) * pitch + column / horizontal.stride
  }

  /// Cells from the first to behind the last of `rows` output rows, those between two rows included.
  func runLength(rows: Int) -> Int { (rows - 1) * pitch + horizontal.output }

  /// Cells of a band that tiles go over without a gap, from the first cell of a row on.
  struct Run {
    let firstRow: Int
    let length: Int
  }

  /// Row by row where rows are whole vectors or long, and otherwise all rows in one: windows between two rows cost less then
  /// than lanes behind the end of each.
  func runs(rows: Int, kernels: VectorKernels) -> [Run] {
    let whole = runLength(rows: rows)
    if kernels.vectors(whole) < rows * kernels.vectors(horizontal.output) { return [Run(firstRow: 0, length: whole)] }
    return (0..<rows).map { Run(firstRow: $0, length: horizontal.output) }
  }
}

/// Copies the cells of one channel after the other to where a layout wants them.
struct BandFill {
  let layout: BandLayout
  let kernels: VectorKernels

  /// The cells of a padded row, which rows that are split pass through.
  var lineLength: Int { layout.pitch * layout.horizontal.stride }

  /// Lays out what the output rows `rows` see of `channels` channels.
  ///
  /// - Parameters:
  ///   - input: the first cell of the first channel.
  ///   - target: `channelStride` cells for each channel, and the slack.
  ///   - line: `lineLength` cells.
  func fill(
    channels: Int, rows: Range<Int>, from input: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>,
    slack: Int, line: UnsafeMutablePointer<Float>
  ) {
    let (vertical, horizontal) = (layout.vertical, layout.horizontal)
    let needed = (rows.count - 1) * vertical.stride + vertical.reach + 1
    let first = rows.lowerBound * vertical.stride - vertical.before
    for channel in 0..<channels {
      let plane = input + channel * vertical.input * horizontal.input
      let place = target + channel * layout.channelStride
      for row in 0..<(layout.planeRows * vertical.stride) {
        let source = vertical.mode.source(of: first + row, count: vertical.input)
          .map { plane + $0 * horizontal.input }
        let target = place + layout.offset(row: row, column: 0)
        if row >= needed {
          // A short last band: windows that run over its last row read zeros, as after any other row.
          for phase in 0..<horizontal.stride {
            (target + phase * layout.planeRows * layout.pitch).update(repeating: 0, count: layout.pitch)
          }
        } else if horizontal.stride == 1 {
          fillRow(source, to: target, count: layout.pitch)
        } else {
          fillRow(source, to: line, count: lineLength)
          kernels.table.split(line, lineLength, horizontal.stride, target, layout.planeRows * layout.pitch)
        }
      }
    }
    let end = channels * layout.channelStride
    (target + end).update(repeating: 0, count: layout.cellCount(channels: channels, slack: slack) - end)
  }

  /// A padded row: ghosts, cells of the input, ghosts.
  private func fillRow(_ source: UnsafePointer<Float>?, to target: UnsafeMutablePointer<Float>, count: Int) {
    guard let source else { return target.update(repeating: 0, count: count) }
    let axis = layout.horizontal
    let left = min(axis.before, count)
    let inside = min(axis.input, count - left)
    for column in 0..<left { target[column] = ghost(column - axis.before, source) }
    kernels.table.copy(1, inside, source, 0, target + left, 0)
    var column = left + inside
    while column < count {
      target[column] = ghost(column - axis.before, source)
      column += 1
    }
  }

  private func ghost(_ position: Int, _ source: UnsafePointer<Float>) -> Float {
    let axis = layout.horizontal
    // Beyond what windows see there may be cells that no padding mode speaks of.
    guard position < axis.output * axis.stride + axis.reach else { return 0 }
    return axis.mode.source(of: position, count: axis.input).map { source[$0] } ?? 0
  }
}

extension BandLayout.Axis {
  /// The axis of a window that slides.
  init(_ geometry: AxisGeometry, kernel: Int, input: Int, output: Int) {
    self.init(
      stride: geometry.stride, before: geometry.paddingBefore, reach: (kernel - 1) * geometry.dilation,
      mode: geometry.mode, input: input, output: output)
  }
}
