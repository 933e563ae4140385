import ConvolutionEngine

/// Weights that follow the number of channels of the input.
extension Tensor {
  /// The weights with their first channel repeated for an input with another number of channels; nil where they fit as they
  /// are.
  func following(inputChannels count: Int, _ operation: OperatorName) -> Tensor? {
    let channels = operation.isTransposed ? shape.batch : shape.channels
    return channels == count ? nil : repeatingFirstChannel(count, operation)
  }

  /// Weights for one channel with it repeated for all channels of the input; themselves where they are for several.
  func ofOneChannel(forInputChannels count: Int, _ operation: OperatorName) -> Tensor? {
    let channels = operation.isTransposed ? shape.batch : shape.channels
    return channels == 1 && count != 1 ? repeatingFirstChannel(count, operation) : self
  }

  /// The weights with the kernels of the first input channel repeated `count` times.
  private func repeatingFirstChannel(_ count: Int, _ operation: OperatorName) -> Tensor? {
    let isTransposed = operation.isTransposed
    guard
      shape.count > 0,
      let repeated = try? Shape(
        batch: isTransposed ? count : shape.batch, channels: isTransposed ? shape.channels : count,
        height: shape.height, width: shape.width)
    else { return nil }
    var tensor = Tensor(shape: repeated)
    for offset in 0..<repeated.count {
      let target = repeated.coordinate(at: offset)
      var source = target
      if isTransposed { source.batch = 0 } else { source.channel = 0 }
      tensor[target] = self[source]
    }
    return tensor
  }
}
