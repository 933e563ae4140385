import ConvolutionEngine

/// One current channel and one current filter: input, kernel and output never show planes that do not belong together.
extension ExplorerState {
  /// Shows an input channel. When the current filter does not see it, the first filter that does becomes the current one.
  mutating func selectChannel(_ index: Int) throws(ExplorerError) {
    let map = experiment.channelMap
    guard (0..<map.channels).contains(index) else { throw .noSuchChannel(index, count: map.channels) }
    if !map.channels(ofFilter: cell.channel).contains(index) {
      goTo(
        Coordinate(batch: cell.batch, channel: map.firstFilter(seeing: index), row: cell.row, column: cell.column))
    }
    inputCursor.channel = index
    followFilter()
  }

  /// Makes a filter the current one: its feature map and its kernels are shown, at the same place of the output.
  mutating func selectFilter(_ index: Int) throws(ExplorerError) {
    guard (0..<outputShape.channels).contains(index) else {
      throw .noSuchFilter(index, count: outputShape.channels)
    }
    goTo(Coordinate(batch: cell.batch, channel: index, row: cell.row, column: cell.column))
  }

  /// After the filter has changed: its kernel of the shown channel; a filter that does not see that channel shows its
  /// kernel of the same place in its own group.
  mutating func followFilter() {
    let seen = experiment.channelMap.channels(ofFilter: cell.channel)
    guard !seen.isEmpty else { return }
    if !seen.contains(inputCursor.channel) {
      inputCursor.channel = seen.lowerBound + min(kernelCursor.channel, seen.count - 1)
    }
    guard !experiment.operation.isTransposed else {
      kernelCursor.batch = inputCursor.channel
      kernelCursor.channel = cell.channel % max(1, experiment.weightShape.channels)
      return
    }
    guard experiment.operation.hasWeights else { return }
    kernelCursor.batch = cell.channel
    kernelCursor.channel = inputCursor.channel - seen.lowerBound
  }

  /// Product by product, the channel of the product that was added last is shown.
  mutating func followProduct() {
    guard let shown = subStep, shown > 0, experiment.operands[.weights] != nil else { return }
    let seen = experiment.channelMap.channels(ofFilter: cell.channel)
    let index = (shown - 1) / max(1, experiment.plan.termCount(of: cell) / max(1, seen.count))
    guard index < seen.count else { return }
    inputCursor.channel = seen.lowerBound + index
    followFilter()
  }

  /// After an edit of a weight or bias: what was edited is what is shown.
  mutating func showFilter(_ index: Int) {
    guard index != cell.channel, (0..<outputShape.channels).contains(index) else { return }
    goTo(Coordinate(batch: cell.batch, channel: index, row: cell.row, column: cell.column))
  }
}
