/// A convolution in float32 whose filters are packed once and which writes into memory of the caller's.
protocol FastConvolution: Sendable {
  associatedtype Filters

  func pack(weights: Tensor, bias: Tensor?) -> Filters

  func run(
    input: UnsafeBufferPointer<Float>, filters: Filters, output: UnsafeMutableBufferPointer<Float>,
    workspace: Workspace, workers: Workers)
}

extension FastConvolution {
  /// The whole output, of this shape; nil when the schedule was cancelled before it began.
  func output(
    shape: Shape, input: Tensor, weights: Tensor, bias: Tensor?, schedule: RowBandSchedule
  ) -> Tensor? {
    guard !schedule.isCancelled() else { return nil }
    let filters = pack(weights: weights, bias: bias)
    let output = Tensor(shape: shape) { buffer in
      input.values.withUnsafeBufferPointer { input in
        run(
          input: input, filters: filters, output: buffer, workspace: Workspace(), workers: schedule.workers)
      }
    }
    schedule.didComplete(shape.count)
    return output
  }
}

extension DirectConvolution: FastConvolution {}
extension DepthwiseConvolution: FastConvolution {}
extension PointwiseConvolution: FastConvolution {}
extension FilterConvolution: FastConvolution {}
extension FourierConvolution: FastConvolution {}
extension TransposedGather: FastConvolution {}
extension SeparableConvolution: FastConvolution {}
extension ImplicitGEMMConvolution: FastConvolution {}
extension WinogradConvolution: FastConvolution {}
