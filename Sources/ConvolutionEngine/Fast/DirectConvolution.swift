/// The convolution in float32 by register tiles, taps in the order of the reference; for `run` and benchmarks.
///
/// A tile of some filters × some vectors of neighbouring cells stays in registers while all its taps are added. Workers take
/// bands of output rows; each lays out the input rows under its band (`BandLayout`), so that borders, strides and dilations cost
/// nothing in the inner loop. Sums are float32: with t taps, a cell differs from the reference by no more than
/// (t + 1) · 2⁻²⁴ · Σ |weight · value|, plus one rounding for the bias.
///
/// A cell's steps do not depend on the tile or the band that it falls in: the result is bit-equal for any number of workers,
/// and not across vector widths with and without a fused multiply-add.
public struct DirectConvolution: Sendable {
  let convolution: Convolution
  let kernels: VectorKernels
  let layout: BandLayout
  /// Where each tap lies as seen from a cell, in tap order.
  private let offsets: [Int32]
  /// The schedule for many filters, where it applies.
  private let filterLanes: FilterLanes?

  /// The cells of the input that a band lays out at the most, unless a single row has more: half of a 1 MiB cache.
  static let cellsPerBand = 1 << 17

  /// Bands asked for where there are rows enough: four for each of four workers.
  static let wantedBands = 16

  /// nil where a scale stands between sum and bias, and where the padded rows under one output row are too much memory.
  public init?(of convolution: Convolution, kernels: VectorKernels = .best) {
    self.init(of: convolution, kernels: kernels, filterLanes: .standard)
  }

  /// - Parameter rule: when filters stand in the lanes instead of cells.
  init?(of convolution: Convolution, kernels: VectorKernels, filterLanes rule: FilterLanes.Rule) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    guard convolution.sampleStep == 1, convolution.output.count > 0, shape.channels > 0 else { return nil }
    let vertical = BandLayout.Axis(
      geometry.vertical, kernel: shape.height, input: convolution.input.height, output: convolution.output.height)
    let horizontal = BandLayout.Axis(
      geometry.horizontal, kernel: shape.width, input: convolution.input.width, output: convolution.output.width)
    let rowCells =
      Double(shape.channels) * Double(BandLayout.pitch(horizontal))
      * Double(vertical.stride) * Double(horizontal.stride)
    let halo = vertical.reach / vertical.stride
    guard rowCells * Double(1 + halo) <= Double(SharedWork.mostOwn) else { return nil }
    let fitting = max(1, Self.cellsPerBand / Int(rowCells) - halo)
    let rows = min(fitting, (vertical.output + Self.wantedBands - 1) / Self.wantedBands)
    self.convolution = convolution
    self.kernels = kernels
    layout = BandLayout(vertical: vertical, horizontal: horizontal, rows: max(1, rows))
    var offsets: [Int32] = []
    for channel in 0..<shape.channels {
      for row in 0..<shape.height {
        for column in 0..<shape.width {
          let tap = layout.offset(
            row: row * geometry.vertical.dilation, column: column * geometry.horizontal.dilation)
          offsets.append(Int32(channel * layout.channelStride + tap))
        }
      }
    }
    self.offsets = offsets
    filterLanes = FilterLanes(of: convolution, kernels: kernels, rule: rule)
  }

  /// The number of bands of one picture and group.
  private var bandCount: Int { (layout.vertical.output + layout.rows - 1) / layout.rows }

  private var filtersPerGroup: Int { convolution.weights.batch / convolution.groups }

  /// Weights and bias as the tiles read them; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  public func pack(weights: Tensor, bias: Tensor?) -> PackedFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    if let filterLanes { return filterLanes.pack(weights: weights, bias: bias) }
    return PackedFilters(tilesOf: convolution, weights: weights, bias: bias, kernels: kernels)
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × C/groups × kH × kW).
  public func run(
    input: UnsafeBufferPointer<Float>, filters: PackedFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(filters.kernelName == kernels.name, "the filters were packed for another vector width")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    let workers = workers.worth(products: products)
    if let filterLanes {
      return run(filterLanes, input: inputCells, filters: filters, output: outputCells, workspace, workers)
    }
    let slack = kernels.lanes * kernels.tileVectors
    let bandCells = layout.cellCount(channels: convolution.weights.channels, slack: slack)
    let line = layout.pitch * layout.horizontal.stride
    let tile = kernels.tileRows * slack
    SharedWork.perform(
      count: convolution.output.batch * convolution.groups * bandCount, workers: workers, input: inputCells,
      output: outputCells, workspace: workspace, own: bandCells + line + tile
    ) { piece, memory in
      compute(
        piece, input: memory.input, filters: filters, output: memory.output,
        scratch: Scratch(
          band: memory.own, line: memory.own + bandCells, tile: memory.own + bandCells + line))
    }
  }

  /// The same with filters in the lanes.
  private func run(
    _ schedule: FilterLanes, input: UnsafePointer<Float>, filters: PackedFilters, output: UnsafeMutablePointer<Float>,
    _ workspace: Workspace, _ workers: Workers
  ) {
    SharedWork.perform(
      count: schedule.pieceCount, workers: workers, input: input, output: output, workspace: workspace,
      own: schedule.scratchCells
    ) { piece, memory in
      schedule.compute(
        piece, input: memory.input, filters: filters, output: memory.output, scratch: memory.own)
    }
  }

  /// A worker's own memory.
  private struct Scratch {
    let band: UnsafeMutablePointer<Float>
    let line: UnsafeMutablePointer<Float>
    let tile: UnsafeMutablePointer<Float>
  }

  /// One band of one group of one picture.
  private func compute(
    _ piece: Int, input: UnsafePointer<Float>, filters: PackedFilters, output: UnsafeMutablePointer<Float>,
    scratch: Scratch
  ) {
    let (place, band) = piece.quotientAndRemainder(dividingBy: bandCount)
    let (picture, group) = place.quotientAndRemainder(dividingBy: convolution.groups)
    let rows = (band * layout.rows)..<min((band + 1) * layout.rows, layout.vertical.output)
    let channel = picture * convolution.input.channels + group * convolution.weights.channels
    BandFill(layout: layout, kernels: kernels).fill(
      channels: convolution.weights.channels, rows: rows,
      from: input + channel * convolution.input.height * convolution.input.width, to: scratch.band,
      slack: kernels.lanes * kernels.tileVectors, line: scratch.line)
    let plane = convolution.output.height * convolution.output.width
    let filter = picture * convolution.output.channels + group * filtersPerGroup
    let target = output + filter * plane + rows.lowerBound * convolution.output.width
    filters.withGroup(group, of: convolution.groups) { weights, bias in
      offsets.withUnsafeBufferPointer { offsets in
        guard let taps = offsets.baseAddress else { return }
        let sums = TileSums(
          kernels: kernels, terms: offsets.count, offsets: taps, input: scratch.band, weights: weights, bias: bias,
          filters: filtersPerGroup)
        for run in layout.runs(rows: rows.count, kernels: kernels) {
          fill(run, rows: rows.count, sums: sums, output: target, plane: plane, tile: scratch.tile)
        }
      }
    }
  }

  /// All filters of the cells of one run.
  private func fill(
    _ run: BandLayout.Run, rows: Int, sums: TileSums, output: UnsafeMutablePointer<Float>, plane: Int,
    tile: UnsafeMutablePointer<Float>
  ) {
    let (width, pitch, lanes) = (layout.horizontal.output, layout.pitch, kernels.lanes)
    let vectorCount = kernels.vectors(run.length)
    let tileCount = (vectorCount + kernels.tileVectors - 1) / kernels.tileVectors
    let tileStride = lanes * kernels.tileVectors
    var first = 0
    for index in 0..<tileCount {
      // Sizes that differ by no more than one vector: a tile of a single vector waits for its own sums.
      let vectors = vectorCount / tileCount + (index < vectorCount % tileCount ? 1 : 0)
      let count = min(vectors * lanes, run.length - first)
      let (row, column) = (run.firstRow * pitch + first).quotientAndRemainder(dividingBy: pitch)
      var filter = 0
      while filter < sums.filters {
        let filters = min(kernels.tileRows, sums.filters - filter)
        let target = output + filter * plane
        if count == vectors * lanes, column + count <= width || pitch == width {
          sums.add(
            vectors: vectors, filter: filter, filters: filters, from: row * pitch + column,
            to: target + row * width + column, stride: plane)
        } else {
          sums.add(
            vectors: vectors, filter: filter, filters: filters, from: row * pitch + column, to: tile,
            stride: tileStride)
          var done = 0
          while done < count {
            let (row, column) = (row * pitch + column + done).quotientAndRemainder(dividingBy: pitch)
            let cells = min(count - done, max(0, width - column))
            if cells > 0 {
              kernels.table.copy(filters, cells, tile + done, tileStride, target + row * width + column, plane)
            }
            done += min(count - done, pitch - column)
          }
        }
        filter += kernels.tileRows
      }
      first += vectors * lanes
    }
  }
}

/// What the register tiles of a band are computed from.
private struct TileSums {
  let kernels: VectorKernels
  let terms: Int
  let offsets: UnsafePointer<Int32>
  let input: UnsafePointer<Float>
  let weights: UnsafePointer<Float>
  let bias: UnsafePointer<Float>
  let filters: Int

  /// `filters` filters from `filter` on, a multiple of the tile's, at the cells from `cell` on.
  func add(
    vectors: Int, filter: Int, filters: Int, from cell: Int, to output: UnsafeMutablePointer<Float>, stride: Int
  ) {
    kernels.table.tile(
      vectors, filters, terms, input + cell, offsets, weights + filter * terms, bias + filter, output, stride)
  }
}
