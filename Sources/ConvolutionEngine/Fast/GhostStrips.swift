/// Padded rows of the input, or the parts of them that hold ghosts, laid out channel by channel for windows to be read from.
///
/// Where windows are read from the input itself, only those that reach beyond it need memory of their own: strips of columns at
/// both ends of each row, side by side, or all columns of rows at the top and the bottom.
struct GhostStrips: Sendable {
  /// Columns of the padded rows, counted from the first ghost on, in order and apart from each other.
  let strips: [Range<Int>]
  /// The most rows of a channel.
  let rows: Int
  /// Cells from a row to the next.
  let pitch: Int
  /// Where a tap lies as seen from the first cell of a window.
  let offsets: [Int32]
  private let vertical: BandLayout.Axis
  private let horizontal: BandLayout.Axis
  /// Neighbouring cells of the input in a row: where they lie here and there.
  private let copies: [(place: Int, column: Int, count: Int)]
  /// Single cells beside the input, and the column they repeat; nil for a zero.
  private let ghosts: [(place: Int, column: Int?)]

  init(
    strips: [Range<Int>], rows: Int, convolution: Convolution, vertical: BandLayout.Axis, horizontal: BandLayout.Axis
  ) {
    (self.strips, self.rows, self.vertical, self.horizontal) = (strips, rows, vertical, horizontal)
    pitch = strips.reduce(0) { $0 + $1.count }
    offsets = Self.offsets(convolution, pitch: pitch, channelStride: rows * pitch)
    var copies: [(place: Int, column: Int, count: Int)] = []
    var ghosts: [(place: Int, column: Int?)] = []
    var place = 0
    for strip in strips {
      let positions = strip.lowerBound - horizontal.before..<strip.upperBound - horizontal.before
      let inside = positions.clamped(to: 0..<horizontal.input)
      if !inside.isEmpty {
        copies.append((place + inside.lowerBound - positions.lowerBound, inside.lowerBound, inside.count))
      }
      for position in positions where !(0..<horizontal.input).contains(position) {
        let source = horizontal.mode.source(of: position, count: horizontal.input)
        ghosts.append((place + position - positions.lowerBound, source))
      }
      place += strip.count
    }
    (self.copies, self.ghosts) = (copies, ghosts)
  }

  /// Cells from a channel to the next.
  var channelStride: Int { rows * pitch }

  /// Taps in order: channel, row, column.
  static func offsets(_ convolution: Convolution, pitch: Int, channelStride: Int) -> [Int32] {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    var offsets: [Int32] = []
    offsets.reserveCapacity(convolution.tapsPerCell)
    for channel in 0..<shape.channels {
      for row in 0..<shape.height {
        for column in 0..<shape.width {
          offsets.append(
            Int32(
              channel * channelStride + row * geometry.vertical.dilation * pitch
                + column * geometry.horizontal.dilation))
        }
      }
    }
    return offsets
  }

  /// Where a padded column lies in a row; nil where no strip holds it.
  func place(ofColumn column: Int) -> Int? {
    var place = 0
    for strip in strips {
      if strip.contains(column) { return place + column - strip.lowerBound }
      place += strip.count
    }
    return nil
  }

  /// Copies the strips of some channels' rows.
  ///
  /// - Parameters:
  ///   - positions: the rows, counted from the first of the input, ghosts below 0.
  ///   - input: the first cell of the first channel.
  ///   - target: `channelStride` cells for each channel.
  func fill(
    channels: Int, positions: Range<Int>, kernels: VectorKernels, from input: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>
  ) {
    let inside = positions.clamped(to: 0..<vertical.input)
    for channel in 0..<channels {
      let plane = input + channel * vertical.input * horizontal.input
      let place = target + channel * channelStride
      if !inside.isEmpty {
        fill(
          rows: inside.count, kernels, from: plane + inside.lowerBound * horizontal.input,
          to: place + (inside.lowerBound - positions.lowerBound) * pitch)
      }
      guard inside.count < positions.count else { continue }
      for position in positions where !(0..<vertical.input).contains(position) {
        let row = place + (position - positions.lowerBound) * pitch
        if let source = vertical.mode.source(of: position, count: vertical.input) {
          fill(rows: 1, kernels, from: plane + source * horizontal.input, to: row)
        } else {
          row.update(repeating: 0, count: pitch)
        }
      }
    }
  }

  /// Neighbouring rows of a channel.
  private func fill(
    rows: Int, _ kernels: VectorKernels, from source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>
  ) {
    for copy in copies {
      kernels.table.copy(rows, copy.count, source + copy.column, horizontal.input, target + copy.place, pitch)
    }
    for ghost in ghosts {
      var place = target + ghost.place
      if let column = ghost.column {
        var cell = source + column
        for _ in 0..<rows {
          place.pointee = cell.pointee
          place += pitch
          cell += horizontal.input
        }
      } else {
        for _ in 0..<rows {
          place.pointee = 0
          place += pitch
        }
      }
    }
  }
}
