/// The schedule of `DirectConvolution` for many filters: filters in the lanes of a register tile instead of cells.
///
/// A tile reads each cell alone and multiplies it with a vector of weights. Rows of any length are then cut into tiles without
/// a lane to spare, strides cost nothing, and windows are read from the input itself unless they reach beyond it
/// (`GhostStrips`). What it costs is to turn a tile before it is stored, so that it pays with some hundred taps.
struct FilterLanes: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  let vertical: BandLayout.Axis
  let horizontal: BandLayout.Axis
  /// The tiles of a row.
  let tiles: [Tile]
  /// Where taps lie in the input itself.
  let offsets: [Int32]
  /// The ends of rows, for bands whose rows are all in the input; nil where no window reaches beyond one.
  let ends: GhostStrips?
  /// Whole rows, for the other bands.
  let whole: GhostStrips
  /// The most output rows of a band.
  let bandRows: Int

  /// Some columns of an output row.
  struct Tile: Sendable {
    let first: Int
    let count: Int
    /// Where its first window begins in the strips of a row; nil where all windows are inside the input.
    let place: Int?
  }

  /// Half of a cache of 1 MiB, in cells: the input under a band, beside the weights of a block.
  static let cellsPerBand = 1 << 17

  /// Pieces of work asked for where there are rows enough: four for each of four workers.
  static let wantedPieces = 16

  /// When filters in the lanes are worth while.
  struct Rule: Sendable {
    /// Fewer taps do not pay for turning the tiles: with 27 half the time goes there, with 256 a tenth.
    let leastTaps: Int
    /// The least part of the lanes that must have a filter.
    let leastUse: Double

    static let standard = Rule(leastTaps: 128, leastUse: 0.75)
    /// Wherever it is possible; for tests.
    static let always = Rule(leastTaps: 0, leastUse: 0)
  }

  /// nil where the rule says so, beyond 32-bit distances, and where the padded rows under a band are too much memory.
  init?(of convolution: Convolution, kernels: VectorKernels, rule: Rule) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    let filters = shape.batch / convolution.groups
    let lanes = kernels.vectors(filters) * kernels.lanes
    guard convolution.tapsPerCell >= rule.leastTaps, Double(filters) >= rule.leastUse * Double(lanes) else {
      return nil
    }
    let vertical = BandLayout.Axis(
      geometry.vertical, kernel: shape.height, input: convolution.input.height, output: convolution.output.height)
    let horizontal = BandLayout.Axis(
      geometry.horizontal, kernel: shape.width, input: convolution.input.width, output: convolution.output.width)
    (self.convolution, self.kernels, self.vertical, self.horizontal) = (convolution, kernels, vertical, horizontal)

    let rowCells = Double(shape.channels) * Double(convolution.input.width) * Double(vertical.stride)
    let pieces = convolution.input.batch * convolution.groups
    let bands = (Self.wantedPieces + pieces - 1) / pieces
    let fitting = Int(max(1, min(Double(vertical.output), Double(Self.cellsPerBand) / rowCells)))
    bandRows = max(1, min(fitting, (vertical.output + bands - 1) / bands))
    let rows = Double(bandRows - 1) * Double(vertical.stride) + Double(vertical.reach) + 1
    let columns = Double(horizontal.output - 1) * Double(horizontal.stride) + Double(horizontal.reach) + 1
    guard
      rows * columns * Double(shape.channels) <= Double(SharedWork.mostOwn),
      Double(convolution.input.count) < Double(Int32.max / 4)
    else { return nil }

    let cuts = Self.cuts(columns: horizontal.output, most: kernels.panelColumns)
    let inside = cuts.filter { cut in
      cut.lowerBound * horizontal.stride >= horizontal.before
        && (cut.upperBound - 1) * horizontal.stride + horizontal.reach - horizontal.before < horizontal.input
    }
    // Padded columns under some output columns.
    func seen(_ columns: Range<Int>) -> Range<Int> {
      columns.lowerBound * horizontal.stride..<(columns.upperBound - 1) * horizontal.stride + horizontal.reach + 1
    }
    var strips: [Range<Int>] = []
    if let first = inside.first, let last = inside.last {
      if first.lowerBound > 0 { strips.append(seen(0..<first.lowerBound)) }
      if last.upperBound < horizontal.output { strips.append(seen(last.upperBound..<horizontal.output)) }
    } else {
      strips = [seen(0..<horizontal.output)]
    }
    // Strips that touch are one.
    if strips.count == 2, strips[0].upperBound >= strips[1].lowerBound {
      strips = [strips[0].lowerBound..<strips[1].upperBound]
    }
    let rowCount = (bandRows - 1) * vertical.stride + vertical.reach + 1
    let ends =
      strips.isEmpty
      ? nil
      : GhostStrips(
        strips: strips, rows: rowCount, convolution: convolution, vertical: vertical, horizontal: horizontal)
    self.ends = ends
    whole = GhostStrips(
      strips: [seen(0..<horizontal.output)], rows: rowCount, convolution: convolution, vertical: vertical,
      horizontal: horizontal)
    offsets = GhostStrips.offsets(
      convolution, pitch: convolution.input.width,
      channelStride: convolution.input.height * convolution.input.width)
    tiles = cuts.map { cut in
      Tile(
        first: cut.lowerBound, count: cut.count,
        place: inside.contains(cut) ? nil : ends?.place(ofColumn: cut.lowerBound * horizontal.stride))
    }
  }

  /// Parts of nearly one size, of at most `most` columns.
  private static func cuts(columns: Int, most: Int) -> [Range<Int>] {
    let count = (columns + most - 1) / most
    return (0..<count).map { RowBands.rows(ofBand: $0, bandCount: count, rowCount: columns) }
  }

  private var filtersPerGroup: Int { convolution.weights.batch / convolution.groups }

  /// The filters of a full block.
  private var blockFilters: Int { kernels.panelVectors * kernels.lanes }

  /// Filters of a group with those that fill up the last vector.
  private var filledFilters: Int { kernels.vectors(filtersPerGroup) * kernels.lanes }

  private var blockCount: Int { (filtersPerGroup + blockFilters - 1) / blockFilters }

  private var bandCount: Int { (vertical.output + bandRows - 1) / bandRows }

  /// Parts into which the blocks of filters are cut where there are too few bands.
  private var partCount: Int {
    let pieces = convolution.input.batch * convolution.groups * bandCount
    return min(blockCount, (Self.wantedPieces + pieces - 1) / pieces)
  }

  var pieceCount: Int { convolution.input.batch * convolution.groups * bandCount * partCount }

  /// The cells of a worker's own memory.
  var scratchCells: Int { convolution.weights.channels * max(whole.channelStride, ends?.channelStride ?? 0) }

  /// The vectors of a block: all, or one where no more filters are left.
  private func vectors(ofBlock block: Int) -> Int {
    filtersPerGroup - block * blockFilters <= kernels.lanes ? 1 : kernels.panelVectors
  }

  /// Weights and bias, block by block and tap by tap, the filters of a block side by side.
  func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    let terms = convolution.tapsPerCell
    let (height, width) = (weights.shape.height, weights.shape.width)
    let taps = height * width
    // A block of several vectors is packed whole, whether filters fill it or not.
    let padded = blockCount * blockFilters
    var packed = Array(repeating: Float(0), count: convolution.groups * padded * terms)
    var biases = Array(repeating: Float(0), count: convolution.groups * padded)
    for filter in 0..<weights.shape.batch {
      let (group, member) = filter.quotientAndRemainder(dividingBy: filtersPerGroup)
      let (block, lane) = member.quotientAndRemainder(dividingBy: blockFilters)
      let pitch = vectors(ofBlock: block) * kernels.lanes
      let first = (group * padded + block * blockFilters) * terms + lane
      if let bias { biases[group * padded + member] = bias.values[filter] }
      for term in 0..<terms {
        let (channel, tap) = term.quotientAndRemainder(dividingBy: taps)
        // The turned kernel is the same one read backwards.
        let source = convolution.orientation == .convolution ? taps - 1 - tap : tap
        packed[first + term * pitch] = weights.values[(filter * weights.shape.channels + channel) * taps + source]
      }
    }
    return PackedFilters(weights: packed, bias: biases, kernelName: kernels.name)
  }

  /// One part of the filters of one band of one group of one picture.
  func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedFilters, output: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let (rest, part) = piece.quotientAndRemainder(dividingBy: partCount)
    let (place, band) = rest.quotientAndRemainder(dividingBy: bandCount)
    let (picture, group) = place.quotientAndRemainder(dividingBy: convolution.groups)
    let channels = convolution.weights.channels
    let source =
      input + (picture * convolution.input.channels + group * channels) * vertical.input * horizontal.input
    let rows = (band * bandRows)..<min((band + 1) * bandRows, vertical.output)
    let first = rows.lowerBound * vertical.stride - vertical.before
    let positions = first..<first + (rows.count - 1) * vertical.stride + vertical.reach + 1
    let isInside = positions.lowerBound >= 0 && positions.upperBound <= vertical.input
    let strips = isInside ? ends : whole
    strips?.fill(
      channels: channels, positions: positions, kernels: kernels, from: source, to: scratch)
    let plane = vertical.output * horizontal.output
    offsets.withUnsafeBufferPointer { offsets in
      (strips?.offsets ?? []).withUnsafeBufferPointer { stripOffsets in
        filters.withGroup(group, of: convolution.groups) { weights, bias in
          guard let inPlace = offsets.baseAddress else { return }
          for block in RowBands.rows(ofBand: part, bandCount: partCount, rowCount: blockCount) {
            let filter = block * blockFilters
            let count = min(blockFilters, filtersPerGroup - filter)
            let target = output + (picture * convolution.output.channels + group * filtersPerGroup + filter) * plane
            let factors = weights + filter * offsets.count
            let biases = bias + filter
            for row in rows {
              for tile in tiles {
                let column = tile.first * horizontal.stride
                let cells: UnsafePointer<Float>
                var taps = inPlace
                if let strips, let strip = stripOffsets.baseAddress, let place = isInside ? tile.place : column {
                  cells = UnsafePointer(scratch) + (row - rows.lowerBound) * vertical.stride * strips.pitch + place
                  taps = strip
                } else {
                  cells =
                    source + (row * vertical.stride - vertical.before) * horizontal.input + column - horizontal.before
                }
                kernels.table.panel(
                  vectors(ofBlock: block), tile.count, count, offsets.count, cells, horizontal.stride, taps, factors,
                  biases, target + row * horizontal.output + tile.first, plane)
              }
            }
          }
        }
      }
    }
  }
}
