/// The convolution in float32 with 3×3 kernels, stride 1 and dilation 1 by Winograd's F(4×4, 3×3) or F(2×2, 3×3): a quarter or
/// four ninths of the products of the direct algorithm, for transforms of tiles (`WinogradTile`) and some accuracy.
///
/// Workers take blocks of neighbouring tiles. A worker transforms all channels of its block, multiplies them by the filters,
/// one register tile after the other for each of the 36 or 16 positions in a transformed tile, and transforms the sums back.
/// Blocks are so small that the transformed cells and the sums of some filters stay in the worker's own cache (L2); the
/// transformed input serves all filters of a group. Filters are transformed when they are packed, in Double, and rounded once.
///
/// **Accuracy.** The transforms cancel numbers that are larger than the result. For weights and values spread evenly over ±0.5
/// the root mean square error relative to that of the result, and the largest error of a cell, are about
///
/// | channels | direct | F(2×2) | F(4×4) | F(4×4), largest |
/// |---|---|---|---|---|
/// | 3 | 1e-7 | 1e-7 | 3e-7 | 5e-7 |
/// | 64 | 4e-7 | 3e-7 | 8e-7 | 9e-6 |
/// | 256 | 6e-7 | 5e-7 | 1.6e-6 | 3e-5 |
///
/// with results of 0.4, 2 and 4 in the root mean square; a test holds the bounds. F(2×2) is thus as exact as the direct algorithm, F(4×4) half
/// as exact. A cell's steps do not depend on the block it falls in: the result is bit-equal for any number of workers.
///
/// Source: Lavin and Gray 2015, "Fast Algorithms for Convolutional Neural Networks"; points of evaluation after Barabasz,
/// Anderson, Soodhalter and Gregg 2018, "Error Analysis and Improving the Accuracy of Winograd Convolution for DNNs".
public struct WinogradConvolution: Sendable {
  let convolution: Convolution
  let tile: WinogradTile
  let kernels: VectorKernels
  let grid: WinogradGrid
  private let patch: WinogradPatch
  private let order: WinogradFilterOrder
  /// The most vectors of tiles in a block.
  private let blockVectors: Int
  /// Where each channel stands in the transformed input of a block.
  private let offsets: [Int32]
  /// The bias of a register tile of products.
  private let noBias: [Float]

  /// nil for other kernels, strides and dilations, where a scale stands between sum and bias, and for more channels than
  /// 32-bit distances span.
  public init?(of convolution: Convolution, tile: WinogradTile = .four, kernels: VectorKernels = .best) {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    guard
      convolution.sampleStep == 1, convolution.output.count > 0, shape.channels > 0,
      shape.height == WinogradTile.taps, shape.width == WinogradTile.taps,
      [geometry.vertical, geometry.horizontal].allSatisfy({ $0.stride == 1 && $0.dilation == 1 })
    else { return nil }
    func axis(_ axis: AxisGeometry, _ input: Int, _ output: Int) -> BandLayout.Axis {
      BandLayout.Axis(axis, kernel: WinogradTile.taps, input: input, output: output)
    }
    let blockVectors = kernels.tileVectors
    guard shape.channels < Int(Int32.max) / (blockVectors * kernels.lanes) / tile.products else { return nil }
    self.convolution = convolution
    self.tile = tile
    self.kernels = kernels
    self.blockVectors = blockVectors
    grid = WinogradGrid(tile: tile, output: convolution.output)
    patch = WinogradPatch(
      kernels: kernels, vertical: axis(geometry.vertical, convolution.input.height, convolution.output.height),
      horizontal: axis(geometry.horizontal, convolution.input.width, convolution.output.width), span: tile.span,
      width: tile.side * kernels.lanes + WinogradTile.taps - 1)
    order = WinogradFilterOrder(
      tile: tile, channels: shape.channels, filters: shape.batch / convolution.groups, rows: kernels.tileRows,
      blocksPerPart: 4)
    offsets = (0..<shape.channels).map { Int32($0 * blockVectors * kernels.lanes) }
    noBias = Array(repeating: 0, count: kernels.tileRows)
  }

  private var vectorCount: Int { kernels.vectors(grid.count) }

  /// The number of blocks of one group.
  private var blockCount: Int { (vectorCount + blockVectors - 1) / blockVectors }

  /// Floats of a row of a block: one for each tile.
  private var blockWidth: Int { blockVectors * kernels.lanes }

  /// From one product to the next of rows of a block: an odd number of cache lines.
  private func spacing(rows: Int) -> Int { ((rows * blockWidth + 15) / 16 + 1 | 1) * 16 }

  private var inputSpacing: Int { spacing(rows: order.channels) }
  private var productSpacing: Int { spacing(rows: order.blocksPerPart * order.rows) }

  /// The transformed filters; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  /// - Complexity: O(weights), some hundred operations each.
  public func pack(weights: Tensor, bias: Tensor?) -> WinogradFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    let taps = WinogradTile.taps * WinogradTile.taps
    var values = Array(repeating: Float(0), count: convolution.groups * order.groupCells)
    for group in 0..<convolution.groups {
      order.transform(into: &values[(group * order.groupCells)..<((group + 1) * order.groupCells)]) {
        filter, channel, tap in
        // The turned kernel is the same one read backwards.
        let source = convolution.orientation == .convolution ? taps - 1 - tap : tap
        return weights.values[((group * order.filters + filter) * order.channels + channel) * taps + source]
      }
    }
    return WinogradFilters(
      values: values, bias: bias?.values ?? Array(repeating: 0, count: convolution.output.channels), tile: tile,
      kernelName: kernels.name)
  }

  /// All output cells, into memory of the caller's.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workers: who may work; little work is done by the caller alone.
  /// - Complexity: O(output × C/groups), with 9/4 or 4 products a cell and channel.
  public func run(
    input: UnsafeBufferPointer<Float>, filters: WinogradFilters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers = .all
  ) {
    precondition(input.count == convolution.input.count, "the input is not the one the convolution was made for")
    precondition(output.count == convolution.output.count, "the output has another number of cells")
    precondition(
      filters.kernelName == kernels.name && filters.tile == tile, "the filters were packed for other tiles")
    guard let inputCells = input.baseAddress, let outputCells = output.baseAddress else { return }
    let scratchCells = tile.products * (inputSpacing + productSpacing)
    let resultCells = tile.side * tile.side * kernels.lanes
    let part = (scratchCells + patch.cellCount + resultCells + 2 * 16 + 15) / 16 * 16
    let pieces = convolution.groups * blockCount
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    let crew = workers.worth(products: products).atMost(pieces)
    let (scratch, source) = (workspace.floats(part * crew.most), UInt(bitPattern: inputCells))
    let (scratchAddress, target) = (UInt(bitPattern: scratch.baseAddress), UInt(bitPattern: outputCells))
    let inputCount = input.count
    SharedWork.perform(count: pieces, workers: crew) { piece, worker in
      guard
        let scratch = UnsafeMutablePointer<Float>(bitPattern: scratchAddress),
        let source = UnsafePointer<Float>(bitPattern: source),
        let target = UnsafeMutablePointer<Float>(bitPattern: target)
      else { return }
      let own = scratch + worker * part
      let products = own + tile.products * inputSpacing
      let patchCells = products + tile.products * productSpacing
      compute(
        piece, input: UnsafeBufferPointer(start: source, count: inputCount), filters: filters, output: target,
        scratch: Scratch(
          input: own, products: products, patch: patchCells, result: patchCells + patch.cellCount))
    }
  }

  private struct Scratch {
    let input: UnsafeMutablePointer<Float>
    let products: UnsafeMutablePointer<Float>
    let patch: UnsafeMutablePointer<Float>
    let result: UnsafeMutablePointer<Float>
  }

  private func compute(
    _ piece: Int, input: UnsafeBufferPointer<Float>, filters: WinogradFilters, output: UnsafeMutablePointer<Float>,
    scratch: Scratch
  ) {
    let (group, block) = piece.quotientAndRemainder(dividingBy: blockCount)
    let (size, larger) = vectorCount.quotientAndRemainder(dividingBy: blockCount)
    let firstVector = block * size + min(block, larger)
    let vectors = size + (block < larger ? 1 : 0)
    let tiles = (firstVector * kernels.lanes)..<min((firstVector + vectors) * kernels.lanes, grid.count)
    transformInput(tiles, group: group, input: input, scratch: scratch)
    var first = 0
    while first < order.blocks {
      let blocks = min(order.blocksPerPart, order.blocks - first)
      multiply(
        vectors: vectors, part: first, blocks: blocks, group: group, filters: filters, scratch: scratch)
      let lower = first * order.rows
      transformOutput(
        tiles, filters: lower..<min(lower + blocks * order.rows, order.filters), group: group, bias: filters.bias,
        output: output, scratch: scratch)
      first += blocks
    }
  }

  private func transformInput(_ tiles: Range<Int>, group: Int, input: UnsafeBufferPointer<Float>, scratch: Scratch) {
    guard let cells = input.baseAddress else { return }
    let (height, width) = (patch.vertical.input, patch.horizontal.input)
    let transform = tile == .four ? kernels.table.winograd4_input : kernels.table.winograd2_input
    for channel in 0..<order.channels {
      for run in grid.runs(tiles, lanes: kernels.lanes) {
        let plane = (run.picture * convolution.input.channels + group * order.channels + channel) * height * width
        let (top, left) = (run.row - patch.vertical.before, run.column - patch.horizontal.before)
        let target = scratch.input + channel * blockWidth + run.first
        let source = plane + top * width + left
        let right = left + (run.count - 1) * tile.side + tile.span
        if top >= 0, left >= 0, top + tile.span <= height, right <= width,
          source + (tile.span - 1) * width + patch.width <= input.count
        {
          transform(cells + source, width, target, inputSpacing)
        } else {
          patch.fill(top: top, left: left, from: cells + plane, to: scratch.patch)
          transform(scratch.patch, patch.pitch, target, inputSpacing)
        }
      }
    }
  }

  private func multiply(
    vectors: Int, part: Int, blocks: Int, group: Int, filters: WinogradFilters, scratch: Scratch
  ) {
    filters.values.withUnsafeBufferPointer { values in
      offsets.withUnsafeBufferPointer { offsets in
        noBias.withUnsafeBufferPointer { noBias in
          guard let values = values.baseAddress, let offsets = offsets.baseAddress, let noBias = noBias.baseAddress
          else { return }
          var weights = values + group * order.groupCells + order.offset(part: part)
          for product in 0..<tile.products {
            let source = scratch.input + product * inputSpacing
            var target = scratch.products + product * productSpacing
            for _ in 0..<blocks {
              kernels.table.tile(
                vectors, order.rows, order.channels, source, offsets, weights, noBias, target, blockWidth)
              weights += order.blockCells
              target += order.rows * blockWidth
            }
          }
        }
      }
    }
  }

  private func transformOutput(
    _ tiles: Range<Int>, filters: Range<Int>, group: Int, bias: [Float], output: UnsafeMutablePointer<Float>,
    scratch: Scratch
  ) {
    let (height, width) = (convolution.output.height, convolution.output.width)
    let transform = tile == .four ? kernels.table.winograd4_output : kernels.table.winograd2_output
    let whole = tile.side * kernels.lanes
    for filter in filters {
      let source = scratch.products + (filter - filters.lowerBound) * blockWidth
      let member = group * order.filters + filter
      for run in grid.runs(tiles, lanes: kernels.lanes) {
        let plane = output + (run.picture * convolution.output.channels + member) * height * width
        let target = plane + run.row * width + run.column
        let (rows, columns) = (min(tile.side, height - run.row), min(run.count * tile.side, width - run.column))
        if rows == tile.side, columns == whole {
          transform(source + run.first, productSpacing, bias[member], target, width)
        } else {
          transform(source + run.first, productSpacing, bias[member], scratch.result, whole)
          kernels.table.copy(rows, columns, scratch.result, whole, target, width)
        }
      }
    }
  }
}
