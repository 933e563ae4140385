/// Some neighbouring tiles of one group of a convolution on their way through the transforms, in the memory of one worker.
struct WinogradBlock {
  /// Where everything stands in a worker's memory.
  struct Layout: Sendable {
    /// From a channel or a filter to the next: a number for each tile.
    let pitch: Int
    /// From one of the products of a tile to the next, in the transformed input.
    let inputSpacing: Int
    /// The same in what is multiplied.
    let productSpacing: Int
    /// Where the products begin, and where the patch.
    let products: Int
    let patch: Int
    /// In whole cache lines.
    let cellCount: Int

    init(_ plan: WinogradConvolution) {
      let (order, pitch) = (plan.order, plan.kernels.tileVectors * plan.kernels.lanes)
      // An odd number of cache lines, for the places of a tile to fall into different sets of the caches; and a line more than
      // the rows take, since vectors of the last row are written and read beyond its end.
      func spacing(_ rows: Int) -> Int { ((rows * pitch + 15) / 16 + 1 | 1) * 16 }
      self.pitch = pitch
      inputSpacing = spacing(order.channels)
      productSpacing = spacing(order.blocksPerPart * order.rows)
      products = plan.tile.products * inputSpacing
      patch = products + plan.tile.products * productSpacing
      cellCount = (patch + plan.patch.cellCount + 15) / 16 * 16
    }
  }

  private let plan: WinogradConvolution
  private let layout: Layout
  private let scratch: UnsafeMutablePointer<Float>
  private let group: Int
  /// Vectors that the tiles fill, the last one maybe in part.
  private let vectors: Int
  private let tiles: Range<Int>

  /// - Parameters:
  ///   - number: counts the blocks of one group after the other.
  ///   - scratch: `layout.cellCount` cells, which hold the transformed input until another block has them.
  init(
    of plan: WinogradConvolution, number: Int, layout: Layout, scratch: UnsafeMutablePointer<Float>
  ) {
    let block: Int
    (group, block) = number.quotientAndRemainder(dividingBy: plan.blockCount)
    let lanes = plan.kernels.lanes
    let range = RowBands.rows(
      ofBand: block, bandCount: plan.blockCount, rowCount: plan.kernels.vectors(plan.grid.count))
    vectors = range.count
    tiles = (range.lowerBound * lanes)..<min(range.upperBound * lanes, plan.grid.count)
    (self.plan, self.layout, self.scratch) = (plan, layout, scratch)
  }

  /// Bᵀ d B of all channels. A run writes whole vectors: what it writes beyond its tiles, the next run or channel overwrites.
  func transform(input: UnsafeBufferPointer<Float>) {
    guard let cells = input.baseAddress else { return }
    let (tile, patch, table, channels) = (plan.tile, plan.patch, plan.kernels.table, plan.order.channels)
    let (height, width) = (patch.vertical.input, patch.horizontal.input)
    let transform = tile == .four ? table.winograd4_input : table.winograd2_input
    for channel in 0..<channels {
      for run in plan.grid.runs(tiles, lanes: plan.kernels.lanes) {
        let plane = (run.picture * plan.convolution.input.channels + group * channels + channel) * height * width
        let (top, left) = (run.row - patch.vertical.before, run.column - patch.horizontal.before)
        let first = plane + top * width + left
        let columns = (run.count - 1) * tile.side + tile.span
        let target = scratch + channel * layout.pitch + run.first
        // Rows of one channel are short and far apart, which the processor does not foresee: without this, half the time
        // of the transform is waiting.
        if channel + 1 < channels { table.fetch(tile.span, columns, cells + first + height * width, width) }
        if top >= 0, left >= 0, top + tile.span <= height, left + columns <= width,
          first + (tile.span - 1) * width + patch.width <= input.count
        {
          transform(cells + first, width, target, layout.inputSpacing)
        } else {
          patch.fill(top: top, left: left, from: cells + plane, to: scratch + layout.patch)
          transform(scratch + layout.patch, patch.pitch, target, layout.inputSpacing)
        }
      }
    }
  }

  /// The sums over the channels for the filters of one part.
  func multiply(part: Int, by filters: WinogradFilters) {
    let order = plan.order
    filters.values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      let weights = values + group * order.groupCells + order.offset(part: part)
      let blocks = order.blocks(ofPart: part)
      for product in 0..<plan.tile.products {
        plan.kernels.table.winograd_products(
          vectors, blocks.count, order.channels, scratch + product * layout.inputSpacing,
          weights + product * blocks.count * order.blockCells,
          scratch + layout.products + product * layout.productSpacing, layout.pitch)
      }
    }
  }

  /// Aᵀ p A of the filters of one part, with the bias, into their output planes.
  func transformBack(part: Int, bias: [Float], to output: UnsafeMutablePointer<Float>) {
    let (tile, table, order, shape) = (plan.tile, plan.kernels.table, plan.order, plan.convolution.output)
    let transform = tile == .four ? table.winograd4_output : table.winograd2_output
    let filters = order.filters(ofPart: part)
    for filter in filters {
      let source = scratch + layout.products + (filter - filters.lowerBound) * layout.pitch
      let member = group * order.filters + filter
      for run in plan.grid.runs(tiles, lanes: plan.kernels.lanes) {
        let plane = output + (run.picture * shape.channels + member) * shape.height * shape.width
        let target = plane + run.row * shape.width + run.column
        let rows = min(tile.side, shape.height - run.row)
        let columns = min(run.count * tile.side, shape.width - run.column)
        if filter + 1 < filters.upperBound {
          table.fetch_for_writing(rows, columns, target + shape.height * shape.width, shape.width)
        }
        transform(source + run.first, layout.productSpacing, bias[member], target, shape.width, rows, columns)
      }
    }
  }
}
