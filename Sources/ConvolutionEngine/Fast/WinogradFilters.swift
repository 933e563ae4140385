/// The transformed filters of a Winograd convolution, in the order in which the products of one vector width read them.
public struct WinogradFilters: Sendable {
  /// Group by group of the convolution, then part of the filters by part, product by product, block of `tileRows` filters by
  /// block, channel by channel, filter by filter.
  let values: [Float]
  /// One value for each filter.
  let bias: [Float]
  let tile: WinogradTile
  let kernelName: String
}

/// How the filters of one group are cut up: into parts whose products stay in the cache together, and these into blocks of as
/// many filters as a register tile has rows.
struct WinogradFilterOrder: Sendable {
  let tile: WinogradTile
  let channels: Int
  let filters: Int
  /// The filters of a block.
  let rows: Int
  /// The most blocks in a part.
  let blocksPerPart: Int

  /// Blocks of a group; the last one is filled up with zeros.
  var blocks: Int { (filters + rows - 1) / rows }

  /// Floats of a block's channels under one product.
  var blockCells: Int { channels * rows }

  /// Floats of a group.
  var groupCells: Int { tile.products * blocks * blockCells }

  /// The number of parts of a group.
  var parts: Int { (blocks + blocksPerPart - 1) / blocksPerPart }

  func blocks(ofPart part: Int) -> Range<Int> {
    (part * blocksPerPart)..<min((part + 1) * blocksPerPart, blocks)
  }

  func filters(ofPart part: Int) -> Range<Int> {
    (part * blocksPerPart * rows)..<min((part + 1) * blocksPerPart * rows, filters)
  }

  /// Where the numbers of a part begin.
  func offset(part: Int) -> Int { tile.products * part * blocksPerPart * blockCells }

  /// Writes G g Gᵀ of all kernels of one group, computed in Double and rounded once; the filters of a block side by side.
  ///
  /// Loops over pointers, which become vector code: several times faster than arrays of vectors, and much of the cost of
  /// a convolution whose weights serve once.
  ///
  /// - Parameters:
  ///   - weights: `filters` × `channels` kernels of 3×3.
  ///   - turned: whether kernels are read backwards.
  ///   - values: `groupCells` numbers, all zero.
  func transform(weights: UnsafePointer<Float>, turned: Bool, into values: UnsafeMutablePointer<Float>) {
    let (taps, span) = (WinogradTile.taps, tile.span)
    let cells = taps * taps
    let matrix = tile.filterTransform.flatMap { $0 }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: (cells + span * taps) * rows) { memory in
      memory.initialize(repeating: 0)
      guard let kernels = memory.baseAddress else { return }
      let half = kernels + cells * rows
      for block in 0..<blocks {
        let part = blocks(ofPart: block / blocksPerPart)
        let place = values + offset(part: block / blocksPerPart) + (block - part.lowerBound) * blockCells
        let lanes = min(rows, filters - block * rows)
        for channel in 0..<channels {
          for lane in 0..<lanes {
            let kernel = weights + ((block * rows + lane) * channels + channel) * cells
            for tap in 0..<cells { kernels[tap * rows + lane] = Double(kernel[turned ? cells - 1 - tap : tap]) }
          }
          for i in 0..<span {
            combine(
              (matrix[i * taps], matrix[i * taps + 1], matrix[i * taps + 2]), of: kernels, spacing: taps * rows,
              count: taps * rows
            ) { half[i * taps * rows + $0] = $1 }
            for j in 0..<span {
              let target = place + (i * span + j) * part.count * blockCells + channel * rows
              combine(
                (matrix[j * taps], matrix[j * taps + 1], matrix[j * taps + 2]), of: half + i * taps * rows,
                spacing: rows, count: lanes
              ) { target[$0] = Float($1) }
            }
          }
        }
      }
    }
  }

  /// Σ factor · source over three rows of numbers.
  @inline(__always)
  private func combine(
    _ factors: (Double, Double, Double), of source: UnsafePointer<Double>, spacing: Int, count: Int,
    store: (Int, Double) -> Void
  ) {
    for index in 0..<count {
      let sum =
        factors.0 * source[index] + factors.1 * source[spacing + index] + factors.2 * source[2 * spacing + index]
      store(index, sum)
    }
  }
}
