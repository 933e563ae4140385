/// A convolution in float32 whose filters are packed once and which writes into memory of the caller's.
///
/// Each type says which shapes it takes, by an initialiser that may fail, and how far a result may be from the reference.
public protocol FastConvolution: Sendable {
  /// Weights and bias in the order in which the algorithm reads them.
  associatedtype Filters

  /// The filters for any number of calls. The tensors must have the shapes that the convolution was made with.
  func pack(weights: Tensor, bias: Tensor?) -> Filters

  /// All output cells, into memory of the caller's; bit-equal for any number of workers.
  ///
  /// - Parameters:
  ///   - input: the input's cells, N×C×H×W.
  ///   - output: as many cells as the output has; no other cell is written.
  ///   - workspace: memory that is kept from call to call; one call at a time may use it.
  ///   - workers: who may work; little work is done by the caller alone.
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
