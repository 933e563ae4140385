import ConvolutionEngine

/// Why an output has as many rows or columns as it has: the numbers of ⌊(n + before + after − d·(k − 1) − 1) / s⌋ + 1.
package struct OutputSize: Hashable, Sendable {
  package let input: Int
  package let paddingBefore: Int
  package let paddingAfter: Int
  package let dilation: Int
  package let kernel: Int
  package let stride: Int
  package let count: Int
  /// The input positions at the far end, padding included, that the floor drops: no window reaches them. As many as the
  /// division leaves over.
  package let dropped: Range<Int>

  /// The numerator: how far the window can move from its first position.
  package var room: Int { input + paddingBefore + paddingAfter - dilation * (kernel - 1) - 1 }

  init(_ geometry: AxisGeometry, input: Int, kernel: Int) {
    self.input = input
    paddingBefore = geometry.paddingBefore
    paddingAfter = geometry.paddingAfter
    dilation = geometry.dilation
    self.kernel = kernel
    stride = geometry.stride
    count = geometry.outputCount(input: input, kernel: kernel)
    let lost = geometry.droppedCount(input: input, kernel: kernel)
    dropped = (input + geometry.paddingAfter - lost)..<(input + geometry.paddingAfter)
  }
}

extension Experiment {
  /// The size of the output per axis; nil for an operator without a window.
  package var outputSize: PerAxis<OutputSize>? {
    guard let window = plan.window else { return nil }
    return PerAxis(
      vertical: OutputSize(
        window.geometry.vertical, input: inputShape.height, kernel: window.kernel.vertical),
      horizontal: OutputSize(
        window.geometry.horizontal, input: inputShape.width, kernel: window.kernel.horizontal))
  }
}
