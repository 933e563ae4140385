import ConvolutionEngine

extension ExplorerState {
  /// Shows the kernel, and for operators that take each channel by itself the input channel, that the current cell is made of.
  mutating func followCell() {
    let weights = experiment.weightShape
    let input = experiment.inputShape
    guard experiment.operands[.weights] != nil else {
      inputCursor.channel = max(0, min(cell.channel, input.channels - 1))
      kernelCursor = kernelCursor.clamped(to: weights)
      return
    }
    guard experiment.operation.isTransposed else {
      kernelCursor.batch = max(0, min(cell.channel, weights.batch - 1))
      return
    }
    kernelCursor.batch = max(0, min(inputCursor.channel, weights.batch - 1))
    kernelCursor.channel = weights.channels > 0 ? cell.channel % weights.channels : 0
  }
}
