import ConvolutionEngine

/// Weights and biases for other numbers of channels, filters or groups than they were made for.
extension Tensor {
  /// The weights of a convolution for another map.
  ///
  /// A filter keeps its kernels of the channels that it still sees; for others its kernels are repeated in order. Filters
  /// beyond the last are copies of it.
  ///
  /// - Parameters:
  ///   - old: the map that the weights are for, O×(C/groups)×kH×kW.
  ///   - new: the map they shall be for.
  /// - Throws: `ExplorerError.tooManyWeights` when there would be more than `limit`.
  func following(from old: ChannelMap, to new: ChannelMap, limit: Int) throws(ExplorerError) -> Tensor {
    let planeSize = shape.height * shape.width
    let shape = try Self.shapeOfWeights(
      new, kernel: PerAxis(vertical: self.shape.height, horizontal: self.shape.width), limit: limit)
    guard shape != self.shape || old != new else { return self }
    var result: [Float] = []
    result.reserveCapacity(shape.count)
    for filter in 0..<new.filters {
      let source = min(filter, old.filters - 1)
      let count = old.channelsPerFilter
      for channel in new.channels(ofFilter: filter) {
        // Groups begin at multiples of their size, so this is the kernel of the channel wherever the filter saw it.
        let start = (source * count + channel % max(1, count)) * planeSize
        result += values[start..<(start + planeSize)]
      }
    }
    return (try? Tensor(shape: shape, values: result)) ?? self
  }

  /// The shape of weights for a map, once it is known to hold at most `limit` of them.
  static func shapeOfWeights(_ map: ChannelMap, kernel: PerAxis<Int>, limit: Int) throws(ExplorerError) -> Shape {
    guard
      let shape = try? Shape(
        batch: map.filters, channels: map.channelsPerFilter, height: kernel.vertical, width: kernel.horizontal),
      shape.count <= limit
    else {
      throw .tooManyWeights(filters: map.filters, channels: map.channelsPerFilter, kernel: kernel, limit: limit)
    }
    return shape
  }

  /// The biases of so many filters: those there are, then copies of the last.
  func biasFollowing(filters: Int) -> Tensor? {
    guard let shape = try? Shape(channels: filters, height: 1, width: 1), let last = values.last else { return nil }
    return try? Tensor(
      shape: shape, values: (0..<filters).map { values.indices.contains($0) ? values[$0] : last })
  }

  /// The same values with channels added, copies of the last, or cut off.
  func withChannels(_ count: Int, limit: Int) throws(ExplorerError) -> Tensor {
    guard
      let shape = try? Shape(
        batch: self.shape.batch, channels: count, height: self.shape.height, width: self.shape.width),
      shape.count <= limit
    else {
      throw .size(PerAxis(vertical: self.shape.height, horizontal: self.shape.width), limit: limit)
    }
    let planeSize = shape.height * shape.width
    var result: [Float] = []
    result.reserveCapacity(shape.count)
    for batch in 0..<shape.batch {
      for channel in 0..<count {
        let start = (batch * self.shape.channels + min(channel, self.shape.channels - 1)) * planeSize
        result += values[start..<(start + planeSize)]
      }
    }
    return (try? Tensor(shape: shape, values: result)) ?? self
  }
}
