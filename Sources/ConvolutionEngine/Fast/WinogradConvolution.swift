/// The convolution in float32 with 3×3 kernels, stride 1 and dilation 1 by Winograd's F(4×4, 3×3) or F(2×2, 3×3): a quarter or
/// four ninths of the products of the direct algorithm, for transforms of tiles (`WinogradTile`) and some accuracy.
///
/// Workers take blocks of neighbouring tiles. A worker transforms all channels of its block, multiplies them by the filters,
/// one register tile after the other for each of the 36 or 16 positions in a transformed tile, and transforms the sums back.
/// Blocks are so small that the transformed cells and the sums of some filters stay in the worker's own cache (L2); the
/// transformed input serves all filters of a group. Where there are few blocks, workers share the filters of a block as well,
/// and each transforms the input that it does not have yet. Filters are transformed when they are packed, in Double, and
/// rounded once.
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
/// A NaN or an infinity reaches every cell of the tiles that see it, not only those whose windows do.
///
/// Source: Lavin and Gray 2015, "Fast Algorithms for Convolutional Neural Networks"; points of evaluation after Barabasz,
/// Anderson, Soodhalter and Gregg 2018, "Error Analysis and Improving the Accuracy of Winograd Convolution for DNNs".
public struct WinogradConvolution: Sendable {
  let convolution: Convolution
  let tile: WinogradTile
  let kernels: VectorKernels
  let grid: WinogradGrid
  let patch: WinogradPatch
  let order: WinogradFilterOrder
  /// Blocks of tiles of one group, each of so many vectors as a register tile has or fewer.
  let blockCount: Int
  /// In how many shares the filters of one group are handed out.
  let shareCount: Int

  /// Filters whose products are kept at a time, in blocks of a register tile. With 2 to 8, and with blocks of two vectors
  /// of tiles instead of three, times differ by no more than 3 % (64 to 256 channels, 1 MiB of L2).
  static let blocksPerPart = 4

  /// Pieces asked for where there is work enough: four for each of four workers.
  static let wantedPieces = 16

  /// nil for other kernels, strides and dilations, where a scale stands between sum and bias, and for so many channels
  /// that the transformed input of a block is too much memory.
  public init?(of convolution: Convolution, tile: WinogradTile = .four, kernels: VectorKernels = .best) {
    guard Self.applies(to: convolution) else { return nil }
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    func axis(_ axis: AxisGeometry, _ input: Int, _ output: Int) -> BandLayout.Axis {
      BandLayout.Axis(axis, kernel: WinogradTile.taps, input: input, output: output)
    }
    guard
      Double(shape.channels) * Double(tile.products * kernels.tileVectors * kernels.lanes) <= Double(SharedWork.mostOwn)
    else { return nil }
    self.convolution = convolution
    self.tile = tile
    self.kernels = kernels
    grid = WinogradGrid(tile: tile, output: convolution.output)
    patch = WinogradPatch(
      kernels: kernels, vertical: axis(geometry.vertical, convolution.input.height, convolution.output.height),
      horizontal: axis(geometry.horizontal, convolution.input.width, convolution.output.width), span: tile.span,
      width: tile.side * kernels.lanes + WinogradTile.taps - 1)
    order = WinogradFilterOrder(
      tile: tile, channels: shape.channels, filters: shape.batch / convolution.groups, rows: kernels.tileRows,
      blocksPerPart: Self.blocksPerPart)
    blockCount = (kernels.vectors(grid.count) + kernels.tileVectors - 1) / kernels.tileVectors
    shareCount = max(1, min(order.parts, Self.wantedPieces / blockCount / convolution.groups))
  }

  /// Whether the algorithm can compute it, at whatever speed.
  static func applies(to convolution: Convolution) -> Bool {
    let (shape, geometry) = (convolution.weights, convolution.geometry)
    return convolution.sampleStep == 1 && convolution.output.count > 0 && shape.channels > 0
      && shape.height == WinogradTile.taps && shape.width == WinogradTile.taps
      && [geometry.vertical, geometry.horizontal].allSatisfy { $0.stride == 1 && $0.dilation == 1 }
  }

  /// The transformed filters; may be used for any number of calls.
  ///
  /// The tensors must have the shapes that the convolution was made with.
  /// - Complexity: O(weights), some hundred operations each.
  public func pack(weights: Tensor, bias: Tensor?) -> WinogradFilters {
    precondition(weights.shape == convolution.weights, "the weights are not those the convolution was made for")
    precondition(bias.map { $0.values.count == convolution.output.channels } ?? true, "one bias value for each filter")
    let groupWeights = order.filters * order.channels * WinogradTile.taps * WinogradTile.taps
    var values = Array(repeating: Float(0), count: convolution.groups * order.groupCells)
    values.withUnsafeMutableBufferPointer { values in
      weights.values.withUnsafeBufferPointer { weights in
        guard let values = values.baseAddress, let weights = weights.baseAddress else { return }
        for group in 0..<convolution.groups {
          order.transform(
            weights: weights + group * groupWeights, turned: convolution.orientation == .convolution,
            into: values + group * order.groupCells)
        }
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
    let layout = WinogradBlock.Layout(self)
    let pieces = convolution.groups * blockCount * shareCount
    let products = Double(convolution.output.count) * Double(convolution.tapsPerCell)
    let crew = SharedWork.crew(of: workers.worth(products: products), pieces: pieces, own: layout.cellCount)
    let scratch = UInt(bitPattern: workspace.floats(layout.cellCount * crew.most).baseAddress)
    let (source, sourceCount) = (UInt(bitPattern: inputCells), input.count)
    let target = UInt(bitPattern: outputCells)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: crew.most) { held in
      // Whose transformed input a worker has: nobody's.
      held.initialize(repeating: -1)
      let heldAddress = UInt(bitPattern: held.baseAddress)
      // Safety: all memory outlives `perform`; pieces write disjoint cells of the output, and each worker has its own part of
      // the workspace and its own number in `held`. Addresses, since pointers may not cross threads.
      SharedWork.perform(count: pieces, workers: crew) { piece, worker in
        guard
          let scratch = UnsafeMutablePointer<Float>(bitPattern: scratch),
          let source = UnsafePointer<Float>(bitPattern: source),
          let target = UnsafeMutablePointer<Float>(bitPattern: target),
          let held = UnsafeMutablePointer<Int>(bitPattern: heldAddress)
        else { return }
        let (block, share) = piece.quotientAndRemainder(dividingBy: shareCount)
        let work = WinogradBlock(
          of: self, number: block, layout: layout, scratch: scratch + worker * layout.cellCount)
        if held[worker] != block {
          work.transform(input: UnsafeBufferPointer(start: source, count: sourceCount))
          held[worker] = block
        }
        for part in RowBands.rows(ofBand: share, bandCount: shareCount, rowCount: order.parts) {
          work.multiply(part: part, by: filters)
          work.transformBack(part: part, bias: filters.bias, to: target)
        }
      }
    }
  }
}
