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
  /// - Parameters:
  ///   - weights: `filters` × `channels` kernels of 3×3.
  ///   - turned: whether kernels are read backwards.
  ///   - values: `groupCells` numbers, all zero.
  func transform(weights: ArraySlice<Float>, turned: Bool, into values: inout ArraySlice<Float>) {
    precondition(rows <= Kernels.scalarCount, "more filters in a register tile than in a vector of the transform")
    let (taps, span, matrix) = (WinogradTile.taps, tile.span, tile.filterTransform)
    let kernelCells = taps * taps
    var kernels = Array(repeating: Kernels.zero, count: kernelCells)
    var half = Array(repeating: Kernels.zero, count: span * taps)
    for block in 0..<blocks {
      let part = blocks(ofPart: block / blocksPerPart)
      let place =
        values.startIndex + offset(part: block / blocksPerPart) + (block - part.lowerBound) * blockCells
      let lanes = min(rows, filters - block * rows)
      for channel in 0..<channels {
        for lane in 0..<lanes {
          let kernel = weights.startIndex + ((block * rows + lane) * channels + channel) * kernelCells
          for tap in 0..<kernelCells {
            kernels[turned ? kernelCells - 1 - tap : tap][lane] = Double(weights[kernel + tap])
          }
        }
        for i in 0..<span {
          for column in 0..<taps {
            half[i * taps + column] =
              matrix[i][0] * kernels[column] + matrix[i][1] * kernels[taps + column]
              + matrix[i][2] * kernels[2 * taps + column]
          }
        }
        for product in 0..<tile.products {
          let (i, j) = (product / span, product % span)
          let sums =
            half[i * taps] * matrix[j][0] + half[i * taps + 1] * matrix[j][1] + half[i * taps + 2] * matrix[j][2]
          let target = place + product * part.count * blockCells + channel * rows
          for lane in 0..<lanes { values[target + lane] = Float(sums[lane]) }
        }
      }
    }
  }

  /// The same tap of several filters.
  private typealias Kernels = SIMD8<Double>
}
