/// Weights and bias of a convolution in the order in which the kernels of one vector width read them.
public struct PackedFilters: Sendable {
  let weights: [Float]
  let bias: [Float]
  let kernelName: String
}

extension PackedFilters {
  /// For register tiles with cells in the lanes: block of `tileRows` filters by block, tap by tap, filter by filter. The last
  /// block of a group is filled up with zeros.
  init(tilesOf convolution: Convolution, weights: Tensor, bias: Tensor?, kernels: VectorKernels) {
    let (terms, rows) = (convolution.tapsPerCell, kernels.tileRows)
    let filtersPerGroup = convolution.weights.batch / convolution.groups
    let blocksPerGroup = (filtersPerGroup + rows - 1) / rows
    let blocks = blocksPerGroup * convolution.groups
    var packed = Array(repeating: Float(0), count: blocks * terms * rows)
    var biases = Array(repeating: Float(0), count: blocks * rows)
    let (height, width) = (weights.shape.height, weights.shape.width)
    for filter in 0..<convolution.weights.batch {
      let (group, member) = filter.quotientAndRemainder(dividingBy: filtersPerGroup)
      let (block, lane) = member.quotientAndRemainder(dividingBy: rows)
      let place = group * blocksPerGroup + block
      if let bias { biases[place * rows + lane] = bias.values[filter] }
      for term in 0..<terms {
        let (channel, tap) = term.quotientAndRemainder(dividingBy: height * width)
        // The turned kernel is the same one read backwards.
        let source = convolution.orientation == .convolution ? height * width - 1 - tap : tap
        packed[(place * terms + term) * rows + lane] =
          weights.values[(filter * weights.shape.channels + channel) * height * width + source]
      }
    }
    self.init(weights: packed, bias: biases, kernelName: kernels.name)
  }

  /// The weights and the bias of one of `groups` groups of equal size.
  func withGroup(
    _ group: Int, of groups: Int, _ body: (_ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>) -> Void
  ) {
    weights.withUnsafeBufferPointer { weights in
      bias.withUnsafeBufferPointer { bias in
        guard let first = weights.baseAddress, let firstBias = bias.baseAddress else { return }
        body(first + group * (weights.count / groups), firstBias + group * (bias.count / groups))
      }
    }
  }
}
