import ConvolutionEngine

/// Weights of a transposed convolution, C×(O/groups)×kH×kW, as filters, O×(C/groups)×kH×kW, and back: one kernel for each
/// channel that a filter sees, in either order.
extension Tensor {
  /// The weights of a transposed convolution as filters.
  ///
  /// - Parameter map: which channels each filter sees; the weights must be for it.
  func asFilters(of map: ChannelMap) -> Tensor? {
    guard
      let shape = try? Shape(
        batch: map.filters, channels: map.channelsPerFilter, height: shape.height, width: shape.width)
    else { return nil }
    let perGroup = max(1, map.filters / max(1, map.groups))
    return mapped(to: shape) { place in
      Coordinate(
        batch: map.channels(ofFilter: place.batch).lowerBound + place.channel, channel: place.batch % perGroup,
        row: place.row, column: place.column)
    }
  }

  /// Filters as the weights of a transposed convolution.
  func asTransposedWeights(of map: ChannelMap) -> Tensor? {
    let perGroup = max(1, map.filters / max(1, map.groups))
    guard
      let shape = try? Shape(batch: map.channels, channels: perGroup, height: shape.height, width: shape.width)
    else { return nil }
    return mapped(to: shape) { place in
      let filter = map.firstFilter(seeing: place.batch) + place.channel
      return Coordinate(
        batch: filter, channel: place.batch - map.channels(ofFilter: filter).lowerBound, row: place.row,
        column: place.column)
    }
  }

  /// A tensor of another shape with each element read from where `source` says.
  func mapped(to newShape: Shape, _ source: (Coordinate) -> Coordinate) -> Tensor {
    var tensor = Tensor(shape: newShape)
    for offset in 0..<newShape.count {
      let place = newShape.coordinate(at: offset)
      tensor[place] = self[source(place)]
    }
    return tensor
  }
}
