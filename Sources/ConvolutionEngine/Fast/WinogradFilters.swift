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

  /// Where a part begins whose first block is `block`.
  func offset(part block: Int) -> Int { tile.products * block * blockCells }

  /// Where the numbers of one block under one product begin, as seen from the part that it belongs to.
  func offset(product: Int, block: Int, inPartOf blocks: Int) -> Int { (product * blocks + block) * blockCells }

  /// Writes G g Gᵀ of all kernels of one group, computed in Double and rounded once.
  ///
  /// - Parameter weight: the weight of a filter, a channel and a tap of the kernel in row order.
  func transform(into values: inout ArraySlice<Float>, weight: (_ filter: Int, _ channel: Int, _ tap: Int) -> Float) {
    let (taps, span, matrix) = (WinogradTile.taps, tile.span, tile.filterTransform)
    var half = Array(repeating: 0.0, count: span * taps)
    for filter in 0..<filters {
      let (block, lane) = filter.quotientAndRemainder(dividingBy: rows)
      let part = block / blocksPerPart * blocksPerPart
      let partBlocks = min(blocksPerPart, blocks - part)
      for channel in 0..<channels {
        for i in 0..<span {
          for column in 0..<taps {
            half[i * taps + column] = (0..<taps).reduce(0) {
              $0 + matrix[i][$1] * Double(weight(filter, channel, $1 * taps + column))
            }
          }
        }
        for product in 0..<tile.products {
          let (i, j) = product.quotientAndRemainder(dividingBy: span)
          let sum = (0..<taps).reduce(0) { $0 + half[i * taps + $1] * matrix[j][$1] }
          let place = offset(part: part) + offset(product: product, block: block - part, inPartOf: partBlocks)
          values[values.startIndex + place + channel * rows + lane] = Float(sum)
        }
      }
    }
  }
}
